"""A text, a font and a width in; its lines out, none wider, all of about the same length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import ImageFont

from vietnamese import nbsp

MORE = "…"


@dataclass(frozen=True, slots=True)
class Typeset:
    """Lines in a font; `leading` is from one baseline to the next, in pixels."""

    font: ImageFont.FreeTypeFont
    lines: tuple[str, ...]
    leading: int

    @property
    def height(self) -> int:
        """Of all its lines, in pixels."""
        return len(self.lines) * self.leading


def set_lines(text: str, font: ImageFont.FreeTypeFont, width: int, most: int) -> tuple[str, ...]:
    """The text in as few lines as there can be, evened out; what is beyond `most` is cut, and
    said to be. A number stays with its noun."""
    words = [part for word in nbsp(text).split(" ") if word for part in _split(word, font, width)]
    measured = [(word, font.getlength(word)) for word in words]
    gap = font.getlength(" ")
    lines = _filled(measured, gap, width)
    if len(lines) > most:
        return (*lines[: most - 1], _cut(" ".join(lines[most - 1 :]), font, width))
    return _evened(measured, gap, width, lines)


def _filled(words: Sequence[tuple[str, float]], gap: float, width: float) -> tuple[str, ...]:
    lines: list[list[str]] = []
    room = 0.0
    for word, length in words:
        if lines and room >= gap + length:
            lines[-1].append(word)
            room -= gap + length
        else:
            lines.append([word])
            room = width - length
    return tuple(map(" ".join, lines))


def _evened(
    words: Sequence[tuple[str, float]], gap: float, width: int, lines: tuple[str, ...]
) -> tuple[str, ...]:
    """As many lines in the narrowest width that holds them."""
    narrow, wide = max((length for _, length in words), default=0.0), float(width)
    while wide - narrow > 8:
        middle = (narrow + wide) / 2
        tried = _filled(words, gap, middle)
        if len(tried) <= len(lines):
            wide, lines = middle, tried
        else:
            narrow = middle
    return lines


def _split(word: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """A word, in pieces where it is wider than a line."""
    pieces = []
    while font.getlength(word) > width:
        end = len(word) - 1
        while end > 1 and font.getlength(word[:end]) > width:
            end -= 1
        pieces.append(word[:end])
        word = word[end:]
    return [*pieces, word]


def _cut(text: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    while len(text) > 1 and font.getlength(text + MORE) > width:
        text = text[:-1].rpartition(" ")[0] or text[:-1]
    return text.rstrip(" ,;:.–-") + MORE
