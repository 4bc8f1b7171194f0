"""A record in; its text as it was typed, line by line, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsroom.reading.decoding import decode
from newsroom.reading.fences import split
from newsroom.reading.findings import Findings
from newsroom.records import Record


@dataclass(frozen=True, slots=True)
class Written:
    """A record and its body's lines; `first` is the number of the first in the file."""

    kind: str
    record: Record
    lines: tuple[str, ...]
    first: int

    def numbered(self) -> Iterator[tuple[int, str]]:
        """Each line with its number in the file."""
        yield from enumerate(self.lines, self.first)

    def place(self, start: int) -> tuple[int, int]:
        """Line and column in the file of a character of `text`."""
        before = self.text[:start]
        return self.first + before.count("\n"), start - (before.rfind("\n") + 1) + 1

    @property
    def text(self) -> str:
        """The body as it was typed."""
        return "\n".join(self.lines)


def written(kind: str, record: Record, content: Path) -> Written | None:
    """The text of a record; None where the file is gone or holds no body."""
    unheard = Findings(record.file)
    try:
        text = decode((content / record.file).read_bytes(), unheard)
    except OSError:
        return None
    if text is None or kind == "section":
        return Written(kind, record, (), 1) if text is not None else None
    fenced = split(text, unheard)
    return (
        Written(kind, record, tuple(fenced.body.split("\n")), fenced.body_first)
        if fenced
        else None
    )
