"""Single cells: numbers and days as offices write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from desk.excel.sheets import Cell
from desk.excel.values import NotRead, day, number, period, whole


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1.234,5", "1234.5"),
        ("96,25", "96.25"),
        ("95.5", "95.5"),
        ("1.250", "1250"),
        ("12 000", "12000"),
        ("85%", "85"),
        ("-", ""),
        (Decimal("96.40"), "96.4"),
        (Decimal(100), "100"),
    ],
)
def test_numbers_are_read_as_vietnamese_write_them(written: str | Decimal, read: str) -> None:
    assert number(Cell(written, "A1")) == read


@pytest.mark.parametrize("written", ["1,234.5", "chín", "1.23.4"])
def test_a_number_in_another_spelling_is_refused(written: str) -> None:
    with pytest.raises(NotRead, match="A1"):
        number(Cell(written, "A1"))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (date(2026, 3, 4), "2026-03-04"),
        (Decimal(46085), "2026-03-04"),
        ("4/3/2026", "2026-03-04"),
        ("04-03-2026", "2026-03-04"),
        ("ngày 4 tháng 3 năm 2026", "2026-03-04"),
        (None, ""),
    ],
)
def test_days_are_read_day_first(written: str | date | Decimal | None, read: str) -> None:
    assert day(Cell(written, "A1")) == read


def test_days_of_old_macintosh_files_count_from_1904() -> None:
    assert day(Cell(Decimal(44623), "A1", day_1904=True)) == "2026-03-04"


@pytest.mark.parametrize("written", ["3/2026", "4/3/26", "30/2/2026", Decimal(12), "mai"])
def test_what_is_no_full_day_is_refused(written: str | Decimal) -> None:
    with pytest.raises(NotRead, match="A1"):
        day(Cell(written, "A1"))


def test_ranks_may_be_worded() -> None:
    texts = ["Nhất", "thứ 2", "III", "4"]

    assert [whole(Cell(text, "A1")) for text in texts] == ["1", "2", "3", "4"]


def test_periods_may_be_years_and_halves() -> None:
    texts = ["2025", "Năm 2025", "2021 - 2025", "6 tháng đầu năm 2026"]

    read = [period(Cell(text, "A1")) for text in texts]

    assert read == ["2025", "2025", "2021..2025", "2026-H1"]
