"""A document's HTML in; its blocks, one after another, each with what is known of it, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from desk.word.preparing import Manner
from vietnamese import clean

if TYPE_CHECKING:
    from bs4 import Tag

Kind = Literal["text", "heading", "quote", "list", "table", "picture"]


@dataclass(slots=True)
class Block:
    """A paragraph, list, table or picture."""

    kind: Kind
    element: Tag
    manner: Manner = field(default_factory=Manner)
    text: str = ""
    """Its words, without what they look like; of a picture, its caption."""
    level: int = 0
    """Of a heading: 2 and more."""
    picture: int = -1
    """Of a picture: which."""


def blocks_of(parent: Tag, manners: Mapping[str, Manner]) -> Iterator[Block]:
    """The blocks below an element. A frame that is a table of one cell, and a table that only sets
    pictures side by side, are no tables."""
    for element in list(parent.find_all(recursive=False)):
        if element.name in ("ul", "ol"):
            if not _is_notes(element):
                yield Block("list", element, text=text_of(element))
        elif element.name == "table":
            yield from _of_table(element, manners)
        else:
            yield from _of_paragraph(element, manners)


def text_of(element: Tag) -> str:
    """The words of an element on one line, in NFC."""
    for line_break in element.find_all("br"):
        line_break.insert_before(" ")
    return " ".join(clean(element.get_text(" " if element.name in _HOLDERS else "")).split())


_HOLDERS = ("ul", "ol", "table", "tr", "td", "th")


def _is_notes(element: Tag) -> bool:
    """Whether a list holds the footnotes, which mammoth sets last."""
    items = element.find_all("li", recursive=False)
    return bool(items) and all(
        re.search(r"(?:foot|end)note-\d", str(item.get("id"))) for item in items
    )


def _of_paragraph(element: Tag, manners: Mapping[str, Manner]) -> Iterator[Block]:
    style = (element.get("class") or [""])[0]
    manner = manners.get(style, Manner())
    for image in element.find_all("img"):
        yield Block("picture", image, picture=int(str(image["src"])))
        image.extract()
    text = text_of(element)
    if any(map(str.isalnum, text)):
        kind: Kind = "quote" if "quote" in manner.style else "text"
        yield Block(kind, element, manner, text)


def _of_table(table: Tag, manners: Mapping[str, Manner]) -> Iterator[Block]:
    rows = [row.find_all(["td", "th"], recursive=False) for row in rows_of(table)]
    if all(len(row) <= 1 for row in rows):
        for row in rows:
            for cell in row:
                yield from blocks_of(cell, manners)
    elif _is_gallery(rows):
        for column in range(max(map(len, rows))):
            for row in rows:
                if column < len(row):
                    yield from blocks_of(row[column], manners)
    else:
        pictures = [image.extract() for image in table.find_all("img")]
        yield Block("table", table, text=text_of(table))
        for image in pictures:
            yield Block("picture", image, picture=int(str(image["src"])))


def rows_of(table: Tag) -> list[Tag]:
    """The rows of a table, not those of tables inside it."""
    return [row for row in table.find_all("tr") if row.find_parent("table") is table]


def _is_gallery(rows: Sequence[Sequence[Tag]]) -> bool:
    """Pictures with at most a caption to each."""
    cells = [cell for row in rows for cell in row]
    pictures = sum(len(cell.find_all("img")) for cell in cells)
    words = sum(any(map(str.isalnum, cell.get_text())) and not cell.img for cell in cells)
    return pictures > 0 and words <= pictures
