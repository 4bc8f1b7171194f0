"""Problems from later stages, which know keys but no lines, in; the same with their places out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from newsroom.problems import Problem
from newsroom.reading.decoding import decode
from newsroom.reading.fences import split, whole
from newsroom.reading.findings import Findings
from newsroom.reading.front_matter import Header, parse


def locate(problems: Iterable[Problem], content: Path) -> list[Problem]:
    """Give line and column to each problem that has only `keys`, by reading its file's header
    again; a file is read once."""
    headers: dict[str, Header | None] = {}
    located = []
    for problem in problems:
        if problem.line or not problem.keys:
            located.append(problem)
            continue
        if problem.file not in headers:
            headers[problem.file] = _header(content / problem.file, problem.file)
        located.append(_placed(problem, headers[problem.file]))
    return located


def _placed(problem: Problem, header: Header | None) -> Problem:
    if header is None:
        return problem
    line, column = header.place(problem.keys)
    return replace(problem, line=line, column=column)


def _header(path: Path, file: str) -> Header | None:
    unheard = Findings(file)
    try:
        text = decode(path.read_bytes(), unheard)
    except OSError:
        return None
    if text is None:
        return None
    fenced = (whole if path.suffix == ".yaml" else split)(text, unheard)
    return parse(fenced.header, fenced.first, unheard) if fenced else None
