"""The way of one body: its source looked over, Markdown to HTML, HTML cleaned, cut into slots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.reading.bodies.cleaning import cleaned
from newsroom.reading.bodies.cutting import BODY_PREFIX, Cutter
from newsroom.reading.bodies.plain import plain_blocks
from newsroom.reading.bodies.sought import Sought
from newsroom.reading.bodies.source import prepared
from newsroom.reading.findings import Findings
from newsroom.records.body import Body
from vietnamese import clean

if TYPE_CHECKING:
    from markdown import Markdown


@dataclass(frozen=True, slots=True)
class BodyRead:
    """A body and its `lead`: the text of its first paragraph, of which a summary can be made."""

    body: Body
    lead: str = ""


class BodyReader:
    """Reads bodies one after another; one for each worker, since Markdown takes long to make."""

    def __init__(self) -> None:
        self._markdown: Markdown | None = None

    def read(
        self,
        text: str,
        first: int,
        findings: Findings,
        prefix: str = BODY_PREFIX,
        written: Sequence[str] = (),
    ) -> BodyRead:
        """The body that begins on line `first` of the file; `prefix` goes before its anchors.
        `written` are the file's lines from there on, where the text stands otherwise in them:
        indented or folded, as a value of the header."""
        text = clean_lines(text)
        if not text.strip():
            return BodyRead(Body(parts=("",)))
        blocks = plain_blocks(text)
        if blocks is not None:
            cutter = Cutter(Sought(written or text.split("\n"), first), prefix, findings)
            return BodyRead(*cutter.join(blocks))
        return self.read_in_full(text, first, findings, prefix, written)

    def read_in_full(
        self,
        text: str,
        first: int,
        findings: Findings,
        prefix: str,
        written: Sequence[str] = (),
    ) -> BodyRead:
        """The body of any text that is clean and not empty, by way of the parser."""
        lines = prepared(text.split("\n"), first, findings)
        if lines is None:
            return BodyRead(Body(parts=("",)))
        html = self._html("\n".join(lines), first, findings)
        cutter = Cutter(Sought(written or lines, first), prefix, findings)
        return BodyRead(*cutter.cut(cleaned(html, prefix)))

    def _html(self, text: str, first: int, findings: Findings) -> str:
        """HTML not yet clean. After an exception the instance is thrown away: `reset` keeps the
        parser's state, and the next article would come out wrong."""
        from newsroom.reading.bodies.tree import markdown

        converter = self._markdown or markdown()
        self._markdown = None
        try:
            html: str = converter.reset().convert(text)
        except (RecursionError, ValueError, IndexError, KeyError, TypeError, AttributeError):
            findings.add("E311", (first, 1))
            return ""
        self._markdown = converter
        return html


def clean_lines(text: str) -> str:
    """The text in NFC, its lines what they were. A line indented by no-break or wide spaces, as
    Word leaves it, loses them: cleaned into plain ones they would make it code."""
    lines = (
        line.lstrip() if line[:1].isspace() and line[0] not in " \t" else line
        for line in text.split("\n")
    )
    return clean("\n".join(lines))
