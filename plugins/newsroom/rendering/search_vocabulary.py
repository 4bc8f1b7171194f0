"""Text in; the numbers of its syllables out, one for each way a syllable is written."""

from __future__ import annotations

import re

from newsroom.planning.views.search import Segment
from vietnamese import read_piece, search_pieces

_RUNS = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")
_QUICK = re.compile(r"[^\W_]+")
_LOOSE = re.compile(r"[\u0300-\u036f]")


class Vocabulary(dict[str, int]):
    """Every run of letters and digits met, as it is written, by its number; 0 is what has none.

    By that number: `folds` is the number of its folded form, `marks` what stands for its marks.
    """

    def __init__(self) -> None:
        self.folds: list[int] = [0]
        self.marks: list[int] = [0]
        self._mixed: dict[int, list[int]] = {}
        """What a run of several syllables stands for: 34ct is 34, ct."""
        self._keys: list[str] = [""]
        self._firsts: list[int] = [0]
        self._seconds: list[int] = [0]
        self._fold_of: dict[str, int] = {"": 0}
        self._known: dict[tuple[str, str], int] = {("", ""): 0}

    def read(self, text: str) -> list[int]:
        """The syllables of a text that is NFKC and in lower case."""
        runs = (_RUNS if _LOOSE.search(text) else _QUICK).findall(text)
        found = list(map(self.__getitem__, runs))
        if self._mixed.keys().isdisjoint(found):
            return found
        return [each for one in found for each in self._mixed.get(one, (one,))]

    def __missing__(self, run: str) -> int:
        read = [each for piece in search_pieces(run) for each in read_piece(piece)]
        numbers = [self._number(key, marks) for key, marks in read]
        if len(numbers) == 1:
            self[run] = numbers[0]
        else:
            self[run] = self._number(f"~{run}", "")
            self._mixed[self[run]] = numbers
        return self[run]

    def term_of(self, name: str) -> int:
        """The number of a term that no text can have: a facet, a whole name."""
        return self._number(name, "")

    def _number(self, key: str, marks: str) -> int:
        if (key, marks) not in self._known:
            self._known[key, marks] = len(self.folds)
            self.folds.append(self._fold(key))
            self.marks.append(spread(marks) % 31 + 1 if marks else 0)
        return self._known[key, marks]

    def _fold(self, key: str) -> int:
        if key not in self._fold_of:
            self._fold_of[key] = len(self._keys)
            self._keys.append(key)
            self._firsts.append(spread(key))
            self._seconds.append(spread(f" {key[:2]}"))
        return self._fold_of[key]

    def term(self, first: int, second: int) -> str:
        """The folded pair, or the single syllable."""
        return f"{self._keys[first]} {self._keys[second]}" if second else self._keys[first]

    def shard(self, first: int, second: int, segment: Segment) -> int:
        """In which file the pair stands: the second syllable's first two letters decide with the
        first one, so that an unfinished last word needs no other file. A whole name stands with
        all that begin with the same two."""
        if second:
            return (self._firsts[first] + self._seconds[second]) % segment.shards
        key = self._keys[first]
        stem = " ".join(key.split(" ", 2)[:2]) if key[:1] == "=" else key[: segment.stem]
        return spread(stem) % segment.shards


def spread(text: str) -> int:
    """FNV-1a of 32 bits over UTF-16, as scripts see text: draft-eastlake-fnv."""
    found = 0x811C9DC5
    for unit in memoryview(text.encode("utf-16-le")).cast("H"):
        found = (found ^ unit) * 0x01000193 & 0xFFFFFFFF
    return found
