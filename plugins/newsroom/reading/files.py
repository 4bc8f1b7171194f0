"""One file's bytes in; its record, or its problems, out. Nothing here knows of other files, so
that files can be spread over workers and answered from what an earlier build learned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from newsroom.problems import Problem
from newsroom.reading.assets import Named, assets_of
from newsroom.reading.bodies import BodyReader
from newsroom.reading.checking import TYPES, Checker, markdown_keys, present
from newsroom.reading.decoding import decode
from newsroom.reading.fences import Fenced, split, whole
from newsroom.reading.findings import Findings
from newsroom.reading.front_matter import Header, parse
from newsroom.reading.privacy import tell_private
from newsroom.records import Record, SiteInfo
from newsroom.records.remains import Remains, remains_of
from newsroom.records.values import Kind
from vietnamese import clean, truncate_syllables

SUMMARY_SYLLABLES = 45
_ALL_HEADER = ("site", "section")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRead:
    """What reading learned of one file. `record` is None where it is broken; `remains` is then
    what of it can still be checked, if anything."""

    record: Record | SiteInfo | None
    problems: tuple[Problem, ...]
    remains: Remains | None = None
    assets: tuple[Named, ...] = ()
    """The photos and files that the record names."""


class FileReader:
    """Reads files one after another; one for each worker."""

    def __init__(self) -> None:
        self.checker = Checker()
        self.bodies = BodyReader()

    def read(self, kind: Kind, id: str, file: str, data: bytes) -> FileRead:
        """The record in these bytes. `file` is the path under content/."""
        findings = Findings(file)
        text = decode(data, findings)
        part = whole if kind in _ALL_HEADER else split
        fenced = None if text is None else part(text, findings)
        if fenced is None:
            return FileRead(record=None, problems=tuple(findings.problems))
        header = parse(fenced.header, fenced.first, findings)
        given = self._given(kind, id, header, fenced, findings)
        record = None
        if header:
            self._read_markdown(kind, header, fenced, findings)
            record = self.checker.record(kind, header, given, findings)
        tell_private(kind, header, fenced, findings)
        problems = tuple(findings.problems)
        if not findings.broken:
            named = tuple(assets_of(record))
            return FileRead(record=record, problems=problems, assets=named)
        written = {**present(header.values if header else {}), **given}
        return FileRead(
            record=None, problems=problems, remains=remains_of(file, TYPES[kind], written)
        )

    def _given(
        self, kind: Kind, id: str, header: Header | None, fenced: Fenced, findings: Findings
    ) -> dict[str, Any]:
        """What the file says of a record outside its header."""
        given: dict[str, Any] = {"id": id, "file": findings.file}
        if kind not in _ALL_HEADER:
            read = self.bodies.read(fenced.body, fenced.body_first, findings)
            given["body"] = read.body
            if kind == "article" and header and not present(header.values.get("summary")):
                given["made_summary"] = truncate_syllables(read.lead, SUMMARY_SYLLABLES)
        return given

    def _read_markdown(
        self, kind: Kind, header: Header, fenced: Fenced, findings: Findings
    ) -> None:
        for name in markdown_keys(kind):
            text = header.values.get(name)
            if isinstance(text, str) and text.strip():
                line = header.place((name,))[0]
                if fenced.header[line - fenced.first].rstrip().endswith(("|", "|-", ">", ">-")):
                    line += 1
                written = [clean(each) for each in fenced.header[line - fenced.first :]]
                read = self.bodies.read(text, line, findings, f"{name}-", written)
                header.values[name] = read.body
