"""Records in; the reports they make out, and their words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from desk.reports.coverage import coverage
from desk.reports.paper import Block, Heading, Items, Paper, Table, Text
from desk.reports.review import review
from desk.reports.span import Span
from desk.reports.stale import stale
from desk.reports.wording import Wording
from newsroom.catalogue import Words, read_catalogue
from newsroom.records.spellings import read_period
from tests.building import ROOT
from tests.newsroom.builders import site

UNITS = ("a", "b", "c")
YEAR = {
    "year": 2020,
    "head": "a",
    "deputies": ["b"],
    "members": ["c", "a", "b"],
    "regulation": "quy-che",
}


@cache
def theme() -> Words:
    """The theme's words in Vietnamese."""
    return read_catalogue(ROOT / "theme" / "translations", "theme", "vi")


def reviewed(*things: Any, period: str = "2020-H1", now: str = "2020-08-01 08:00") -> Paper:
    """The review of bloc `k`."""
    made = site(*things, now=now)
    span = Span(made, made.records.bloc["k"], read_period(period))
    return review(span, period, Wording(made, theme()), made.today)


def covered(*things: Any, year: int = 2020, now: str = "2020-12-31 08:00") -> Paper:
    """The coverage of a year."""
    made = site(*things, now=now)
    return coverage(made, year, Wording(made, theme()), made.today)


def left(*things: Any, months: int = 12, now: str = "2020-08-01 08:00") -> Paper:
    """What was left lying."""
    made = site(*things, now=now)
    return stale(made, months, Wording(made, theme()))


def lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Every line of the blocks, tables row by row."""
    for block in blocks:
        match block:
            case Heading(text=text) | Text(text=text):
                yield text
            case Items(items=items):
                yield from items
            case Table(rows=rows):
                yield from (" | ".join(row) for row in rows)


def under(paper: Paper, heading: str) -> list[str]:
    """The lines under one heading, up to the next."""
    found: list[Block] = []
    inside = False
    for block in paper.body:
        if isinstance(block, Heading):
            inside = block.text == heading
        elif inside:
            found.append(block)
    return list(lines(tuple(found)))


def content(folder: Path) -> Path:
    """A copy of the real site's content, to break or to report on."""
    import shutil

    return Path(shutil.copytree(ROOT / "content", folder / "content"))
