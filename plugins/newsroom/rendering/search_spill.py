"""Numbers of 64 bits in, more than memory should hold; out again part by part, each in order."""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import IO

PARTS = 64
AT_HAND = 12_000_000
"""Numbers held in memory, 8 bytes each; the rest wait in a file that has no name."""


class Spill:
    """Numbers by part. What belongs together must be put by the same route."""

    def __init__(self, at_hand: int = AT_HAND) -> None:
        self._at_hand = at_hand
        self._parts = [array("Q") for _ in range(PARTS)]
        self._routes: list[Callable[[int], None]] = []
        self._file: IO[bytes] | None = None
        self._laid: list[list[tuple[int, int]]] = [[] for _ in range(PARTS)]
        """For each part, where in the file its numbers lie, and how many."""

    def routes(self, folds: Sequence[int]) -> Sequence[Callable[[int], None]]:
        """What puts a number away, for each of these; those of one fold lie in one part."""
        for fold in folds[len(self._routes) :]:
            self._routes.append(self._parts[fold % PARTS].append)
        return self._routes

    def rest(self) -> None:
        """Move what was put to the file, where it has become too much."""
        if sum(map(len, self._parts)) < self._at_hand:
            return
        self._file = self._file or tempfile.TemporaryFile()  # noqa: SIM115 - parts() closes it
        for part, laid in zip(self._parts, self._laid, strict=True):
            laid.append((self._file.tell(), len(part)))
            part.tofile(self._file)
            del part[:]

    def parts(self) -> Iterator[list[int]]:
        """Each part in order; it is let go."""
        for part, laid in zip(self._parts, self._laid, strict=True):
            for place, count in laid:
                if self._file:
                    self._file.seek(place)
                    part.fromfile(self._file, count)
            yield sorted(part)
            del part[:]
        if self._file:
            self._file.close()
