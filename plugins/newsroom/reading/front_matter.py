"""A header's lines in; its keys and values, all of them text, with the place of each, out.

Built on PyYAML's events, since its loaders hide duplicate keys, unused anchors and places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from newsroom.reading.decoding import CONTROL
from newsroom.reading.findings import Findings, Place
from newsroom.reading.mending import mend
from newsroom.reading.quoting import quoted
from newsroom.records.shapes import Keys

DEEPEST = 12
_MOST_MENDED = 12
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Header:
    """Values as written (text, lists, mappings) and where they stand."""

    values: dict[str, Any] = field(default_factory=dict)
    value_places: dict[Keys, Place] = field(default_factory=dict)
    key_places: dict[Keys, Place] = field(default_factory=dict)
    refused: set[Keys] = field(default_factory=set)
    """Keys whose value was told of already, and left out."""

    def place(self, keys: Keys) -> Place:
        """The place of the value, or of the nearest thing around it; (1, 1) at the top."""
        while keys:
            if keys in self.value_places:
                return self.value_places[keys]
            keys = keys[:-1]
        return (1, 1)

    def key_place(self, keys: Keys) -> Place:
        """The place of the key itself."""
        return self.key_places.get(keys) or self.place(keys)


def parse(lines: list[str], first: int, findings: Findings) -> Header | None:
    """The header whose first line has the number `first` in the file; None where it is no header.

    A line that is no YAML is told with the line that was meant; reading goes on with that one, so
    that the other mistakes of the file are found too.
    """
    lines = _without_tabs(lines, first, findings)
    if not _is_shallow(lines):
        findings.add("E110", (first, 1), limit=DEEPEST)
        return None
    for _ in range(_MOST_MENDED):
        attempt = _Composer(lines, first, Findings(findings.file))
        try:
            header = attempt.header()
        except _TooDeep:
            findings.add("E110", (first, 1), limit=DEEPEST)
            return None
        except yaml.MarkedYAMLError as error:
            mended = _tell(error, lines, first, findings)
            if mended is None:
                return None
            lines = mended
        else:
            findings.problems.extend(attempt.findings.problems)
            return header
    return None


class _TooDeep(Exception):
    """Lists in lists in lists: no record has them, and the parser might not bear them."""


class _Composer:
    """One pass over the events of a header."""

    def __init__(self, lines: list[str], first: int, findings: Findings) -> None:
        self.lines = lines
        self.first = first
        self.findings = findings
        self.made = Header()
        self.events: Iterator[Any] = yaml.parse("\n".join(lines), Loader=_LOADER)

    def header(self) -> Header | None:
        values: Any = {}
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if self.made.value_places:
                    self.findings.add("E117", self.at(event))
                    return None
                values = self.node(next(self.events), ())
        if values in (None, ""):
            values = {}
        if not isinstance(values, dict):
            self.findings.add("E118", (self.first, 1))
            return None
        self.made.values.update(values)
        return self.made

    def node(self, event: Any, keys: Keys) -> Any:
        """The value that begins with this event; None where it is refused."""
        self.made.value_places[keys] = self.at(event)
        refused = self.refuses(event, keys)
        if len(keys) > DEEPEST:
            raise _TooDeep
        value: Any = None
        if isinstance(event, yaml.MappingStartEvent):
            value = self.mapping(keys)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self.items(keys)
        elif isinstance(event, yaml.ScalarEvent):
            value = self.scalar(event, keys)
        return None if refused else value

    def mapping(self, keys: Keys) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise yaml.MarkedYAMLError(problem_mark=event.start_mark)
            inner = (*keys, event.value)
            if event.value in values:
                self.findings.add(
                    "E106", self.at(event), key=event.value, line=self.made.key_places[inner][0]
                )
                self.node(next(self.events), (*inner, "again"))
                continue
            self.refuses(event, inner)
            self.made.key_places[inner] = self.at(event)
            values[event.value] = self.node(next(self.events), inner)
        return values

    def items(self, keys: Keys) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            value = self.node(event, (*keys, len(values)))
            if value not in (None, "", [], {}):
                values.append(value)
        return values

    def scalar(self, event: Any, keys: Keys) -> str | None:
        if control := CONTROL.search(event.value):
            # Between double quotes \u0001 spells a sign that the file itself may not hold.
            self.made.refused.add(keys)
            character = f"U+{ord(control[0]):04X}"
            self.findings.add("E112", self.at(event), character=character)
            return None
        if event.style:
            return str(event.value)
        end = event.end_mark
        line = self.lines[end.line] if end.line < len(self.lines) else ""
        if cut := re.match(r"\s+#.*|#.*", line[end.column :]):
            self.made.refused.add(keys)
            meant = f"{event.value}{cut[0]}".strip()
            self.findings.add("E111", (self.first + end.line, end.column + 1), value=quoted(meant))
            return None
        return "" if event.value in ("~", "null") else str(event.value)

    def refuses(self, event: Any, keys: Keys) -> bool:
        """Whether the value has an anchor, an alias or a tag: nothing that a record needs."""
        code = ""
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            code = "E107"
        elif getattr(event, "tag", None):
            code = "E108"
        if not code:
            return False
        mark = event.start_mark
        written = self.lines[mark.line][mark.column :].strip()
        self.findings.add(code, self.at(event), value=quoted(written))
        self.made.refused.add(keys)
        return True

    def at(self, event: Any) -> Place:
        return self.first + event.start_mark.line, event.start_mark.column + 1


def _without_tabs(lines: list[str], first: int, findings: Findings) -> list[str]:
    for number, line in enumerate(lines):
        if tab := re.match(r" *\t\s*(?=\S)", line):
            findings.add("E105", (first + number, tab[0].index("\t") + 1))
    return [re.sub(r"^ *\t\s*", lambda tab: tab[0].replace("\t", "  "), line) for line in lines]


def _is_shallow(lines: list[str]) -> bool:
    depth = 0
    for line in lines:
        if re.match(r"\s*(?:[-?:]\s+){%d}" % DEEPEST, line):  # noqa: UP031 - braces of its own
            return False
        for sign in re.findall(r"[\[\]{}]", line):
            depth = depth + 1 if sign in "[{" else max(depth - 1, 0)
            if depth > 4 * DEEPEST:
                return False
    return True


def _tell(
    error: yaml.MarkedYAMLError, lines: list[str], first: int, findings: Findings
) -> list[str] | None:
    """Note the error; the lines with the broken one mended, or None."""
    mark = error.problem_mark or error.context_mark
    line = min(mark.line, len(lines) - 1) if mark else 0
    around = error.context_mark.line if error.context_mark else line
    mended = mend(lines, line, around, _error_line)
    if mended is None:
        column = mark.column + 1 if mark and mark.line == line else 1
        findings.add("E104", (first + line, column))
        return None
    number, corrected = mended
    findings.add("E104", (first + number, 1), corrected=corrected.strip())
    return [*lines[:number], corrected, *lines[number + 1 :]]


def _error_line(lines: list[str]) -> int | None:
    """The line at which these lines stop being YAML; None where they do not."""
    try:
        for _ in yaml.parse("\n".join(lines), Loader=_LOADER):
            pass
    except yaml.MarkedYAMLError as error:
        return error.problem_mark.line if error.problem_mark else 0
    return None
