"""What was understood of a document in; the Markdown of the article's body out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from desk.word.blocks import Block
from desk.word.markdown import NOTE_PREFIX, Writer, first_guarded, quote
from vietnamese import smart_quotes

if TYPE_CHECKING:
    from bs4 import BeautifulSoup


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture with its place under content/, its description and its caption."""

    file: str
    alt: str
    caption: str = ""


def body_of(
    blocks: Sequence[Block], photos: Mapping[int, Placed], soup: BeautifulSoup, writer: Writer
) -> str:
    """The Markdown of the blocks and of the footnotes. A picture that could not be taken leaves
    its caption."""
    pieces = [piece for piece in _pieces(blocks, photos, writer) if piece.strip()]
    pieces += [note for note in _notes(soup, writer) if note]
    return "\n\n".join(pieces)


def _pieces(
    blocks: Sequence[Block], photos: Mapping[int, Placed], writer: Writer
) -> Iterator[str]:
    number = 0
    while number < len(blocks):
        block = blocks[number]
        run = _quotes(blocks[number:]) or _typed_list(blocks[number:])
        if run and block.kind == "quote":
            yield quote(first_guarded(writer.line(one.element)) for one in run)
        elif run:
            yield _as_list(run, writer)
        else:
            yield _piece(block, photos, writer)
        number += len(run) or 1


def _piece(block: Block, photos: Mapping[int, Placed], writer: Writer) -> str:
    if block.kind == "heading":
        text = re.sub(r"(?<!\\)\*+", "", writer.title(block.element))
        return f"{'#' * block.level} {text}"
    if block.kind == "list":
        return writer.list(block.element)
    if block.kind == "table":
        return writer.table(block.element)
    if block.kind == "picture":
        placed = photos.get(block.picture)
        return figure(placed) if placed else first_guarded(writer.escape(block.text, ()))
    return first_guarded(writer.line(block.element))


def figure(photo: Placed) -> str:
    """A picture as a paragraph of its own, its caption as the title."""
    alt = re.sub(r"[\[\]\\]", "", photo.alt)
    caption = smart_quotes(photo.caption).replace('"', "”").replace("\\", "")
    title = f' "{caption}"' if caption else ""
    return f"![{alt}](photo:{photo.file.removeprefix('photos/')}{title})"


def _quotes(blocks: Sequence[Block]) -> list[Block]:
    return list(takewhile(lambda block: block.kind == "quote", blocks))


_DASH = re.compile(r"(?:[-–—•●○▪*·]|o(?=\s)|\+)\s+")
_NUMBER = re.compile(r"(\d{1,2})\.\s+")


def _typed_list(blocks: Sequence[Block]) -> list[Block]:
    """The paragraphs of a list whose signs were typed: two at least, counted from 1."""
    dashed = list(takewhile(lambda one: one.kind == "text" and _DASH.match(one.text), blocks))
    if len(dashed) > 1:
        return dashed
    counted: list[Block] = []
    for block in blocks:
        found = _NUMBER.match(block.text) if block.kind == "text" else None
        if not found or int(found[1]) != len(counted) + 1:
            break
        counted.append(block)
    return counted if len(counted) > 1 else []


def _as_list(blocks: Sequence[Block], writer: Writer) -> str:
    """Signs become hyphens; items with a plus below one with a hyphen stand in it."""
    lines = []
    outer = False
    for block in blocks:
        text = writer.title(block.element)
        if found := _NUMBER.match(text):
            lines.append(f"{found[1]}. {text[found.end() :]}")
            continue
        found = _DASH.match(text.lstrip("\\"))
        plain = text.lstrip("\\")[found.end() :] if found else text
        inner = bool(found) and text.startswith("+") and outer
        outer = outer or not text.startswith("+")
        lines.append(f"{'    ' if inner else ''}- {plain}")
    return "\n".join(lines)


def _notes(soup: BeautifulSoup, writer: Writer) -> Iterator[str]:
    """Footnotes and endnotes, each a paragraph below the text."""
    for item in soup.find_all("li", id=re.compile(r"(?:foot|end)note-\d")):
        found = re.search(r"(foot|end)note-(\d+)", str(item["id"]))
        for back in item.find_all("a", href=re.compile(r"note-ref-")):
            back.decompose()
        parts = [writer.title(part) for part in item.find_all("p") or [item]]
        text = " ".join(part for part in parts if part)
        if found and text:
            yield f"[^{NOTE_PREFIX[found[1]]}{found[2]}]: {text}"
