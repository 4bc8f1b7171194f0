"""The headings of a paper in; the same with their numbers out: I, II, III, and 1, 2, 3 in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from desk.reports.paper import Block, Heading

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """Headings numbered as Decree 30/2020/NĐ-CP, Annex I, has the parts of a document."""
    part = chapter = 0
    for block in blocks:
        if not isinstance(block, Heading):
            yield block
        elif block.level == 1:
            part, chapter = part + 1, 0
            yield replace(block, text=f"{ROMAN[part - 1]}. {block.text}")
        else:
            chapter += 1
            yield replace(block, text=f"{chapter}. {block.text}")
