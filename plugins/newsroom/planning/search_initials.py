"""A name in; how people shorten it out: "Ủy ban nhân dân tỉnh Mẫu" is "UBND tỉnh" to them."""

from __future__ import annotations

from collections.abc import Iterator

from vietnamese import search_syllables

SHORTEST, LONGEST = 2, 6
JOINING = frozenset(("va", "cua"))
"""Syllables that an abbreviation leaves out: Sở GDĐT."""


def initials(name: str) -> tuple[str, ...]:
    """Every run of the name's syllables as initials, with the syllable before and after it."""
    keys = [key for key, _ in search_syllables(name) if key not in JOINING]
    return tuple(dict.fromkeys(_runs(keys)))


def _runs(keys: list[str]) -> Iterator[str]:
    for start in range(len(keys)):
        before = keys[start - 1 : start] if start else []
        for end in range(start + SHORTEST, min(start + LONGEST, len(keys)) + 1):
            short = "".join(key[0] for key in keys[start:end])
            yield " ".join((*before, short, *keys[end : end + 1]))
