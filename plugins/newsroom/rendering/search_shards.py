"""Rows of some shards in; the bytes of each shard's file out.

A file is deflated (zlib) and holds terms in order: how many letters are as in the term before, the
other letters (UTF-8), one byte under 32 that stands for the marks most often written, how many
records have it, and for each a number: the distance from the record before, the place (two bits)
and whether it is only written with other marks (one bit), seven bits a byte, the lowest first.
The reader's script does the same backwards: theme/components/search/lookup.js.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from newsroom.rendering.search_numbers import Numbers, pack
from newsroom.rendering.search_rows import (
    FIRST,
    FORMS,
    PLACES,
    RECORD,
    RECORDS,
    SECOND,
    SIGN,
    SIGNS,
)

_BYTES = [bytes((number,)) for number in range(256)]
_SHARED = 200
_EMPTY = zlib.compress(b"", 9)


def shards(
    rows: Numbers, shard_of: Numbers, ranks: Numbers, forms: Sequence[str]
) -> dict[int, bytes]:
    """The file of each shard that these rows lie in, by number. `shard_of` each row, and the rank
    and the text of each folded form."""
    if not rows.size:
        return {}
    term = rows >> SECOND
    starts = _starts(term)
    packed, bounds = _postings(rows, starts)
    first, second = rows[starts] >> FIRST, term[starts] & FORMS
    shard = shard_of[starts]
    order = np.lexsort((ranks[second], ranks[first], shard))
    ends = _starts(shard[order])[1:].tolist()
    columns = (first[order], second[order], bounds[:-1][order], bounds[1:][order])
    terms = list(zip(*(column.tolist() for column in columns), strict=True))
    files = {}
    for start, end in zip([0, *ends], [*ends, len(terms)], strict=True):
        files[int(shard[order[start]])] = _file(terms[start:end], packed, forms)
    return files


def empty() -> bytes:
    """The file of a shard that has no term."""
    return _EMPTY


def _starts(values: Numbers) -> NDArray[np.intp]:
    """Where runs of the same value begin."""
    return np.append(0, np.flatnonzero(values[1:] != values[:-1]) + 1)


def _postings(rows: Numbers, starts: NDArray[np.intp]) -> tuple[bytes, NDArray[np.int64]]:
    """What stands behind each term, one after another; where each begins, and the last ends."""
    index = np.repeat(np.arange(len(starts), dtype=np.uint64), np.diff(starts, append=len(rows)))
    sign = rows >> SIGN & SIGNS
    common = _most_written(index, sign)
    heads = _starts(rows >> RECORD)
    place = np.maximum.reduceat(rows & PLACES, heads)
    other = np.minimum.reduceat((sign != common[index]).astype(np.uint64), heads)
    record, whose = rows[heads] >> RECORD & RECORDS, index[heads]
    begins = np.searchsorted(whose, np.arange(len(starts), dtype=np.uint64))
    distance = np.diff(record, prepend=np.uint64(0))
    distance[begins] = record[begins] + 1
    numbers = np.empty(len(heads) + 2 * len(starts), np.uint64)
    signs = begins + 2 * np.arange(len(starts))
    numbers[signs] = common
    numbers[signs + 1] = np.diff(begins, append=len(heads))
    numbers[np.arange(len(heads)) + 2 * (whose.astype(np.int64) + 1)] = (
        distance << 3 | place << 1 | other
    )
    packed, places = pack(numbers)
    return packed.tobytes(), np.append(places[signs], len(packed))


def _most_written(index: Numbers, sign: Numbers) -> Numbers:
    """For each term the sign that most of its records have; of several as often, the least."""
    met, times = np.unique(index << 5 | sign, return_counts=True)
    score = times.astype(np.uint64) << 5 | SIGNS - (met & SIGNS)
    return SIGNS - (np.maximum.reduceat(score, _starts(met >> 5)) & SIGNS)


def _file(
    terms: Sequence[tuple[int, int, int, int]], packed: bytes, forms: Sequence[str]
) -> bytes:
    out: list[bytes] = []
    before, last = "", 0
    old_second = ""
    for first, second, start, end in terms:
        key = forms[second]
        if first == last:
            same = _same(old_second, key)
            whole = key[same:] if old_second else f" {key}"
            same += len(before) + (1 if old_second else 0)
        else:
            lead = forms[first]
            same = _same(before, lead)
            whole = f"{lead[same:]} {key}" if second else lead[same:]
            before, last = lead, first
        old_second = key
        out += (_BYTES[same], whole.encode(), packed[start:end])
    return zlib.compress(b"".join(out), 9)


def _same(one: str, other: str) -> int:
    """How many letters both begin with, at most what a byte tells; scripts count those beyond
    U+FFFF twice, so there it ends."""
    same = 0
    for mine, its in zip(one[:_SHARED], other, strict=False):
        if mine != its or mine > "\uffff":
            break
        same += 1
    return same
