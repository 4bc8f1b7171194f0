"""A paper in; a Word file out, laid out as Decree 30/2020/NĐ-CP, Annex I, has it: A4, Times New
Roman, 30 mm on the left, the page's number at its top but not on the first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from desk.reports.numbering import numbered
from desk.reports.paper import Block, Heading, Items, Paper, Signature, Table, Text
from desk.reports.word_parts import (
    BODY,
    NOTE,
    SMALL,
    Align,
    columns,
    grid,
    line_below,
    page_break,
    page_number,
    put,
    repeat_head,
    set_up,
    width_of,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell


def as_word(paper: Paper, now: datetime) -> bytes:
    """The file; `now` is the day it says it was made."""
    import docx

    document = docx.Document()
    set_up(document, paper.landscape)
    properties = document.core_properties
    properties.title, properties.author = f"{paper.kind}: {paper.subject}", ""
    properties.language, properties.comments = "vi-VN", ""
    properties.created = properties.modified = now.astimezone(UTC)
    page_number(document.sections[0])
    if paper.notice:
        put(document, paper.notice, size=SMALL, align=Align.CENTER, boxed=True)
    _head(document, paper)
    _title(document, paper)
    for ground in paper.grounds:
        put(document, ground, italic=True, indent=True)
    _blocks(document, numbered(paper.body))
    if paper.signature:
        _sign(document, paper.signature)
    for more in filter(None, (paper.appendix, paper.annex)):
        page_break(document)
        _blocks(document, more)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _head(document: Document, paper: Paper) -> None:
    head = paper.letterhead
    left, right = columns(document, (9, 13))
    if head.superior:
        _centred(left, head.superior, SMALL)
    _centred(left, head.issuer, SMALL, bold=True)
    line_below(left, left.width or 0, 0.4)
    _centred(left, head.number, SMALL + 1, before=6)
    _centred(right, head.state, SMALL, bold=True)
    _centred(right, head.motto, BODY, bold=True)
    line_below(right, right.width or 0, 0.62)
    _centred(right, head.place_and_day, BODY, italic=True, before=6)


def _title(document: Document, paper: Paper) -> None:
    put(document, paper.kind, bold=True, align=Align.CENTER, before=18, after=0)
    put(document, paper.subject, bold=True, align=Align.CENTER, before=0, after=0)
    line_below(document, width_of(document), 0.25)


def _blocks(document: Document, blocks: Iterable[Block]) -> None:
    for block in blocks:
        match block:
            case Heading(text=text):
                put(document, text, bold=True, indent=True, before=10, level=block.level)
            case Text(text=text):
                told = put(document, text, italic=block.open, indent=True, align=Align.JUSTIFY)
                told.paragraph_format.keep_with_next = text.endswith(":")
            case Items(items=items):
                for item in items:
                    put(document, f"- {item}", indent=True, align=Align.JUSTIFY)
            case Table():
                _table(document, block)


def _table(document: Document, table: Table) -> None:
    drawn = grid(document, table.shares, len(table.rows) + 1)
    repeat_head(drawn)
    for cell, text in zip(drawn.rows[0].cells, table.head, strict=True):
        _centred(cell, text, NOTE, bold=True)
    # `row.cells` walks the whole table each time it is asked.
    for row, cells in zip(table.rows, list(drawn.rows)[1:], strict=True):
        for place, (cell, text) in enumerate(zip(cells.cells, row, strict=True)):
            align = Align.LEFT if place in table.wide else Align.CENTER
            put(cell, text, size=NOTE, align=align, before=2, after=2)


def _sign(document: Document, end: Signature) -> None:
    left, right = columns(document, (1, 1))
    put(left, end.recipients_title, size=SMALL, bold=True, italic=True, before=12, after=0)
    for line in end.recipients:
        put(left, line, size=NOTE, before=0, after=0)
    for number, line in enumerate(end.signer):
        _centred(right, line, BODY, bold=True, before=0 if number else 12)


def _centred(
    cell: _Cell, text: str, size: int, *, bold: bool = False, italic: bool = False, before: int = 0
) -> None:
    put(
        cell,
        text,
        size=size,
        bold=bold,
        italic=italic,
        align=Align.CENTER,
        before=before,
        after=0,
    )
