"""A sheet and its map in; the rows that may be records, the titles above them, and why each other
row is none, out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from desk.excel.columns import TableMap
from desk.excel.fields import FIELDS, SheetKind
from desk.excel.sheets import Cell, Row, Sheet
from vietnamese import find_document_references, fold

_TOTAL = re.compile(r"(?:tong|cong|tong cong|tong so|cong chung|binh quan|trung binh)(?: \d.*)?")
_COUNTED = re.compile(r"\(?[\dA-Z]{1,2}\)?(?:\s*=.*)?")
_DATED = re.compile(
    r"ngày\s+\d+\s*(?:[/.-]\s*\d+\s*[/.-]|tháng\s+\d+\s+năm)\s*\d{4}", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class DataRow:
    """A row that may be a record: its cells by key, and the name of the group it stands in."""

    number: int
    cells: dict[str, Cell]
    group: str = ""


@dataclass(slots=True)
class Table:
    """What a sheet holds."""

    titles: list[str] = field(default_factory=list)
    rows: list[DataRow] = field(default_factory=list)
    skipped: list[tuple[int, str]] = field(default_factory=list)
    """Rows that are no records: number and reason."""


def table_of(kind: SheetKind, sheet: Sheet, found: TableMap) -> Table:
    """Part a sheet by its map."""
    table = Table()
    group = ""
    headings: list[str] = []
    for row in sheet.rows:
        texts = row.texts
        if not texts:
            continue
        if row.number < found.header:
            table.titles.append(" ".join(texts))
        elif row.number == found.header:
            headings = texts
        elif reason := _no_record(row, headings, found):
            table.skipped.append((row.number, reason))
        elif _is_group(row, kind, found):
            group = " ".join(texts)
            table.skipped.append((row.number, f"dòng tên nhóm hoặc ghi chú: “{group}”"))
        else:
            cells = {
                key: row.cells[letter]
                for letter, key in found.columns.items()
                if letter in row.cells
            }
            table.rows.append(DataRow(row.number, cells, group))
    return table


def _no_record(row: Row, headings: list[str], found: TableMap) -> str:
    texts = row.texts
    if all(_COUNTED.fullmatch(text) for text in texts) and row.number == found.header + 1:
        return "dòng đánh số cột"
    if texts == headings:
        return "lặp lại dòng tên cột"
    first = next((text for text in texts if not text.isdigit()), "")
    return f"dòng tổng cộng: “{first}”" if _TOTAL.fullmatch(fold(first)) else ""


_NUMERAL = re.compile(r"(?:[IVX]{1,4}|[A-ZĐ])(?:[.)/]\s*.*|\s+\S.*|)")


def _is_group(row: Row, kind: SheetKind, found: TableMap) -> bool:
    """Whether only the name of a group stands there, or a word below the table: hardly a cell is
    filled, and not what every record must have, unless behind a numeral or a letter."""
    if any(row.cells[letter].reached for letter in found.columns if letter in row.cells):
        return False
    filled = [letter for letter, cell in row.cells.items() if cell.text]
    ours = [letter for letter in filled if letter in found.columns]
    if len(ours) > 1 or len(filled) > 2 or (len(ours) == 1 and len(found.columns) == 1):
        return False
    if not row.texts[0].isdigit() and _NUMERAL.fullmatch(row.texts[0]):
        return True
    needed = {one.key for one in FIELDS[kind] if one.required}
    return not needed & {found.columns[letter] for letter in ours}


def said_above(titles: list[str]) -> dict[str, str]:
    """What the titles above a table say of all its rows: the decision's number and day, the year,
    the award. By key."""
    whole = " ; ".join(titles)
    found: dict[str, str] = {}
    rest = whole
    for reference in reversed(find_document_references(whole)):
        if reference.type in (None, "Quyết định"):
            found["decision"] = reference.number
            if reference.date:
                found["conferred"] = reference.date.isoformat()
        rest = rest[: reference.start] + rest[reference.end :]
    years = re.findall(r"(?<!\w)năm\s+(\d{4})", _DATED.sub("", rest), re.IGNORECASE)
    if years:
        found["period"] = found["year"] = years[-1]
    if award := next(_awards(titles), ""):
        found["title"] = award
    return found


_AWARD = re.compile(
    r"(?<!\w)(?:danh hiệu\s+)?[“\"]?((?:bằng khen|giấy khen|cờ thi đua|huân chương|huy chương"
    r"|kỷ niệm chương|huy hiệu|chiến sĩ thi đua|chiến sỹ thi đua|lao động tiên tiến"
    r"|tập thể lao động)[^”\",;(–]*)",
    re.IGNORECASE,
)
_AFTER_AWARD = re.compile(
    r"\s+(?:năm|giai đoạn|theo|về|vì|cho|kèm|đợt|đã|có|trong|ban hành)(?!\w).*", re.IGNORECASE
)


def _awards(titles: list[str]) -> Iterator[str]:
    for title in titles:
        if found := _AWARD.search(title):
            named = _AFTER_AWARD.sub("", found[1]).strip()
            yield _in_small_letters(named) if named.isupper() else named[:1].upper() + named[1:]


_PROPER = (
    "Chủ tịch",
    "Thủ tướng",
    "Chính phủ",
    "Ủy ban nhân dân",
    "Bộ trưởng",
    "Tỉnh ủy",
    "Ban Thường vụ",
    "Nhà nước",
)


def _in_small_letters(title: str) -> str:
    """An award named in capitals as running text has it."""
    small = title.lower().replace("ubnd", "Ủy ban nhân dân")
    for name in _PROPER:
        small = re.sub(name, name, small, flags=re.IGNORECASE)
    return small[:1].upper() + small[1:]
