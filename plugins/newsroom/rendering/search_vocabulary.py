"""Text in; the numbers of its syllables out, one for each way a syllable is written."""

from __future__ import annotations

from newsroom.planning.views.search import Segment
from vietnamese import read_piece, search_pieces


class Vocabulary(dict[str, int]):
    """Every syllable met, as it is written, by its number; 0 is what has no letter.

    By that number: `folds` is the number of its folded form, `marks` what stands for its marks.
    """

    def __init__(self) -> None:
        self.folds: list[int] = [0]
        self.marks: list[int] = [0]
        self._keys: list[str] = [""]
        self._firsts: list[int] = [0]
        self._seconds: list[int] = [0]
        self._fold_of: dict[str, int] = {"": 0}
        self._known: dict[tuple[str, str], int] = {("", ""): 0}

    def read(self, text: str) -> list[int]:
        """The syllables of a text that is NFKC and in lower case."""
        return list(map(self.__getitem__, search_pieces(text)))

    def __missing__(self, piece: str) -> int:
        key, marks = next(iter(read_piece(piece)), ("", ""))
        self[piece] = found = self._number(key, marks)
        return found

    def facet(self, name: str) -> int:
        """A facet's number: a term of its own, which no text can have."""
        return self._number(f"~{name}", "")

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
        first one, so that an unfinished last word needs no other file."""
        if second:
            return (self._firsts[first] + self._seconds[second]) % segment.shards
        return spread(self._keys[first][: segment.stem]) % segment.shards


def spread(text: str) -> int:
    """FNV-1a of 32 bits over UTF-16, as scripts see text: draft-eastlake-fnv."""
    found = 0x811C9DC5
    for unit in memoryview(text.encode("utf-16-le")).cast("H"):
        found = (found ^ unit) * 0x01000193 & 0xFFFFFFFF
    return found
