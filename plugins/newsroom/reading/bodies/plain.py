"""A body's text in; its blocks out, where it is nothing but paragraphs and headings. Most news is,
and the parser takes ten times as long to say the same of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsroom.reading.bodies.source import MOST_HEADINGS, MOST_SIGNS
from vietnamese import heading_id

LONGEST = 20_000
"""Characters: no longer than a line may be, so that no limit on lines and blocks is passed."""


class Block(NamedTuple):
    """A paragraph, or a heading with its anchor."""

    tag: str
    text: str
    anchor: str = ""


def plain_blocks(text: str) -> list[Block] | None:
    """The blocks that the parser would find, in the same order; None where the text holds, or may
    hold, anything else. `text` is clean; nothing in it is told of as a trap."""
    if len(text) > LONGEST or any(sign in text for sign in _SIGNS):
        return None
    text = text.strip("\n")
    lines = f"\n{text}\n"
    if " \n" in lines or _NOT_PROSE.search(lines) or ("&" in text and _ENTITY.search(text)):
        return None
    if text.count("!") > MOST_SIGNS or max(text.count("\n\n"), lines.count("\n#")) > MOST_HEADINGS:
        return None
    if not text.replace("\n", "").isprintable():
        return None
    return list(_with_anchors(_blocks(text)))


_SIGNS = r"\`*_{}[]<>|"
_ENTITY = re.compile("&(?! )")
_NOT_PROSE = re.compile(
    r"""
    \n(?:
    [ =+-]                         # an indent, a list, a line under a heading, a rule
    | \d+\.[ \n]                   # a numbered list, or a year that would be taken for one
    | \#(?!\#{1,5}\ [^\s#][^#\n]*\n)  # a heading in any but its simplest form
    )""",
    re.VERBOSE,
)


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """Each block's tag and text. A heading needs no empty line around it."""
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    for chunk in text.split("\n\n"):
        if not chunk.startswith("#") and "\n#" not in chunk:
            yield "p", chunk
            continue
        lines: list[str] = []
        for line in chunk.split("\n"):
            if line.startswith("#"):
                if lines:
                    yield "p", "\n".join(lines)
                    lines = []
                signs, _, words = line.partition(" ")
                yield f"h{len(signs)}", words
            else:
                lines.append(line)
        if lines:
            yield "p", "\n".join(lines)


def _with_anchors(blocks: Iterator[tuple[str, str]]) -> Iterator[Block]:
    taken: set[str] = set()
    for tag, text in blocks:
        yield Block(tag, text, "" if tag == "p" else _anchor(text, taken))


def _anchor(text: str, taken: set[str]) -> str:
    anchor = heading_id(text)
    if not anchor or anchor in taken:
        from markdown.extensions.toc import unique

        return str(unique(anchor, taken))
    taken.add(anchor)
    return anchor
