"""A header's texts in; those that are longer than a list, an address or a folder's name bears,
told, out."""

from __future__ import annotations

from typing import Any

from newsroom.reading.findings import Findings
from newsroom.reading.front_matter import Header
from newsroom.records.shapes import Keys
from vietnamese import slug

LONGEST_NAME = 500
"""Characters of a title or a name: the longest title of a law has half of them."""
LONGEST_TEXT = 20_000
"""Characters of any other text in a header; more is a body."""
LONGEST_PART = 120
"""Characters of what becomes a part of an address, and so the name of a folder."""
_NAMES = frozenset(("title", "name", "short_name", "number", "label"))
_PARTS = frozenset(("tags", "issuer", "level"))


def tell_too_long(value: Any, header: Header, findings: Findings, keys: Keys = ()) -> None:
    """Note each text that is too long for a line of a list, or for the name of a folder."""
    if isinstance(value, dict):
        for key, inner in value.items():
            tell_too_long(inner, header, findings, (*keys, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            tell_too_long(inner, header, findings, (*keys, index))
    elif isinstance(value, str):
        name = next((key for key in reversed(keys) if isinstance(key, str)), "")
        limit = _limit(name)
        # One sign may stand for several letters: ㎯ is rad∕s2.
        size = max(len(value), len(slug(value))) if name in _PARTS else len(value)
        if size > limit:
            findings.add("E139", header.place(keys), key=named(keys), size=size, limit=limit)


def _limit(name: str) -> int:
    if name in _PARTS:
        return LONGEST_PART
    return LONGEST_NAME if name in _NAMES else LONGEST_TEXT


def named(keys: Keys) -> str:
    """A place in a header as an editor would say it: targets[1].value, counted from 1."""
    spelled = "".join(f"[{key + 1}]" if isinstance(key, int) else f".{key}" for key in keys)
    return spelled.lstrip(".")
