"""Text in; its syllables out, each as one number: which folded form it has, and which marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from newsroom.planning.views.search import Segment
from newsroom.rendering.search_numbers import Numbers
from vietnamese import read_piece, search_pieces

ENDS, FORM = 5, 6
"""Of a syllable's number: the lowest bits stand for its marks, then one that is set where a
sentence ends, then the number of its folded form."""
FORMS = 1 << 20
"""Folded forms that one index has room for: ten times what 100,000 articles have. A syllable that
is met later is not found."""
_RUNS = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")
_DATE = re.compile(r"\b(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm\s+(\d{4}))?")


class Vocabulary(dict[str, int]):
    """Whatever stands between spaces, as it is written, by its number; 0 is only the end of a
    sentence. What is several syllables, or none, is below 0."""

    def __init__(self, forms: Sequence[str] = ("",)) -> None:
        super().__init__()
        self.forms = list(forms)
        """The folded forms by their number, as an earlier index left them."""
        self._numbers = {key: number for number, key in enumerate(self.forms)}
        self._runs: dict[str, list[int]] = {}
        self._mixed: list[list[int]] = [[]]
        """What such a piece stands for: 34/ct is 34, ct."""

    def read(self, text: str) -> list[int]:
        """Its syllables; and a date that is written out once more as it is typed: 29 7 2020."""
        lowered = unicodedata.normalize("NFKC", text).lower()
        found = self._read(lowered)
        if " tháng " in lowered:
            for date in _DATE.findall(lowered):
                found += self._read(" ".join(filter(None, date)))
        return found

    def _read(self, text: str) -> list[int]:
        found = list(map(self.__getitem__, text.replace("\n", " . ").split()))
        if found and min(found) < 0:
            found = [each for one in found for each in (self._mixed[-one] if one < 0 else (one,))]
        found.append(0)
        return found

    def __missing__(self, piece: str) -> int:
        numbers = [number for run in _RUNS.findall(piece) for number in self._run(run)]
        if piece[-1] in ".!?;":
            numbers[-1:] = [numbers[-1] | 1 << ENDS] if numbers else [0]
        if len(numbers) == 1:
            self[piece] = numbers[0]
        else:
            self[piece] = -len(self._mixed)
            self._mixed.append(numbers)
        return self[piece]

    def _run(self, run: str) -> list[int]:
        if run not in self._runs:
            parts = [read for part in search_pieces(run) for read in read_piece(part)]
            self._runs[run] = [self._number(key) << FORM | _sign(marks) for key, marks in parts]
        return self._runs[run]

    def term(self, name: str) -> list[int]:
        """A term that no text can have, as a sentence of its own: a facet, a whole name."""
        return [self._number(name) << FORM, 0]

    def _number(self, key: str) -> int:
        known = self._numbers.get(key)
        if known is None:
            if len(self.forms) >= FORMS:
                return 0
            known = self._numbers[key] = len(self.forms)
            self.forms.append(key)
        return known


class Places:
    """In which file each folded form stands, alone, first or second; and its rank in the order of
    UTF-8. It grows with the vocabulary."""

    def __init__(self, words: Vocabulary, segment: Segment) -> None:
        self._words = words
        self._segment = segment
        self._hashes = np.zeros((3, 0), np.uint64)

    def shards(self, first: Numbers, second: Numbers) -> Numbers:
        """The file of each pair, or of the first alone where the second is 0.

        Two letters of the second decide with the first, so that an unfinished last word needs no
        other file. A whole name stands with all that begin with the same two.
        """
        self._grow()
        alone, leads, follows = self._hashes
        hashes = np.where(second > 0, leads[first] + follows[second], alone[first])
        return hashes % np.uint64(self._segment.shards)

    def ranks(self) -> Numbers:
        """By number; that of none, 0, is 0."""
        forms = self._words.forms
        found = np.empty(len(forms), np.uint64)
        found[sorted(range(len(forms)), key=forms.__getitem__)] = np.arange(len(forms))
        return found

    def _grow(self) -> None:
        keys = self._words.forms[self._hashes.shape[1] :]
        if keys:
            more = np.array([self._hashes_of(key) for key in keys], np.uint64).T
            self._hashes = np.hstack((self._hashes, more))

    def _hashes_of(self, key: str) -> tuple[int, int, int]:
        lead = spread(key)
        stem = " ".join(key.split(" ", 2)[:2]) if key[:1] == "=" else key[: self._segment.stem]
        return lead if stem == key else spread(stem), lead, _follows(key[:2])


@lru_cache(maxsize=4096)
def _follows(start: str) -> int:
    return spread(f" {start}")


@lru_cache(maxsize=256)
def _sign(marks: str) -> int:
    return spread(marks) % 31 + 1 if marks else 0


def spread(text: str) -> int:
    """FNV-1a of 32 bits over UTF-16, as scripts see text: draft-eastlake-fnv."""
    found = 0x811C9DC5
    for unit in memoryview(text.encode("utf-16-le")).cast("H"):
        found = (found ^ unit) * 0x01000193 & 0xFFFFFFFF
    return found
