"""A withdrawal in the content: an article's file in; the same file with its status changed, and
nothing else, out."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from newsroom.reading.quoting import quoted

FENCE = "---"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_KEYS = re.compile(r"(?:status|withdrawal)[ \t]*:")


class NotFound(Exception):
    """There is no such article, or its file has no header."""


def find_article(content: Path, record: str) -> Path:
    """The file of `article:<id>`. NotFound where there is none, or more than one."""
    kind, _, id = record.partition(":")
    if kind != "article" or not _ID.fullmatch(id):
        raise NotFound(record)
    found = sorted((content / "articles").rglob(f"{id}.md"))
    if len(found) != 1:
        raise NotFound(record)
    return found[0]


def title_of(text: str) -> str:
    """The title in an article's header, as it stands; empty where there is none."""
    found = re.search(r"^title[ \t]*:[ \t]*(.+)$", text, re.MULTILINE)
    if found is None:
        return ""
    title = found[1].strip()
    if title[:1] in "\"'" and title[-1:] == title[:1]:
        title = title[1:-1]
    return title


def mark_withdrawn(text: str, day: date, reason: str) -> str:
    """The article withdrawn on that day. NotFound where the text has no header."""
    ending = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(ending)
    fences = [number for number, line in enumerate(lines) if line.rstrip() == FENCE][:2]
    if len(fences) < 2:
        raise NotFound(FENCE)
    header = _without_keys(lines[fences[0] + 1 : fences[1]])
    header += [
        "status: withdrawn",
        "withdrawal:",
        f"  date: {day.isoformat()}",
        f"  reason: {quoted(reason)}",
    ]
    return ending.join([*lines[: fences[0] + 1], *header, *lines[fences[1] :]])


def _without_keys(header: list[str]) -> list[str]:
    """Without the two keys, and the indented lines that belong to them."""
    kept, skipping = [], False
    for line in header:
        if _KEYS.match(line):
            skipping = True
        elif not line.startswith((" ", "\t")):
            skipping = False
        if not skipping:
            kept.append(line)
    return kept
