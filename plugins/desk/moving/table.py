"""The categories and tags of an old site in; a spreadsheet that its editor fills, and what they
filled in, out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from desk.excel.sheets import sheets_of
from desk.excel.templates import undated
from desk.moving.old import Name, Outline
from desk.moving.targets import DROP, TAG, Target, TargetKind, Unclear, spelled, targets_in
from desk.office import CannotImport, workbook_of
from newsroom.records import Records
from vietnamese import fold, slug, sort_key

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_SHEET = "Bảng chuyển"
_CHOICES = "Nơi có thể đưa vào"
_TITLES = ("Trên trang cũ là", "Tên trên trang cũ", "Số bài", "Đưa vào", "Ghi chú")
_WHAT = {"category": "chuyên mục", "tag": "thẻ"}
_REST = "mọi bài còn lại"
"""The row that says where an article goes which no other row gives a section."""
_NEW = "chuyên mục này chưa có: máy sẽ tạo; hoặc chọn nơi khác"
_KINDS: tuple[TargetKind, ...] = ("section", "campaign", "unit", "bloc")


@dataclass(slots=True)
class Chosen:
    """What the table says."""

    of: dict[Name, tuple[Target, ...]] = field(default_factory=dict)
    rest: str = ""
    """The id of the section for all other articles."""
    unlisted: list[str] = field(default_factory=list)
    """Names that the table has not, since they are newer."""


def suggested(outlines: Iterable[Outline], records: Records) -> tuple[Chosen, Counter[Name]]:
    """What the table says before anybody filled it in, and how many articles bear each name.

    A name that a record of ours bears goes there; any other category becomes a section, any other
    tag stays one.
    """
    counts: Counter[Name] = Counter()
    for one in outlines:
        counts.update(one.names if one.kind == "article" else ())
    known = _known(records)
    made = Chosen(rest=next(iter(sorted(records.section)), "tin-tuc"))
    for name in counts:
        what, text = name
        if found := known.get(fold(text)):
            made.of[name] = (found,)
        elif what == "category" and slug(text):
            made.of[name] = (Target("section", slug(text)[:60].strip("-")),)
        else:
            made.of[name] = (Target("tag") if slug(text) else Target("drop"),)
    return made, counts


def _known(records: Records) -> dict[str, Target]:
    found: dict[str, Target] = {}
    for kind in _KINDS:
        for id, record in records.of_kind(kind).items():
            for name in (getattr(record, "name", ""), getattr(record, "short_name", "")):
                if name:
                    found.setdefault(fold(name), Target(kind, id))
    return found


def table_of(made: Chosen, counts: Mapping[Name, int], records: Records) -> bytes:
    """The spreadsheet: one row a name, the most used first; what may be chosen on a second
    sheet."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    sheet = book.active
    assert sheet is not None  # noqa: S101 - a new workbook has one
    sheet.title = _SHEET
    sheet.append(_TITLES)
    note = "" if made.rest in records.section else _NEW
    sheet.append((_REST, "", "", spelled((Target("section", made.rest),)), note))
    order = sorted(counts, key=lambda one: (one[0], -counts[one], sort_key(one[1])))
    for name in order:
        targets = made.of[name]
        first = targets[0]
        shown = _name_of(first, records)
        new = first.kind == "section" and not shown
        row = (_WHAT[name[0]], _plain(name[1]), counts[name], spelled(targets, shown))
        sheet.append((*row, _NEW if new else ""))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    for letter, width in zip("ABCDE", (18, 40, 9, 52, 52), strict=True):
        sheet.column_dimensions[letter].width = width
    _add_choices(book.create_sheet(_CHOICES), sheet, records)
    out = BytesIO()
    book.save(out)
    return undated(out.getvalue())


def _add_choices(choices: Worksheet, sheet: Worksheet, records: Records) -> None:
    """A list to choose from in every row; a row may name several, parted by commas."""
    from openpyxl.worksheet.datavalidation import DataValidation

    rows = [DROP, TAG]
    for kind in _KINDS:
        of_kind = records.of_kind(kind)
        for id in sorted(of_kind):
            target = Target(kind, id)
            rows.append(spelled((target,), _name_of(target, records)))
    for row in rows:
        choices.append((row,))
    choices["C1"] = "Một ô có thể ghi nhiều nơi, cách nhau bằng dấu phẩy."
    choices["C2"] = "“tag” giữ làm thẻ; “tag:Tên khác” đổi tên thẻ; “bỏ” thì không gắn gì."
    choices["C3"] = "“section:ma-moi” tạo một chuyên mục mới, mang tên cũ."
    choices.column_dimensions["A"].width = 60
    listed = DataValidation(
        type="list", formula1=f"'{_CHOICES}'!$A$1:$A${len(rows)}", showErrorMessage=False
    )
    sheet.add_data_validation(listed)
    listed.add(f"D2:D{max(sheet.max_row, 2)}")


def read_table(file: Path, made: Chosen, counts: Mapping[Name, int]) -> Chosen:
    """What the editor filled in, over what was suggested. Raises CannotImport, which names every
    cell that is not clear."""
    rows = [one for one in sheets_of(file.name, workbook_of(file)) if one.name == _SHEET]
    if not rows:
        raise CannotImport(f"{file.name}: không có trang tính “{_SHEET}”; xóa tệp để máy tạo lại")
    what_of = {shown: what for what, shown in _WHAT.items()}
    by_text = {(what, _plain(text)): (what, text) for what, text in counts}
    read = Chosen(rest=made.rest)
    unclear: list[str] = []
    for row in rows[0].rows[1:]:
        what, text, cell, at = _cells(row.cells)
        try:
            targets = targets_in(cell)
        except Unclear as part:
            unclear.append(f"{file.name}: ô {at}: không hiểu “{part}”")
            continue
        if what == _REST:
            read.rest = next((one.id for one in targets if one.kind == "section"), "")
            if not read.rest:
                unclear.append(f"{file.name}: ô {at}: cần một chuyên mục, như section:tin-tuc")
        elif what in what_of and (name := by_text.get((what_of[what], text))):  # type: ignore[arg-type] # of _WHAT
            read.of[name] = targets or (Target("drop"),)
    if unclear:
        raise CannotImport("\n".join((*unclear, _HOW)))
    read.unlisted = [text for _, text in counts if (_, text) not in read.of]
    for name in counts:
        read.of.setdefault(name, (Target("tag") if slug(name[1]) else Target("drop"),))
    return read


_HOW = (
    "Mỗi ô ở cột “Đưa vào” ghi như section:ma, campaign:ma, unit:ma, bloc:ma, tag hoặc bỏ; "
    f"xem trang tính “{_CHOICES}”."
)


def _cells(cells: Mapping[str, object]) -> tuple[str, str, str, str]:
    texts = {letter: getattr(cell, "text", "") for letter, cell in cells.items()}
    places = {letter: getattr(cell, "place", "") for letter, cell in cells.items()}
    return texts.get("A", ""), texts.get("B", ""), texts.get("D", ""), places.get("D", "")


def new_sections(mapping: Chosen, records: Records) -> Iterator[tuple[str, str]]:
    """The id and the name of each section that the table names and the site has not."""
    made: dict[str, str] = {}
    for (what, text), targets in sorted(mapping.of.items()):
        for one in targets:
            if one.kind == "section" and one.id not in records.section and what == "category":
                made.setdefault(one.id, text)
    if mapping.rest not in records.section:
        made.setdefault(mapping.rest, "Tin tức")
    for targets in mapping.of.values():
        for one in targets:
            if one.kind == "section" and one.id not in records.section:
                made.setdefault(one.id, one.id)
    yield from made.items()


def _name_of(target: Target, records: Records) -> str:
    if target.kind not in _KINDS:
        return ""
    record = records.of_kind(target.kind).get(target.id)
    return str(getattr(record, "short_name", "") or getattr(record, "name", ""))


def _plain(text: str) -> str:
    """A name that begins like a formula stays a text, and spaces are as sheets give them back."""
    text = " ".join(text.split())
    return f"'{text}" if text[:1] in "=+-@" else text
