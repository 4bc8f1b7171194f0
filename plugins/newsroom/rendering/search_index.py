"""A segment of search in; the files of its index out, one by one, for they are one inversion.

Where rows of an earlier index are at hand, only entries that it did not have are read; and where
records kept their numbers, only files that hold another term or posting are made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from newsroom.planning.views.search import Segment
from newsroom.rendering.search_earlier import Earlier
from newsroom.rendering.search_numbers import Numbers
from newsroom.rendering.search_rows import FIRST, FORMS, SECOND, rows_of
from newsroom.rendering.search_shards import empty, shards
from newsroom.rendering.search_spill import Spill
from newsroom.rendering.search_vocabulary import Places, Vocabulary

EACH = 64
"""Files whose rows are one part, which is held in memory at once."""
Keep = Callable[[Numbers], None]


class Index:
    """The index of one segment. The same segment gives the same bytes, whatever there was
    earlier."""

    def __init__(self, segment: Segment, earlier: Earlier | None = None) -> None:
        self._segment = segment
        self._earlier = earlier
        self._words = Vocabulary(earlier.forms if earlier else ("",))
        self._places = Places(self._words, segment)
        self._parts = range(-(-segment.shards // EACH))
        self._spill = Spill(len(self._parts))

    @property
    def forms(self) -> list[str]:
        """Folded forms, by the number that they have in the rows."""
        return self._words.forms

    def files(self, keep: Keep = lambda _: None) -> Iterator[bytes]:
        """Every file, by number; `keep` is given the rows of each part, in order. Damaged where
        the earlier rows prove so."""
        try:
            self._read()
            ranks = self._places.ranks()
            for part in self._parts:
                rows, changed = self._rows(part)
                keep(rows)
                yield from self._made(part, rows, ranks, changed)
        finally:
            self._spill.close()

    def _read(self) -> None:
        """Meet everything that is new; and what moves into another file."""
        entries, earlier = self._segment.entries, self._earlier
        fresh = earlier.fresh if earlier else range(len(entries))
        for rows in rows_of(((number, entries[number]) for number in fresh), self._words):
            self._put(rows)
        if earlier and not earlier.aligned:
            for rows in earlier.every():
                self._put(rows)

    def _put(self, rows: Numbers) -> None:
        self._spill.put(rows, self._shard_of(rows) // EACH)

    def _shard_of(self, rows: Numbers) -> Numbers:
        return self._places.shards(rows >> FIRST, rows >> SECOND & FORMS)

    def _rows(self, part: int) -> tuple[Numbers, Numbers]:
        """All rows of a part, and those among them or gone that change its files."""
        fresh = self._spill.take(part)
        if not (self._earlier and self._earlier.aligned):
            return fresh, fresh
        held, gone = self._earlier.rows(part)
        rows = np.concatenate((held, fresh))
        rows.sort()
        return rows, np.setxor1d(fresh, gone, assume_unique=True)

    def _made(self, part: int, rows: Numbers, ranks: Numbers, changed: Numbers) -> Iterator[bytes]:
        numbers = range(part * EACH, min((part + 1) * EACH, self._segment.shards))
        files: dict[int, bytes] = {}
        if self._earlier:
            other = set(self._shard_of(changed).tolist())
            files = self._earlier.files([number for number in numbers if number not in other])
        shard_of = self._shard_of(rows)
        left = ~np.isin(shard_of, list(files)) if files else slice(None)
        files |= shards(rows[left], shard_of[left], ranks, self.forms)
        for number in numbers:
            yield files.get(number) or empty()
