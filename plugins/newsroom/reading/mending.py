"""Lines that are no YAML in; the one line that a writer of Vietnamese titles meant, out."""

from __future__ import annotations

import re
from collections.abc import Callable

from newsroom.reading.quoting import quoted

_ENTRY = re.compile(r"(?P<key>\s*(?:- +)*[^\s:#\-\"'\[{][^:]*:|\s*-)(?P<gap> *)(?P<value>\S.*)")
_LIST_AND_MORE = re.compile(r"\[[^\]]*\]\s*\S")


def mend(
    lines: list[str],
    line: int,
    around: int,
    error_line: Callable[[list[str]], int | None],
) -> tuple[int, str] | None:
    """The number of the line to write otherwise, and that line; None where none helps.

    A colon, a quote, a bracket or a sign at the start of a value stops YAML on that line or a
    little below: each near line is tried with its value in quotes, until the error goes further.
    """
    for number in dict.fromkeys((line, line - 1, around, line - 2)):
        if not 0 <= number < len(lines):
            continue
        corrected = _in_quotes(lines[number])
        if corrected is None or corrected == lines[number]:
            continue
        stop = error_line([*lines[:number], corrected, *lines[number + 1 :]])
        if stop is None or stop > line:
            return number, corrected
    return None


def _in_quotes(line: str) -> str | None:
    found = _ENTRY.fullmatch(line.rstrip())
    if not found:
        return None
    value = found["value"]
    if value[0] in "[{" and not _LIST_AND_MORE.match(value):
        return None
    return f"{found['key']} {quoted(value)}"
