"""A segment of search in; the files of its index out, one by one, for they are one inversion.

A file is deflated (zlib) and holds terms in order: how many letters are as in the term before, the
other letters (UTF-8), one byte under 32 that stands for the marks most often written, how many
records have it, and for each a number: the distance from the record before, the place (two bits)
and whether it is only written with other marks (one bit), seven bits a byte, the lowest first.
The reader's script does the same backwards: theme/components/search/lookup.js.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise
from operator import add

from newsroom.planning.views.search import Entry, Segment
from newsroom.rendering.search_spill import Spill
from newsroom.rendering.search_vocabulary import Vocabulary
from vietnamese import search_syllables

LONGEST = 120
"""Letters of a name that is one term."""
NAME, TITLE, LEAD, WORDS = 3, 2, 1, 0
"""Places, the weightiest last in value."""
_WORD, _RECORD = 22, 17
_TAIL = _RECORD + 2
_LOW, _PLACES = (1 << _WORD) - 1, (1 << _TAIL) - 1
_sentences = re.compile(r"[.!?;]\s+|\n").split
_DATE = re.compile(r"\b(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm\s+(\d{4}))?")

Variants = list[tuple[int, int, int]]
"""A folded term's spellings: what stands for the marks of each, and from where to where in its
part it was met."""


def shards_of(segment: Segment) -> Iterator[bytes]:
    """Every file of the segment's index, by number. The same segment gives the same bytes."""
    words, met = Vocabulary(), Spill()
    for number, entry in enumerate(segment.entries):
        _take(number, entry, words, met)
    for terms in _by_shard(segment, words, met):
        yield _pack(terms)


def _take(number: int, entry: Entry, words: Vocabulary, met: Spill) -> None:
    """Meet everything in one record: each syllable and pair as written counts once, at its
    weightiest place; packed in one number each: term, record, place."""
    seen: set[int] = set()
    for place, texts in _places(entry):
        here = _terms(texts, words)
        if place == WORDS:
            here.update([words.term_of(f"~{one}") << _WORD for one in entry.facets])
        if place == NAME:
            here.update([words.term_of(one) << _WORD for one in _whole_names(texts)])
        low = number << 2 | place
        put = met.routes(words.folds)
        for term in here - seen:
            put[term >> _WORD](term << _TAIL | low)
        seen |= here
    met.rest()


def _places(entry: Entry) -> Iterator[tuple[int, Iterable[str]]]:
    yield NAME, entry.names
    yield TITLE, (entry.title,)
    yield LEAD, entry.lead
    yield WORDS, (*entry.words, *((entry.body.text,) if entry.body else ()))


def _terms(texts: Iterable[str], words: Vocabulary) -> set[int]:
    """Single syllables and pairs of neighbours within a sentence, as they are written."""
    found: set[int] = set()
    for text in texts:
        lowered = unicodedata.normalize("NFKC", text).lower()
        for sentence in _with_dates(lowered):
            syllables = words.read(sentence)
            shifted = [one << _WORD for one in syllables]
            found.update(shifted)
            found.update(map(add, shifted, syllables[1:]))
    found.discard(0)
    return found


def _whole_names(names: Iterable[str]) -> Iterator[str]:
    """A name as one term, and how it begins: "=uy ban nhan dan tinh", "=uy ban"."""
    for name in names:
        keys = [key for key, _ in search_syllables(name)]
        if keys:
            yield f"={' '.join(keys)[:LONGEST]}"
            yield f"={' '.join(keys[:2])}"


def _with_dates(text: str) -> Iterator[str]:
    """Its sentences; and a date that is written out once more as it is typed: 29 7 2020."""
    yield from _sentences(text)
    if " tháng " in text:
        yield from (" ".join(filter(None, found)) for found in _DATE.findall(text))


def _by_shard(
    segment: Segment, words: Vocabulary, met: Spill
) -> Iterator[list[tuple[bytes, bytes]]]:
    """Of each shard the terms with their postings, in order. Until its turn a shard is kept as
    bytes: as many small objects would weigh five times as much."""
    shards = [bytearray() for _ in range(segment.shards)]
    numbers = _Numbers()
    for part in met.parts():
        for (first, second), variants in _grouped(part, words).items():
            shard = shards[words.shard(first, second, segment)]
            term, postings = words.term(first, second).encode(), _postings(part, variants, numbers)
            shard += len(term).to_bytes(1) + len(postings).to_bytes(4) + term + postings
    for number, shard in enumerate(shards):
        shards[number] = bytearray()
        yield sorted(_unpacked(shard))


def _unpacked(shard: bytearray) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at < len(shard):
        middle = at + 5 + shard[at]
        end = middle + int.from_bytes(shard[at + 1 : at + 5])
        yield bytes(shard[at + 5 : middle]), bytes(shard[middle:end])
        at = end


def _grouped(part: list[int], words: Vocabulary) -> dict[tuple[int, int], Variants]:
    """By folded term, from numbers in their order."""
    found: dict[tuple[int, int], Variants] = {}
    folds, marks = words.folds, words.marks
    at = 0
    while at < len(part):
        term = part[at] >> _TAIL
        end = at + 1
        if end < len(part) and part[end] >> _TAIL == term:
            end = bisect_left(part, (term + 1) << _TAIL, end)
        first, second = term >> _WORD, term & _LOW
        spelled = (marks[first] * 5 + marks[second]) & 31, at, end
        found.setdefault((folds[first], folds[second]), []).append(spelled)
        at = end
    return found


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


def _postings(part: list[int], variants: Variants, numbers: _Numbers) -> bytes:
    """The sign of the marks most often written (of several as often, the least), the number of
    records, and each as the distance from the last one, the place and the bit of other marks."""
    if len(variants) == 1:
        sign, start, end = variants[0]
        met = part[start:end]
        # The term cancels out: what is left is the distance and the place.
        steps = [new - (old & -4) << 1 for old, new in pairwise(met)]
        first = (met[0] & _PLACES) << 1
    else:
        sign, _, _ = max(variants, key=lambda one: (one[2] - one[1], -one[0]))
        values = _merged(part, variants, sign)
        steps = [new - (old & -8) for old, new in pairwise(values)]
        first = values[0]
    get = numbers.__getitem__
    return b"".join((bytes((sign,)), get(len(steps) + 1), get(first + 8), *map(get, steps)))


def _merged(part: list[int], variants: Variants, sign: int) -> list[int]:
    """Each record once, at its weightiest place, the bit set where it lacks these marks."""
    found: dict[int, int] = {}
    for spelled, start, end in variants:
        other = spelled != sign
        for value in part[start:end]:
            record = (value & _PLACES) >> 2
            here = (value & 3) << 1 | other
            known = found.get(record, here)
            found[record] = max(known & 6, here & 6) | known & here & 1
    return [record << 3 | flags for record, flags in sorted(found.items())]


def _pack(terms: list[tuple[bytes, bytes]]) -> bytes:
    out, before = bytearray(), b""
    for term, postings in terms:
        same = _same(before, term)
        out.append(same)
        out += term[same:]
        out += postings
        before = term
    return zlib.compress(out, 9)


def _same(one: bytes, other: bytes) -> int:
    """How many bytes both begin with, whole letters of UTF-8 only."""
    place = 0
    for mine, its in zip(one, other, strict=False):
        if mine != its:
            break
        place += 1
    while place and place < len(other) and other[place] & 0xC0 == 0x80:
        place -= 1
    return place
