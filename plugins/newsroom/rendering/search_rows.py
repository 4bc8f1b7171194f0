"""Entries in; a row for all that was met in them out, each one number of 64 bits, in order.

From the top: the first folded form (20 bits); the second, or 0 where a syllable stands alone (20);
the record (17); what stands for the marks (5); the weightiest place (2).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from newsroom.planning.views.search import Entry
from newsroom.rendering.search_numbers import NONE, Numbers
from newsroom.rendering.search_vocabulary import ENDS, FORM, Vocabulary
from vietnamese import search_syllables

FIRST, SECOND, RECORD, SIGN = 44, 24, 7, 2
"""Where each begins in a row, in bits."""
FORMS, RECORDS, SIGNS, PLACES = (1 << 20) - 1, (1 << 17) - 1, 31, 3
"""What each can hold."""
NAME, TITLE, LEAD, WORDS = 3, 2, 1, 0
"""Places, the weightiest last in value."""
LONGEST = 120
"""Letters of a name that is one term."""
TOGETHER = 400_000
"""Syllables that are turned into rows at once."""


def rows_of(entries: Iterable[tuple[int, Entry]], words: Vocabulary) -> Iterator[Numbers]:
    """Rows of some entries at a time, by their numbers."""
    met: list[int] = []
    lows: list[int] = []
    lengths: list[int] = []
    for number, entry in entries:
        for place, syllables in _places(entry, words):
            met += syllables
            lows.append(number << RECORD | place)
            lengths.append(len(syllables))
        if len(met) > TOGETHER:
            yield _rows(met, lows, lengths)
            met, lows, lengths = [], [], []
    if met:
        yield _rows(met, lows, lengths)


def _places(entry: Entry, words: Vocabulary) -> Iterator[tuple[int, list[int]]]:
    for name in entry.names:
        yield NAME, words.read(name)
        for whole in _whole_name(name):
            yield NAME, words.term(whole)
    yield TITLE, words.read(entry.title)
    for text in entry.lead:
        yield LEAD, words.read(text)
    for text in entry.words:
        yield WORDS, words.read(text)
    for facet in entry.facets:
        yield WORDS, words.term(f"~{facet}")
    if entry.body:
        yield WORDS, words.read(entry.body.text)


def _whole_name(name: str) -> Iterator[str]:
    """A name as one term, and how it begins: "=uy ban nhan dan tinh", "=uy ban"."""
    keys = [key for key, _ in search_syllables(name)]
    if keys:
        yield f"={' '.join(keys)[:LONGEST]}"
        yield f"={' '.join(keys[:2])}"


def _rows(met: list[int], lows: list[int], lengths: list[int]) -> Numbers:
    """Syllables, and pairs of neighbours within a sentence."""
    syllables = np.array(met, np.uint64)
    low = np.repeat(np.array(lows, np.uint64), lengths)
    form, marks = syllables >> FORM, syllables & SIGNS
    here = form > 0
    both = here[:-1] & here[1:] & (syllables[:-1] >> ENDS & 1 == 0)
    alone = form << FIRST | low | (marks * 5 & SIGNS) << SIGN
    sign = marks[:-1] * 5 + marks[1:] & SIGNS
    pairs = form[:-1] << FIRST | form[1:] << SECOND | low[:-1] | sign << SIGN
    return ordered(np.concatenate((alone[here], pairs[both])))


def ordered(rows: Numbers) -> Numbers:
    """In order; of what a record has several times, written alike, the weightiest place alone."""
    if not rows.size:
        return NONE
    rows.sort()
    last = np.flatnonzero(rows[1:] >> SIGN != rows[:-1] >> SIGN)
    found: Numbers = rows[np.append(last, len(rows) - 1)]
    return found
