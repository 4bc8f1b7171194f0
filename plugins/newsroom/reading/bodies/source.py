"""A body's lines in; the same lines, fit for the parser, out; what in them is a known trap, told.

Limits are of structure, not of seconds: no body may make the parser slow or deep.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsroom.reading.bodies.targets import target_of
from newsroom.reading.findings import Findings

LARGEST_BODY = 512 << 10
"""Characters."""
LONGEST_LINE = 20_000
LONGEST_BLOCK = 60_000
"""Characters between two empty lines."""
MOST_SIGNS = 2_000
"""Stars and the like in one block: the parser looks for the partner of each."""
MOST_BRACKETS = 400
"""Opening brackets in one block, since any may begin a link that holds others."""
MOST_BRACKETS_IN_ALL = 6_000
DEEPEST = 8
"""Quotes in lists in quotes."""


def prepared(lines: list[str], first: int, findings: Findings) -> list[str] | None:
    """The lines to parse; None where a limit is passed."""
    before = len(findings.problems)
    _check_limits(lines, first, findings)
    if len(findings.problems) > before:
        return None
    _check_headings(lines, first, findings)
    _check_indents(lines, first, findings)
    _check_tables(lines, first, findings)
    _check_lists(lines, first, findings)
    _check_schemes(lines, first, findings)
    return [_YEAR.sub(r"\1\\.", line) for line in lines]


_YEAR = re.compile(r"^(\s{0,3}\d{4,})\.(?=\s)")
"""A sentence that begins with a year would become a list that counts from it."""


def _check_limits(lines: list[str], first: int, findings: Findings) -> None:
    size = sum(map(len, lines)) + len(lines)
    if size > LARGEST_BODY:
        findings.add("E301", (first, 1), size=size // 1024, limit=LARGEST_BODY // 1024)
        return
    for number, line in enumerate(lines, first):
        if len(line) > LONGEST_LINE:
            findings.add("E302", (number, 1), size=len(line), limit=LONGEST_LINE)
        if _depth(line) > DEEPEST:
            findings.add("E303", (number, 1), limit=DEEPEST)
    _check_counts(lines, first, findings)
    for number, block in blocks(lines):
        text = "\n".join(block)
        if len(text) > LONGEST_BLOCK:
            findings.add("E304", (first + number, 1), size=len(text), limit=LONGEST_BLOCK)
        elif text.count("[") > MOST_BRACKETS:
            findings.add("E305", (first + number, 1), signs="[", limit=MOST_BRACKETS)
        elif sum(map(text.count, "]*_<`!")) > MOST_SIGNS:
            findings.add("E305", (first + number, 1), signs="] * _ < ` !", limit=MOST_SIGNS)


MOST_BLOCKS = 5_000
MOST_HEADINGS = 400
MOST_TAGS = 2_000
"""The parser takes the square of each as long."""


def _check_counts(lines: list[str], first: int, findings: Findings) -> None:
    count = sum(1 for _ in blocks(lines))
    headings = sum(bool(re.match(r" {0,3}(?:#|[-=]+\s*$)", line)) for line in lines)
    tags = sum(len(re.findall(r"<[A-Za-z/!?]", line)) for line in lines)
    if count > MOST_BLOCKS:
        findings.add("E312", (first, 1), size=count, limit=MOST_BLOCKS)
    if headings > MOST_HEADINGS:
        findings.add("E313", (first, 1), size=headings, limit=MOST_HEADINGS)
    brackets = sum(line.count("[") for line in lines)
    if brackets > MOST_BRACKETS_IN_ALL:
        findings.add("E315", (first, 1), size=brackets, limit=MOST_BRACKETS_IN_ALL)
    if tags > MOST_TAGS:
        findings.add("E314", (first, 1), size=tags, limit=MOST_TAGS)


_MARKERS = re.compile(r"(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}\.)(?=[ \t])))*[ \t]*")


def _depth(line: str) -> int:
    markers = _MARKERS.match(line[: 40 * DEEPEST])
    begun = markers[0] if markers else ""
    indent = len(begun.expandtabs(4)) - len(begun.expandtabs(4).lstrip())
    return indent // 4 + sum(sign in ">-*+." for sign in begun)


def blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines that are not empty, each with the index of its first."""
    block: list[str] = []
    for number, line in enumerate([*lines, ""]):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _check_headings(lines: list[str], first: int, findings: Findings) -> None:
    for number, line in enumerate(lines):
        under = lines[number + 1] if number + 1 < len(lines) else ""
        if found := re.match(r"#(?!#)\s*(.*?)#*\s*$", line):
            findings.add("E306", (first + number, 1), text=found[1])
        elif line.strip() and not line[0].isspace() and re.fullmatch(r"=+[ \t]*", under):
            findings.add("E306", (first + number, 1), text=line.strip())
        elif "<" in line and (raw := _RAW_HEADING.search(_CODE.sub(_blank, line))):
            findings.add("E306", (first + number, raw.start() + 1), text=raw[1].strip())


_RAW_HEADING = re.compile(r"<h1(?:\s[^>]*)?>([^<]*)", re.IGNORECASE)
_CODE = re.compile(r"`[^`]*`")


def _blank(code: re.Match[str]) -> str:
    return " " * len(code[0])


_LIST_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}\.)[ \t]|\[\^[^\]]+\]:")


def _check_indents(lines: list[str], first: int, findings: Findings) -> None:
    """Four spaces or a tab after an empty line make code, unless they go on with a list."""
    listing = False
    for number, block in blocks(lines):
        if re.match(r" {4}|\t", block[0]):
            if not listing:
                findings.add("E307", (first + number, 1))
                return
        else:
            listing = any(_LIST_ITEM.match(line) for line in block)


_ROW = re.compile(r"\s*\|.*\|\s*")
_DELIMITER = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")


def _check_tables(lines: list[str], first: int, findings: Findings) -> None:
    for number, block in blocks(lines):
        top = next((i for i, line in enumerate(block) if _ROW.fullmatch(line)), None)
        if top is None and _is_table_without_edges(block):
            top = 0
        if top is None or any(_DELIMITER.fullmatch(line) for line in block[top : top + 2]):
            continue
        cells = block[top].strip().strip("|").count("|") + 1
        if cells < 1 or (cells == 1 and len(block) == top + 1):
            continue
        row = "| " + " | ".join(["---"] * cells) + " |"
        findings.add("E308", (first + number + top, 1), row=row)


def _is_table_without_edges(block: list[str]) -> bool:
    """Several lines cut by as many bars each."""
    counts = {line.count(" | ") for line in block}
    return len(block) > 1 and len(counts) == 1 and counts != {0}


def _check_lists(lines: list[str], first: int, findings: Findings) -> None:
    """A list right under a line of text stays text: "Nơi nhận:" and its "- …" run together."""
    for number, block in blocks(lines):
        for index in range(1, len(block)):
            if _BULLET.match(block[index]) and _is_prose(block[index - 1]):
                findings.add("W309", (first + number + index, 1))
                break


_BULLET = re.compile(r"[-*+] \S")


def _is_prose(line: str) -> bool:
    return not (_LIST_ITEM.match(line) or line[:1] in " \t>|#")


_ADDRESS = re.compile(
    r"(?:(?<!\\)\]\(\s*<?|^ {0,3}\[[^\]]+\]:\s*<?)"
    r"(([A-Za-z][A-Za-z0-9+.-]*):(?:[^\s()>]|\([^\s()]*\))*)"
)


def _check_schemes(lines: list[str], first: int, findings: Findings) -> None:
    """Addresses that cleaning takes away (javascript:, data:, a kind misspelled) are told here,
    where they still stand."""
    for number, line in enumerate(lines, first):
        plain = _CODE.sub(_blank, line) if "`" in line else line
        for found in _ADDRESS.finditer(plain):
            target = target_of(found[1])
            if target.code == "E321":
                place = (number, found.start(1) + 1)
                findings.add("E321", place, target=found[1], suggestion=target.suggestion)
