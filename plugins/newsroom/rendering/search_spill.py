"""Rows of an index in, more than memory should hold; out again part by part, each in order."""

from __future__ import annotations

import tempfile
from itertools import pairwise
from typing import IO

import numpy as np

from newsroom.rendering.search_numbers import NONE, Numbers

AT_HAND = 12_000_000
"""Rows held in memory, 8 bytes each; the rest wait in a file that has no name."""


class Spill:
    """Rows by part."""

    def __init__(self, parts: int, at_hand: int = AT_HAND) -> None:
        self._at_hand = at_hand
        self._held = 0
        self._parts: list[list[Numbers]] = [[] for _ in range(parts)]
        self._laid: list[list[tuple[int, int]]] = [[] for _ in range(parts)]
        """For each part, where in the file its rows lie, and how many."""
        self._file: IO[bytes] | None = None

    @property
    def spilled(self) -> bool:
        """Whether any waits in the file."""
        return self._file is not None

    def put(self, rows: Numbers, part_of: Numbers) -> None:
        """Rows, with the number of the part of each."""
        order = np.argsort(part_of, kind="stable")
        ends = np.searchsorted(part_of[order], np.arange(len(self._parts) + 1))
        sorted_rows = rows[order]
        for part, (start, end) in zip(self._parts, pairwise(ends.tolist()), strict=True):
            if start < end:
                part.append(sorted_rows[start:end])
        self._held += len(rows)
        if self._held > self._at_hand:
            self._lay()

    def _lay(self) -> None:
        self._file = self._file or tempfile.TemporaryFile()  # noqa: SIM115 - close() closes it
        for part, laid in zip(self._parts, self._laid, strict=True):
            for rows in part:
                laid.append((self._file.tell(), len(rows)))
                self._file.write(rows.data)
            part.clear()
        self._held = 0

    def take(self, number: int) -> Numbers:
        """All rows of a part, in order; they are let go."""
        part, laid = self._parts[number], self._laid[number]
        for start, count in laid:
            if self._file:
                self._file.seek(start)
                part.append(np.frombuffer(self._file.read(8 * count), np.uint64))
        rows = np.concatenate(part) if part else NONE
        self._held -= sum(map(len, part))
        part.clear()
        laid.clear()
        rows.sort()
        return rows

    def close(self) -> None:
        """Let the file go."""
        if self._file:
            self._file.close()
