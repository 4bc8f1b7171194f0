"""A paper in; one page of HTML out, made to be printed on A4. Nothing is loaded from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from desk.reports.numbering import numbered
from desk.reports.paper import Block, Paper, Table


@dataclass(frozen=True, slots=True)
class Shown:
    """A block as the template asks about it."""

    kind: str
    it: Block
    shares: tuple[float, ...] = ()
    """A table's columns, in percent."""


def as_html(paper: Paper) -> bytes:
    """The whole page; what records say is escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.get_template("paper.html")
    ends = [_shown(each) for each in (paper.appendix, paper.annex) if each]
    return template.render(paper=paper, body=_shown(numbered(paper.body)), ends=ends).encode()


def _shown(blocks: Iterable[Block]) -> list[Shown]:
    return [Shown(type(block).__name__, block, _shares(block)) for block in blocks]


def _shares(block: Block) -> tuple[float, ...]:
    if not isinstance(block, Table):
        return ()
    whole = sum(block.shares)
    return tuple(round(100 * share / whole, 2) for share in block.shares)
