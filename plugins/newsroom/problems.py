"""A problem: what is wrong in content, where, and the way out. Stages collect them; none is
raised. Problems and a catalogue in, lines for people and machines out."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import count
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Literal

from vietnamese import fold

if TYPE_CHECKING:
    from newsroom.catalogue import Words

Severity = Literal["error", "warning", "notice"]
Form = Literal["text", "json", "github", "gitlab"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """One thing wrong in content. Its sentence comes from the catalogue, by its code."""

    file: str
    """The path under content/ (articles/2020/07/x.md)."""
    line: int = 0
    """From 1; 0 until reading has looked up where `keys` stands."""
    column: int = 0
    code: str
    """E…: an error, nothing is written; W…: a warning; N…: no mistake, but somebody's turn."""
    keys: tuple[str | int, ...] = ()
    """Where in the front matter: ("targets", 0, "value")."""
    params: tuple[tuple[str, str], ...] = ()
    """What the sentence names, by name."""

    @property
    def severity(self) -> Severity:
        """As the code begins."""
        return _SEVERITIES.get(self.code[:1], "error")


_SEVERITIES: Mapping[str, Severity] = {"W": "warning", "N": "notice"}


def problem(
    file: str,
    code: str,
    *,
    line: int = 0,
    column: int = 0,
    keys: tuple[str | int, ...] = (),
    **params: object,
) -> Problem:
    """A problem with its parameters as text, in a fixed order."""
    named = tuple(sorted((name, str(value)) for name, value in params.items()))
    return Problem(file=file, line=line, column=column, code=code, keys=keys, params=named)


def spell(problem: Problem, words: Words, content: Path, form: Form = "text") -> str:
    """One line without its newline: `file:line:column: CODE: sentence (way out)`, a JSON object,
    a workflow command of the kind that code hosts show beside the changed line, or an item of a
    code quality report (`report_of` makes the whole)."""
    file = _openable(problem.file, content)
    message, hint = sentences(problem, words, content)
    if form == "json":
        return _json(problem, file, message, hint)
    whole = f"{message} ({hint})" if hint else message
    if form == "gitlab":
        return _gitlab(problem, file, whole)
    if form == "github":
        return _github(problem, file, whole)
    place = f":{problem.line}:{max(problem.column, 1)}" if problem.line else ""
    return f"{file}{place}: {problem.code}: {whole}"


def report_of(lines: Sequence[str], form: Form) -> list[str]:
    """The spelled problems as they are printed: a code quality report is one list."""
    if form != "gitlab":
        return list(lines)
    return ["[", *(f"{line}," for line in lines[:-1]), *lines[-1:], "]"]


def sentences(problem: Problem, words: Words, content: Path | None = None) -> tuple[str, str]:
    """What is wrong, and the way out ("" where the catalogue has none).

    Of the entries `E203`, `E203.2`, … and `E203.hint`, `E203.hint.2`, … the first is taken whose
    {names} the problem fills. A {kind} is named in the catalogue's language, by `kind.unit`; an
    {other_file} as the user can open it.
    """
    values = {name: visible(value) for name, value in problem.params if value}
    for name in ("kind", "other_kind"):
        if f"kind.{values.get(name)}" in words:
            values[name] = words(f"kind.{values[name]}")
    if content and "other_file" in values:
        values["other_file"] = _openable(dict(problem.params)["other_file"], content)
    code = problem.code if problem.code in words else f"W{problem.code[1:]}"  # it was raised
    message = _first_filled(code, values, words)
    if message is None:
        raise KeyError(f"{problem.code}: no sentence that {sorted(values)} fill")
    return message, _first_filled(f"{code}.hint", values, words) or ""


_LONGEST = 240


def visible(text: str, longest: int = _LONGEST) -> str:
    """Text from content as one harmless line: control characters spelled out, long text cut."""
    if len(text) > longest:
        text = text[: longest - 1] + "…"
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() or unicodedata.category(c) == "Zs" else _spelled_out(c) for c in text
    )


def nearest(text: str, choices: Iterable[str]) -> str:
    """The choice most like `text` once both are folded, the first of equals; "" where none is
    near. Distance: letters added, dropped, changed or swapped (Damerau–Levenshtein)."""
    wanted = _folded(text)
    best, best_distance = "", len(wanted) + _LONGEST
    for choice in choices:
        folded = _folded(choice)
        allowed = min(best_distance, max(len(wanted), len(folded)) // 2 + 1)
        distance = _distance(wanted, folded, allowed)
        if distance < allowed:
            best, best_distance = choice, distance
    return best


def _openable(file: str, content: Path) -> str:
    path = (content / file) if file else content
    try:
        path = path.absolute().relative_to(Path.cwd())
    except ValueError:
        path = path.absolute()
    return visible(path.as_posix(), 1000)


def _json(problem: Problem, file: str, message: str, hint: str) -> str:
    told = {
        "file": file,
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "severity": problem.severity,
        "message": message,
        "hint": hint,
    }
    return json.dumps(told, ensure_ascii=False)


def _github(problem: Problem, file: str, whole: str) -> str:
    properties = {"file": file}
    if problem.line:
        properties |= {"line": str(problem.line), "col": str(max(problem.column, 1))}
    properties["title"] = problem.code
    named = ",".join(
        f"{name}={_escaped(value, _IN_PROPERTY)}" for name, value in properties.items()
    )
    return f"::{problem.severity} {named}::{_escaped(whole, _IN_DATA)}"


_GITLAB: Mapping[Severity, str] = {"error": "major", "warning": "minor", "notice": "info"}


def _gitlab(problem: Problem, file: str, whole: str) -> str:
    named = "\0".join((problem.file, problem.code, str(problem.keys), str(problem.params)))
    told = {
        "description": f"{problem.code}: {whole}",
        "check_name": problem.code,
        "fingerprint": blake2b(named.encode(), digest_size=16).hexdigest(),
        "severity": _GITLAB[problem.severity],
        "location": {"path": file, "lines": {"begin": max(problem.line, 1)}},
    }
    return json.dumps(told, ensure_ascii=False)


_IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_DATA | str.maketrans({":": "%3A", ",": "%2C"})


def _escaped(text: str, table: Mapping[int, str]) -> str:
    return text.translate(table)


def _first_filled(id: str, values: Mapping[str, str], words: Words) -> str | None:
    for number in count(1):
        entry = id if number == 1 else f"{id}.{number}"
        if entry not in words:
            return None
        text = words(entry)
        if all(name is None or name in values for _, name, _, _ in Formatter().parse(text)):
            return text.format(**values)
    raise AssertionError("count never ends")


def _spelled_out(character: str) -> str:
    return {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(character, f"\\u{ord(character):04x}")


def _folded(text: str) -> str:
    return fold(text.replace("-", " ").replace("_", " "))[:200]


def _distance(one: str, other: str, allowed: int) -> int:
    """The distance, or `allowed` where it is not smaller."""
    if abs(len(one) - len(other)) >= allowed:
        return allowed
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, above = row, before
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
        if min(row) >= allowed:
            return allowed
    return row[-1]
