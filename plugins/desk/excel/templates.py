"""A kind of spreadsheet in; an empty one with its columns, and a page that explains them, out."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING

from desk.excel import choices
from desk.excel.fields import FIELDS, Field, SheetKind
from desk.excel.sheets import Cell
from desk.excel.values import day, number, period, whole

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_TITLES = {
    "award": "Danh sách khen thưởng",
    "unit": "Danh sách cơ quan, đơn vị",
    "document": "Danh mục văn bản",
    "scores": "Bảng điểm thi đua",
}
_ABOVE = {
    "scores": "Ghi trên bảng: tên khối hoặc cụm, năm, số và ngày quyết định "
    "(như: Khối thi đua … năm 2026, Quyết định số …/QĐ-… ngày …).",
    "award": "Quyết định, năm và hình thức khen có thể ghi một lần ở dòng tiêu đề trên bảng.",
}
_ID = "Để trống cũng được: máy tự đặt mã và nhớ cho lần sau."
_ROWS = 500
_WIDE = ("name", "title", "abstract")
_HOW: dict[Callable[[Cell], str], str] = {
    day: "ngày, như 31/7/2020",
    number: "số, như 95,5",
    whole: "số nguyên",
    period: "năm, như 2025 hoặc 2021-2025",
}
LISTS = {
    ("award", "type"): ("cá nhân", "tập thể", "hộ gia đình"),
    ("unit", "level"): ("trung ương", "tỉnh", "xã"),
    ("document", "status"): ("còn hiệu lực", "hết hiệu lực", "chưa có hiệu lực", "chưa rõ"),
    ("unit", "kind"): (
        "đảng",
        "nhà nước",
        "mặt trận",
        "doanh nghiệp",
        "lực lượng vũ trang",
        "trường học",
        "y tế",
        "xã phường",
        "khác",
    ),
}
"""What a cell may be chosen from; words that `choices` knows."""
WORDS_OF = {
    ("award", "type"): choices.RECIPIENTS,
    ("unit", "level"): choices.LEVELS,
    ("document", "status"): choices.STATES,
    ("unit", "kind"): choices.UNIT_KINDS,
}


def template(kind: SheetKind) -> bytes:
    """The bytes of an .xlsx; the same ones each time."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    if sheet is None:
        raise AssertionError("a new workbook has a sheet")
    sheet.title = _TITLES[kind]
    _fill(sheet, kind)
    _explain(book.create_sheet("Hướng dẫn"), kind)
    data = BytesIO()
    book.save(data)
    return undated(data.getvalue())


def _fill(sheet: Worksheet, kind: SheetKind) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for column, one in enumerate(FIELDS[kind], 1):
        head = sheet.cell(1, column, one.label + (" *" if one.required else ""))
        head.font = Font(bold=True)
        head.fill = PatternFill("solid", fgColor="FFE8E4DA")
        head.alignment = Alignment(wrap_text=True, vertical="top")
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width = 34 if one.key in _WIDE else 18
        for row in range(2, _ROWS + 2):
            if one.read is day:
                sheet.cell(row, column).number_format = "dd/mm/yyyy"
        if words := LISTS.get((kind, one.key)):
            rule = DataValidation("list", formula1=f'"{",".join(words)}"', allow_blank=True)
            sheet.add_data_validation(rule)
            rule.add(f"{letter}2:{letter}{_ROWS + 1}")
    sheet.freeze_panes = "A2"


def _explain(sheet: Worksheet, kind: SheetKind) -> None:
    from openpyxl.styles import Font

    rows = [("Cột", "Bắt buộc", "Viết thế nào", "Ví dụ")]
    rows += [
        (one.label, "có" if one.required else "", _how(kind, one), one.example)
        for one in FIELDS[kind]
    ]
    for number_, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            cell = sheet.cell(number_, column, text)
            cell.font = Font(bold=number_ == 1)
    sheet.cell(len(rows) + 2, 1, _ABOVE.get(kind, ""))
    for letter, width in zip("ABCD", (34, 10, 60, 44), strict=True):
        sheet.column_dimensions[letter].width = width


def _how(kind: SheetKind, one: Field) -> str:
    if one.key == "id":
        return _ID
    if words := LISTS.get((kind, one.key)):
        return "một trong: " + ", ".join(words)
    return _HOW.get(one.read, "chữ")


def undated(data: bytes) -> bytes:
    """The same archive without the moment at which it was made."""
    stamp = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            content = stamp.sub(rb"\g<1>2026-01-01T00:00:00Z\2", old.read(entry))
            new.writestr(
                zipfile.ZipInfo(entry.filename, (2026, 1, 1, 0, 0, 0)),
                content,
                zipfile.ZIP_DEFLATED,
            )
    return out.getvalue()
