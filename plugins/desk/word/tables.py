"""A table of HTML in; the same as Markdown, its merged cells spread, out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.word.blocks import rows_of

if TYPE_CHECKING:
    from bs4 import Tag

MOST_COLUMNS = 60
_NUMBER = re.compile(r"(?:[-+–]?\d[\d.,\s]*%?|[-–]|)")


@dataclass(frozen=True, slots=True)
class _Cell:
    """A place in the grid: its words, and whether a merged cell only reaches over it."""

    text: str = ""
    across: bool = False
    """Reached from the left."""
    down: bool = False
    """Reached from above."""


def table_markdown(table: Tag, write: Callable[[Tag], str]) -> str:
    """A table as Markdown; `write` turns a cell into one line.

    A merged cell's words stand once in a row that it reaches over, and again in each row that it
    reaches down to, so that every row can be read alone. Head rows become one: "Điểm – tự chấm".
    """
    grid, heads = _grid(table, write)
    if not grid:
        return ""
    width = max(map(len, grid))
    grid = [[*row, *[_Cell()] * (width - len(row))] for row in grid]
    head = [_head(grid[:heads], column) for column in range(width)]
    body = [[_shown(cell) for cell in row] for row in grid[heads:]]
    numeric = [
        bool(body)
        and all(_NUMBER.fullmatch(_bare(row[column])) for row in body)
        and any(_bare(row[column]) for row in body)
        for column in range(width)
    ]
    lines = [head, [("---:" if right else "---") for right in numeric], *body]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def _grid(table: Tag, write: Callable[[Tag], str]) -> tuple[list[list[_Cell]], int]:
    """The cells of a table by row and column, and how many rows at the top are its head."""
    reaching: dict[int, tuple[int, _Cell]] = {}
    grid: list[list[_Cell]] = []
    heads = 0
    for number, row in enumerate(rows_of(table)):
        cells: list[_Cell] = []
        for cell in row.find_all(["td", "th"], recursive=False):
            _reach_down(cells, reaching)
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            text = write(cell)
            for column in range(across):
                if down > 1:
                    reaching[len(cells)] = down - 1, _Cell(text, column > 0, down=True)
                cells.append(_Cell(text, across=column > 0))
            if number < max(1, heads):
                heads = max(heads, number + down)
        _reach_down(cells, reaching)
        if row.parent is not None and row.parent.name == "thead":
            heads = max(heads, number + 1)
        grid.append(cells)
    spread = bool(grid) and any(cell.across for cell in grid[0]) and heads == 1
    return grid, min(2 if spread and len(grid) > 2 else max(heads, 1), len(grid))


def _reach_down(cells: list[_Cell], reaching: dict[int, tuple[int, _Cell]]) -> None:
    """Lay the cells that reach down from rows above, up to the next free column."""
    while len(cells) in reaching:
        left, cell = reaching.pop(len(cells))
        if left > 1:
            reaching[len(cells)] = left - 1, cell
        cells.append(cell)


def _span(cell: Tag, name: str) -> int:
    value = str(cell.get(name) or "1")
    return min(max(int(value), 1), MOST_COLUMNS) if value.isdigit() else 1


def _head(rows: list[list[_Cell]], column: int) -> str:
    parts = [row[column].text for row in rows if not row[column].down]
    return " – ".join(dict.fromkeys(part for part in parts if part))


def _shown(cell: _Cell) -> str:
    return "" if cell.across else cell.text


def _bare(text: str) -> str:
    return text.replace("*", "").replace("\\", "").strip()
