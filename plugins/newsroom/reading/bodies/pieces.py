"""Tags, texts and slots in the order of a body in; its parts and slots, and its words, out."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape

from newsroom.records.body import Slot
from vietnamese import find_document_references

_NO_NUMBERS_IN = frozenset(["a", "code", "pre", "h2", "h3", "h4", "h5", "h6"])
_NOT_LEADING = frozenset(
    ["blockquote", "li", "figure", "figcaption", "td", "th", "dt", "dd", "div"]
)


@dataclass(slots=True)
class _Text:
    """Running text not yet escaped; `linkable` where a number in it may become a link."""

    text: str
    linkable: bool


@dataclass(slots=True)
class Pieces:
    """Collects pieces; `texts` are the words of each block, `lead` those of the first paragraph
    that stands by itself."""

    texts: list[str] = field(default_factory=list)
    lead: str = ""
    _pieces: list[str | Slot | _Text] = field(default_factory=list)
    _block: int = 0
    _open: list[str] = field(default_factory=list)

    def text(self, text: str) -> None:
        """Words."""
        if text:
            linkable = not any(name in _NO_NUMBERS_IN for name in self._open)
            self._pieces.append(_Text(text, linkable))

    def html(self, html: str, opens: str = "", closes: str = "") -> None:
        """A tag that stays as it is."""
        self._pieces.append(html)
        self._nest(opens, closes)

    def slot(self, slot: Slot, opens: str = "", closes: str = "") -> None:
        """A place that linking fills."""
        self._pieces.append(slot)
        self._nest(opens, closes)

    def block(self) -> str:
        """End a block: the words since the last one, numbers in them made slots."""
        words = " ".join(self._words().split())
        if words:
            self.texts.append(words)
            if not self.lead and "p" in self._open and not _NOT_LEADING & set(self._open):
                self.lead = words
            self._pieces[self._block :] = _with_numbers(self._pieces[self._block :])
        self._block = len(self._pieces)
        return words

    def cut(self) -> tuple[tuple[str, ...], tuple[Slot, ...]]:
        """`parts[0] slots[0] parts[1] … parts[n]`."""
        parts: list[list[str]] = [[]]
        slots: list[Slot] = []
        for piece in self._pieces:
            if isinstance(piece, Slot):
                slots.append(piece)
                parts.append([])
            else:
                parts[-1].append(piece if isinstance(piece, str) else escape(piece.text, False))
        return tuple("".join(part) for part in parts), tuple(slots)

    def _words(self) -> str:
        words = []
        silent = False
        for piece in self._pieces[self._block :]:
            if isinstance(piece, str):
                silent = _is_mark(piece) or (silent and piece not in ("</a>", "</sup>"))
                words.append(" " if piece.startswith("<br") else "")
            elif isinstance(piece, _Text) and not silent:
                words.append(piece.text)
        return "".join(words)

    def _nest(self, opens: str, closes: str) -> None:
        if opens and opens not in ("br", "hr", "img"):
            self._open.append(opens)
        elif closes in self._open:
            while self._open.pop() != closes:
                pass


def _is_mark(html: str) -> bool:
    """Whether a tag begins the mark of a footnote, which is none of the text's words."""
    return 'class="footnote-' in html


def _with_numbers(pieces: list[str | Slot | _Text]) -> list[str | Slot | _Text]:
    """The pieces of a block with each document number that running text names made a slot."""
    whole = "".join(piece.text for piece in pieces if isinstance(piece, _Text))
    found = [one for one in find_document_references(whole) if whole[one.start : one.end]]
    if not found:
        return pieces
    made: list[str | Slot | _Text] = []
    begin = 0
    for piece in pieces:
        if not isinstance(piece, _Text):
            made.append(piece)
            continue
        end, place = begin + len(piece.text), begin
        for one in found if piece.linkable else ():
            if place <= one.start and one.end <= end:
                first = one.phrase[0] if place <= one.phrase[0] else one.start
                last = one.phrase[1] if one.phrase[1] <= end else one.end
                made.append(_Text(whole[place:first], True))
                date = one.date.isoformat() if one.date else str(one.year or "")
                written = whole[first:last]
                made.append(Slot(what="number", target=one.number, text=written, date=date))
                place = last
        made.append(_Text(whole[place:end], piece.linkable))
        begin = end
    return made
