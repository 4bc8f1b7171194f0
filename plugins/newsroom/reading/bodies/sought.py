"""The lines of a body in; where an address, or a number, was written, out."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from newsroom.reading.findings import Place


class Sought:
    """Looks for texts in the order in which they were written, as far as that can be known."""

    def __init__(self, lines: Sequence[str], first: int) -> None:
        self._lines = lines
        self._first = first
        self._last: dict[str, Place] = {}

    def place(self, text: str) -> Place:
        """Line and column in the file of the next place that has this text; the body's first, or
        the last place found, where it stands nowhere more as such."""
        line, column = self._last.get(text, (0, 0))
        for spelled in (text, escape(text)):
            for number in range(line, len(self._lines)):
                found = self._lines[number].find(spelled, column if number == line else 0)
                if spelled and found >= 0:
                    self._last[text] = (number, found + 1)
                    return self._first + number, found + 1
        return self._first + line, max(column, 1)
