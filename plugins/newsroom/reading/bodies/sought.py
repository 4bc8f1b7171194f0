"""The lines of a body in; the line on which an address, or a number, was written, out."""

from __future__ import annotations

from html import escape


class Sought:
    """Looks for texts in the order in which they were written, as far as that can be known."""

    def __init__(self, lines: list[str], first: int) -> None:
        self._lines = lines
        self._first = first
        self._last: dict[str, int] = {}

    def line(self, text: str) -> int:
        """The line in the file of the next place that has this text; the body's first where it
        stands nowhere as such."""
        begin = self._last.get(text, -1) + 1
        for spelled in (text, escape(text)):
            for number in range(begin, len(self._lines)):
                if spelled and spelled in self._lines[number]:
                    self._last[text] = number
                    return self._first + number
        return self._first + max(begin - 1, 0)
