"""A header as stock Pelican reads it (`Title: …` without fences) in, the same header spelled as a
record's out."""

from __future__ import annotations

import re

from newsroom.reading.quoting import quoted

_ENTRY = re.compile(r"([A-Za-z][\w-]*):\s*(.*)")
_KEYS = {
    "author": "byline",
    "authors": "byline",
    "category": "section",
    "lang": "language",
    "slug": "",
    "tag": "tags",
}


def converted(lines: list[str]) -> str:
    """The header up to its first empty line, in fences, its lines parted by " ⏎ "."""
    entries = []
    for line in lines:
        found = _ENTRY.match(line)
        if not found:
            break
        if entry := _entry(found[1].lower(), found[2].strip()):
            entries.append(entry)
    return " ⏎ ".join(["---", *entries, "---"])


def _entry(key: str, value: str) -> str:
    key = _KEYS.get(key, key)
    if not key or not value:
        return ""
    if key == "tags":
        parts = re.split(r"\s*;\s*" if ";" in value else r"\s*,\s*", value)
        return f"tags: [{', '.join(quoted(part) for part in parts if part)}]"
    if key == "section":
        from vietnamese import slug

        value = slug(value)
    return f"{key}: {quoted(value)}"
