"""A cell in; the day, number, year or text in it as a record spells it, or why it is none, out."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

from desk.excel.sheets import Cell
from vietnamese import DateError, PeriodError, parse_content_period, parse_date, parse_period
from vietnamese.periods import content_spelling

_FIRST_SERIAL, _LAST_SERIAL = 1_000, 80_000
"""Days from 1902 to 2119: smaller numbers are no days."""
_DAY_ZERO = {False: date(1899, 12, 30), True: date(1904, 1, 1)}


class NotRead(ValueError):
    """A cell that does not hold what its column should; says what is wrong."""


def text(cell: Cell) -> str:
    """The text of a cell; a number as it stands."""
    _refuse_uncounted(cell)
    return cell.text


def day(cell: Cell) -> str:
    """A day: a date, a number of days as Excel counts them, or a text with the day first."""
    _refuse_uncounted(cell)
    if cell.value is None:
        return ""
    if isinstance(cell.value, date):
        return cell.value.isoformat()
    if isinstance(cell.value, Decimal):
        if not _FIRST_SERIAL <= cell.value <= _LAST_SERIAL:
            raise NotRead(f"ô {cell.place} “{cell.text}” không phải là ngày")
        return (_DAY_ZERO[cell.day_1904] + timedelta(int(cell.value))).isoformat()
    try:
        found = parse_date(cell.text)
    except DateError as error:
        hint = f", ý bạn là {error.suggestion}?" if error.suggestion else ""
        raise NotRead(
            f"ô {cell.place} “{cell.text}” không phải là ngày (viết như 31/7/2020){hint}"
        ) from None
    return (found.date() if isinstance(found, datetime) else found).isoformat()


_THOUSANDS = re.compile(r"[-+]?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"[-+]?\d+(?:[.,]\d+)?")


def number(cell: Cell) -> str:
    """A number with a decimal point. A text is read as Vietnamese write it: 1.234,5; a dot before
    three digits parts thousands."""
    _refuse_uncounted(cell)
    if isinstance(cell.value, Decimal):
        return cell.text
    written = cell.text.replace(" ", "").removesuffix("điểm").removesuffix("%")
    if written in ("", "-", "–", "x"):
        return ""
    if _THOUSANDS.fullmatch(written):
        written = written.replace(".", "")
    elif not _PLAIN.fullmatch(written):
        raise NotRead(f"ô {cell.place} “{cell.text}” không phải là số")
    return f"{Decimal(written.replace(',', '.')):f}"


def whole(cell: Cell) -> str:
    """A whole number; a rank may be worded: "Nhất", "Thứ 2", "II"."""
    found = number_in_words(cell.text)
    if found:
        return found
    written = number(cell)
    if written and Decimal(written) != int(Decimal(written)):
        raise NotRead(f"ô {cell.place} “{cell.text}” không phải là số nguyên")
    return str(int(Decimal(written))) if written else ""


_WORDS = {"nhất": "1", "nhì": "2", "ba": "3", "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}


def number_in_words(written: str) -> str:
    """The digits of "Nhất" or "thứ 2"; nothing for what is no such word."""
    plain = re.sub(r"^(?:hạng|thứ|giải)\s+", "", written.lower().strip())
    return _WORDS.get(plain, plain if plain.isdigit() and plain != written else "")


def period(cell: Cell) -> str:
    """A period: a year, a half-year, years "2021-2025"; also in words."""
    _refuse_uncounted(cell)
    if isinstance(cell.value, date):
        return str(cell.value.year)
    written = cell.text
    if not written:
        return ""
    years = re.fullmatch(r"(\d{4})\s*[-–]\s*(\d{4})", written)
    if years:
        written = f"{years[1]}..{years[2]}"
    for read in (parse_content_period, parse_period):
        try:
            spelled = content_spelling(read(written))
        except PeriodError:
            continue
        if spelled:
            return spelled
    raise NotRead(f"ô {cell.place} “{cell.text}” không phải là năm hay giai đoạn")


def _refuse_uncounted(cell: Cell) -> None:
    if cell.uncounted:
        raise NotRead(
            f"ô {cell.place} là công thức chưa có kết quả; hãy mở bằng Excel rồi lưu lại"
        )
    if isinstance(cell.value, str) and re.fullmatch(
        r"#(?:REF|N/A|VALUE|DIV/0|NAME)[!?]?.*", cell.value
    ):
        raise NotRead(f"ô {cell.place} là công thức hỏng ({cell.value})")
