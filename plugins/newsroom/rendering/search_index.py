"""A segment of search in; the files of its index out, all at once, for they are one inversion.

A file is deflated (zlib) and holds terms in order: how many letters are as in the term before, the
other letters (UTF-8), one byte under 32 that stands for the marks most often written, how many
records have it, and for each a number: the distance from the record before, the place (two bits)
and whether it is also written with other marks (one bit), seven bits a byte, the lowest first.
The reader's script does the same backwards: theme/components/search/lookup.js.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from operator import add

from newsroom.planning.views.search import Entry, Segment
from newsroom.rendering.search_vocabulary import Vocabulary

NAME, TITLE, LEAD, WORDS = 3, 2, 1, 0
"""Places, the weightiest last in value."""
PARTS = 64
"""The records of terms are sorted part by part, so that never all of them are objects."""
_WORD, _DOCUMENT = 22, 17
_TAIL = _DOCUMENT + 2
_LOW = (1 << _WORD) - 1
_sentences = re.compile(r"[.!?;]\s+|\n").split
_DATE = re.compile(r"\b(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm\s+(\d{4}))?")


def shards_of(segment: Segment) -> list[bytes]:
    """Every file of the segment's index, by number. The same segment gives the same bytes."""
    inversion = _Inversion(segment)
    for number, entry in enumerate(segment.entries):
        inversion.take(number, entry)
    return [_pack(terms) for terms in inversion.terms_by_shard()]


@dataclass(slots=True)
class _Inversion:
    """What was met so far: of each syllable and pair as written, in which record, at which
    place; packed in one number each (pair, record, place), in order of records."""

    segment: Segment
    words: Vocabulary = field(default_factory=Vocabulary)
    parts: list[array[int]] = field(default_factory=lambda: [array("Q") for _ in range(PARTS)])

    def take(self, number: int, entry: Entry) -> None:
        """Meet everything in one record; a term counts at its weightiest place."""
        seen: set[int] = set()
        for place, texts in _places(entry):
            here = self._terms(texts)
            if place == WORDS:
                here.update(self.words.facet(one) << _WORD for one in entry.facets)
            low = number << 2 | place
            folds = self.words.folds
            for term in here - seen:
                self.parts[folds[term >> _WORD] % PARTS].append(term << _TAIL | low)
            seen |= here

    def _terms(self, texts: Iterable[str]) -> set[int]:
        """Single syllables and pairs of neighbours within a sentence, as they are written."""
        found: set[int] = set()
        for text in texts:
            lowered = unicodedata.normalize("NFKC", text).lower()
            for sentence in _with_dates(lowered):
                syllables = self.words.read(sentence)
                shifted = [one << _WORD for one in syllables]
                found.update(shifted)
                found.update(map(add, shifted, syllables[1:]))
        found.discard(0)
        return found

    def terms_by_shard(self) -> list[list[tuple[str, bytes]]]:
        """Of each shard the terms with their packed postings. What was met is let go."""
        shards: list[list[tuple[str, bytes]]] = [[] for _ in range(self.segment.shards)]
        words, numbers = self.words, _Numbers()
        for place in range(PARTS):
            met, self.parts[place] = self.parts[place], array("Q")
            for (first, second), variants in self._grouped(met).items():
                shard = words.shard(first, second, self.segment)
                packed = _postings(variants, numbers)
                shards[shard].append((words.term(first, second), packed))
        return shards

    def _grouped(self, met: array[int]) -> dict[tuple[int, int], list[tuple[int, list[int]]]]:
        """By folded term: how each spelling's marks are marked, and where it was met."""
        found: dict[tuple[int, int], list[tuple[int, list[int]]]] = {}
        folds, marks = self.words.folds, self.words.marks
        current, places = -1, list[int]()
        tail = (1 << _TAIL) - 1
        for one in sorted(met):
            if one >> _TAIL != current:
                current = one >> _TAIL
                places = []
                first, second = current >> _WORD, current & _LOW
                spelled = (marks[first] * 5 + marks[second]) & 31, places
                found.setdefault((folds[first], folds[second]), []).append(spelled)
            places.append(one & tail)
        return found


def _places(entry: Entry) -> Iterator[tuple[int, Iterable[str]]]:
    yield NAME, entry.names
    yield TITLE, (entry.title,)
    yield LEAD, entry.lead
    yield WORDS, (*entry.words, *((entry.body.text,) if entry.body else ()))


def _with_dates(text: str) -> Iterator[str]:
    """Its sentences; and a date that is written out once more as it is typed: 29 7 2020."""
    yield from _sentences(text)
    if " tháng " in text:
        yield from (" ".join(filter(None, found)) for found in _DATE.findall(text))


class _Numbers(dict[int, bytes]):
    """Numbers as bytes of seven bits, the lowest first; most come again."""

    def __missing__(self, number: int) -> bytes:
        rest, packed = number, bytearray()
        while rest > 127:
            packed.append(rest & 127 | 128)
            rest >>= 7
        packed.append(rest)
        if number < 1 << 16:
            self[number] = bytes(packed)
        return bytes(packed)


def _postings(variants: list[tuple[int, list[int]]], numbers: _Numbers) -> bytes:
    """The sign of the marks most often written (of several as often, the least), the number of
    records, and each as the distance from the last one, the place and the bit of other marks."""
    if len(variants) == 1:
        sign, places = variants[0]
        values = [value << 1 for value in places]
    else:
        sign, _ = max(variants, key=lambda variant: (len(variant[1]), -variant[0]))
        values = _merged(variants, sign)
    distances = [values[0] + 8, *(new - (old & -8) for old, new in pairwise(values))]
    get = numbers.__getitem__
    return b"".join((bytes((sign,)), get(len(values)), *map(get, distances)))


def _merged(variants: list[tuple[int, list[int]]], sign: int) -> list[int]:
    """Each record once, at its weightiest place."""
    found: dict[int, int] = {}
    for spelled, places in variants:
        for value in places:
            here = (value & 3) << 1 | (spelled != sign)
            known = found.get(value >> 2, here)
            found[value >> 2] = max(known & 6, here & 6) | known & 1 | here & 1
    return [number << 3 | flags for number, flags in sorted(found.items())]


def _pack(terms: list[tuple[str, bytes]]) -> bytes:
    out, before = bytearray(), ""
    for term, postings in sorted(terms):
        same = _same(before, term)
        out.append(same)
        out += term[same:].encode()
        out += postings
        before = term
    return zlib.compress(out, 9)


def _same(one: str, other: str) -> int:
    """How many letters both begin with."""
    for place, (mine, its) in enumerate(zip(one, other, strict=False)):
        if mine != its:
            return place
    return min(len(one), len(other))
