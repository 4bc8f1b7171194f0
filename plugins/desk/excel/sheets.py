"""The bytes of an .xlsx in; its sheets as rows of cells, merged ones spread downwards, out."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from desk.office import CannotImport
from vietnamese import clean

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MOST_ROWS = 20_000
MOST_COLUMNS = 100
_EPOCH_1904 = 1904

Value = str | Decimal | date | bool | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its value, and where it stands. `reached` tells that a merged cell above holds it;
    `uncounted` that it is a formula whose result nobody saved."""

    value: Value
    place: str
    reached: bool = False
    uncounted: bool = False
    day_1904: bool = False
    """Whether numbers of days count from 1904, as on old Macintosh computers."""

    @property
    def text(self) -> str:
        """The value as a reader sees it."""
        if self.value is None:
            return ""
        if isinstance(self.value, Decimal):
            return f"{self.value.normalize():f}"
        return str(self.value)


@dataclass(frozen=True, slots=True)
class Row:
    """A row by its number in the sheet, with its cells by the letter of their column."""

    number: int
    cells: dict[str, Cell]

    @property
    def texts(self) -> list[str]:
        """What stands in it, from the left, each text once."""
        found = (cell.text for cell in self.cells.values() if not cell.reached)
        return list(dict.fromkeys(text for text in found if text))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, and its rows, those that are empty too."""

    name: str
    rows: list[Row]


def sheets_of(name: str, data: bytes) -> list[Sheet]:
    """Every visible sheet that holds something. Raises CannotImport."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of extensions that openpyxl leaves out
            counted = load_workbook(BytesIO(data), data_only=True)
            formulas = load_workbook(BytesIO(data), data_only=False)
        day_1904 = counted.epoch.year == _EPOCH_1904
        return [
            Sheet(clean(sheet.title), list(_rows(name, sheet, formulas[sheet.title], day_1904)))
            for sheet in counted.worksheets
            if sheet.sheet_state == "visible" and sheet.max_row and sheet.dimensions != "A1:A1"
        ]
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError) as error:
        raise CannotImport(f"{name}: bên trong tệp bị hỏng, không đọc được") from error


def _rows(name: str, sheet: Worksheet, formulas: Worksheet, day_1904: bool) -> Iterator[Row]:
    from openpyxl.utils import get_column_letter

    if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
        raise CannotImport(
            f"{name}: trang tính “{sheet.title}” có {sheet.max_row} dòng, {sheet.max_column} cột; "
            f"nhiều nhất {MOST_ROWS} dòng, {MOST_COLUMNS} cột. Hãy xóa dòng, cột trống thừa"
        )
    reached = _reached(sheet)
    for number in range(1, sheet.max_row + 1):
        cells = {}
        for column in range(1, sheet.max_column + 1):
            above = reached.get((number, column))
            at = above or (number, column)
            value = _value(sheet.cell(*at).value)
            formula = formulas.cell(*at).value
            letter = get_column_letter(column)
            cells[letter] = Cell(
                value,
                f"{letter}{number}",
                reached=above is not None,
                uncounted=value is None and isinstance(formula, str) and formula[:1] == "=",
                day_1904=day_1904,
            )
        yield Row(number, cells)


def _reached(sheet: Worksheet) -> dict[tuple[int, int], tuple[int, int]]:
    """The places that a merged cell reaches down to, each with the place that holds its value."""
    return {
        (row, merged.min_col): (merged.min_row, merged.min_col)
        for merged in sheet.merged_cells.ranges
        for row in range(merged.min_row + 1, merged.max_row + 1)
    }


def _value(value: Any) -> Value:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return Decimal(repr(round(value, 9)))
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return " ".join(clean(str(value)).split()) or None
