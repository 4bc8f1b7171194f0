"""A paper in; Markdown out, for whoever carries on in an editor of text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.reports.numbering import numbered
from desk.reports.paper import Block, Heading, Items, Paper, Table, Text

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~])")
_BULLET = re.compile(r"^([-+=])")
_NUMBER = re.compile(r"^(\d+)([.)])")


def as_markdown(paper: Paper) -> bytes:
    """The paper's parts in order, blank lines between; words stay words, whatever signs they
    hold."""
    return ("\n\n".join(_parts(paper)) + "\n").encode()


def _parts(paper: Paper) -> Iterator[str]:
    head = paper.letterhead
    left = (head.superior, f"**{_plain(head.issuer)}**", head.number)
    right = (f"**{head.state}**", f"**{head.motto}**", head.place_and_day)
    yield "  \n".join(part for part in left if part)
    yield "  \n".join(part for part in right if part)
    if paper.notice:
        yield f"> {_plain(paper.notice)}"
    yield f"# {_plain(paper.kind)}: {_plain(paper.subject)}"
    yield from (f"*{_plain(ground)}*" for ground in paper.grounds)
    for block in numbered(paper.body):
        yield _block(block)
    if paper.signature:
        end = paper.signature
        yield "  \n".join(f"**{_plain(line)}**" for line in end.signer)
        yield "  \n".join(map(_begun, (end.recipients_title, *end.recipients)))
    for more in filter(None, (paper.appendix, paper.annex)):
        yield "---"
        yield from map(_block, more)


def _block(block: Block) -> str:
    match block:
        case Heading(text=text, level=level):
            return f"{'#' * (level + 1)} {_plain(text)}"
        case Text(text=text):
            return _begun(text)
        case Items(items=items):
            return "\n".join(f"- {_begun(item)}" for item in items)
        case Table():
            return _table(block)


def _table(table: Table) -> str:
    rule = (":---" if place in table.wide else ":---:" for place in range(len(table.head)))
    return "\n".join((_row(table.head), _joined(rule), *map(_row, table.rows)))


def _row(cells: tuple[str, ...]) -> str:
    return _joined(map(_plain, cells))


def _joined(cells: Iterator[str] | map[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _plain(text: str) -> str:
    """No sign in it means anything to Markdown; line ends become spaces."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


def _begun(text: str) -> str:
    """The same where a line begins with it: neither a list nor a rule."""
    return _NUMBER.sub(r"\1\\\2", _BULLET.sub(r"\\\1", _plain(text)))
