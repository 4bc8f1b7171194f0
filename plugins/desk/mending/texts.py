"""The bytes of a record's file in; its text with what is safe to mend mended, out.

Safe is what reading does anyway (NFC, spaces), what has one meaning (an old encoding, UTF-16), and
what a problem already spells right (quotes, a table's delimiter row): those are taken from the
problems themselves, so that what is told and what is done cannot part.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

from newsroom.problems import Problem
from newsroom.reading.files import FileReader
from newsroom.records.values import Kind
from vietnamese import (
    clean,
    detect_legacy,
    mojibake_to_unicode,
    tcvn3_to_unicode,
    viscii_to_unicode,
    vni_to_unicode,
)

_MOST_ROUNDS = 12
_TURN: dict[str, Callable[[str], str]] = {
    "tcvn3": tcvn3_to_unicode,
    "vni": vni_to_unicode,
    "viscii": viscii_to_unicode,
    "mojibake": mojibake_to_unicode,
}
_BEYOND_LATIN = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")


def mended(kind: Kind, id: str, file: str, data: bytes, reader: FileReader) -> str | None:
    """The text as it should be; None where it is right already or nothing is safe to do."""
    text = _decoded(data)
    if text is None:
        return None
    start = text
    text = _in_lines(text, from_old_font)
    text = _in_lines(text, clean)
    text = _without_loose_spaces(text.lstrip("\ufeff"))
    for _ in range(_MOST_ROUNDS):
        problems = reader.read(kind, id, file, text.encode()).problems
        better = _mended_once(text, problems)
        if better == text:
            break
        text = better
    if text == start and data == text.encode():
        return None
    return text if _is_better(kind, id, file, data, text, reader) else None


def _decoded(data: bytes) -> str | None:
    """The text with its line ends as they are; None where its encoding is not sure."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _or_none(data, "utf-16")
    if data[:64].count(0) * 3 > len(data[:64]) > 3:
        return _or_none(data, "utf-16-le" if data[1:2] == b"\0" else "utf-16-be")
    if (text := _or_none(data, "utf-8")) is not None:
        return text
    as_typed = _or_none(data, "cp1252") or data.decode("latin-1")
    encoding = detect_legacy(as_typed)
    if encoding == "viscii":
        return viscii_to_unicode(data.decode("latin-1"))
    turn = _TURN.get(encoding)
    return turn(as_typed) if turn else None


def _or_none(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _in_lines(text: str, change: Callable[[str], str]) -> str:
    return "".join(
        change(line.rstrip("\r\n")) + line[len(line.rstrip("\r\n")) :]
        for line in re.split(r"(?<=\n)", text)
    )


def from_old_font(line: str) -> str:
    """A line that is wholly in an old encoding, in Unicode. One that has Unicode letters too
    stays: each sign in it may be either."""
    if line.isascii() or _BEYOND_LATIN.search(line):
        return line
    turn = _TURN.get(detect_legacy(line))
    return turn(line) if turn else line


def _without_loose_spaces(text: str) -> str:
    """Spaces at the end of the header's lines, and empty lines above the first fence."""
    if re.match(r"\s*\n---[ \t]*\r?\n", text):
        text = text.lstrip()
    head, fence, body = _parted(text)
    head = re.sub(r"[ \t]+(?=\r?\n)", "", head)
    return head + fence.rstrip(" \t") + re.sub(r"^[ \t]+(?=\r?$)", "", body, flags=re.MULTILINE)


def _parted(text: str) -> tuple[str, str, str]:
    """The header with its first fence, the second fence, and the rest with its newline."""
    found = re.match(r"(---[ \t]*\r?\n(?:.*\n)*?)(---[ \t]*)(?=\r?\n|$)", text)
    if not found:
        return "", "", text
    return found[1], found[2], text[found.end() :]


def _mended_once(text: str, problems: tuple[Problem, ...]) -> str:
    """With each problem that says how to mend it mended, from the last line to the first."""
    lines = text.split("\n")
    for one in sorted(problems, key=lambda problem: -problem.line):
        if one.code in _MENDERS and 0 < one.line <= len(lines):
            end = "\r" if lines[one.line - 1].endswith("\r") else ""
            line = lines[one.line - 1].rstrip("\r")
            new = _MENDERS[one.code](line, one, dict(one.params))
            lines[one.line - 1 : one.line] = [part + end for part in new]
    return "\n".join(lines)


def _quoted_line(line: str, _: Problem, params: dict[str, str]) -> list[str]:
    if not (corrected := params.get("corrected")):
        return [line]
    return [line[: len(line) - len(line.lstrip())] + corrected]


def _without_tab(line: str, _: Problem, __: dict[str, str]) -> list[str]:
    return [re.sub(r"^ *\t\s*", lambda found: found[0].replace("\t", "  "), line)]


def _quoted_value(line: str, one: Problem, params: dict[str, str]) -> list[str]:
    before = line[: one.column - 1]
    if not re.fullmatch(r"\s*(?:- +)?[a-z_]+:\s+|\s*- +", before):
        return [line]
    return [before + params.get("value", line[one.column - 1 :])]


def _with_delimiter(line: str, _: Problem, params: dict[str, str]) -> list[str]:
    return [line, params["row"]]


_MENDERS: dict[str, Callable[[str, Problem, dict[str, str]], list[str]]] = {
    "E104": _quoted_line,
    "E105": _without_tab,
    "E107": _quoted_value,
    "E108": _quoted_value,
    "E308": _with_delimiter,
}


def _is_better(
    kind: Kind, id: str, file: str, before: bytes, after: str, reader: FileReader
) -> bool:
    """Whether nothing is wrong that was right. A file that could not be read at all has more
    problems once it can: those were there before."""
    old = reader.read(kind, id, file, before)
    new = reader.read(kind, id, file, after.encode())
    unreadable = {"E101", "E104", "E112", "E113", "E114", "E116", "E118"}
    if unreadable & {one.code for one in old.problems}:
        return True
    return len(new.problems) <= len(old.problems)
