"""A file's text in; its header's lines and its body, with where each begins, out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsroom.reading.findings import Findings
from newsroom.reading.legacy_header import converted

LARGEST_HEADER = 128 << 10
"""Characters. Ten years of a bloc of forty members, with scores, fit."""


@dataclass(frozen=True, slots=True)
class Fenced:
    """The two parts of a file; `first` is the header's first line in the file, from 1."""

    header: list[str]
    first: int
    body: str
    body_first: int


def split(text: str, findings: Findings) -> Fenced | None:
    """Part a Markdown record at its `---` fences; None where it has none."""
    lines = text.split("\n")
    if not _is_fence(lines[0]):
        _tell_missing(lines, findings)
        return None
    closing = next((i for i, line in enumerate(lines) if i and _is_fence(line)), None)
    if closing is None:
        findings.add("E103", (1, 1))
        return None
    return _checked(
        Fenced(lines[1:closing], 2, "\n".join(lines[closing + 1 :]), closing + 2), findings
    )


def whole(text: str, findings: Findings) -> Fenced | None:
    """A record that is all header (site.yaml, sections/*.yaml)."""
    return _checked(Fenced(text.split("\n"), 1, "", 1), findings)


def _checked(fenced: Fenced, findings: Findings) -> Fenced | None:
    size = sum(map(len, fenced.header))
    if size > LARGEST_HEADER:
        findings.add("E115", (1, 1), size=size // 1024, limit=LARGEST_HEADER // 1024)
        return None
    return fenced


def _is_fence(line: str) -> bool:
    return line.rstrip() == "---"


def _tell_missing(lines: list[str], findings: Findings) -> None:
    first = next((i for i, line in enumerate(lines) if line.strip()), 0)
    if _is_fence(lines[first]):
        findings.add("E116", (1, 1), lines=first)
    elif re.match(r"[A-Za-z][\w-]*:(?:\s|$)", lines[first]):
        findings.add("E102", (first + 1, 1), header=converted(lines[first:]))
    else:
        findings.add("E101", (1, 1))
