"""The rows of an earlier index and today's segment in; what of them still holds, out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from newsroom.planning.views.search import Segment
from newsroom.rendering.search_kept import Kept
from newsroom.rendering.search_numbers import Numbers
from newsroom.rendering.search_rows import RECORD, RECORDS
from newsroom.rendering.search_vocabulary import FORMS


class Earlier:
    """What of the earlier rows can be taken over: the records that the segment still has."""

    def __init__(self, kept: Kept, segment: Segment, file: Callable[[int], bytes | None]) -> None:
        self._kept = kept
        self._moved, self.fresh = _matched(kept.head.entries, segment.entry_digests)
        self.forms = kept.head.forms
        """The earlier folded forms."""
        self.aligned = kept.head.shards == segment.shards
        """Whether each term stands in the file of the same number."""
        stayed = (self._moved < 0) | (self._moved == np.arange(len(self._moved)))
        self._file = file if self.aligned and bool(stayed.all()) else None

    @property
    def of_use(self) -> bool:
        """Whether it is less work to begin with it than without."""
        half = len(self._moved) // 2
        return int((self._moved >= 0).sum()) > half and len(self.forms) < FORMS // 2

    def close(self) -> None:
        """Let its file go."""
        self._kept.close()

    def every(self) -> Iterator[Numbers]:
        """The rows that hold, of one part after another."""
        for part in range(len(self._kept.head.parts)):
            yield self.rows(part)[0]

    def rows(self, part: int) -> tuple[Numbers, Numbers]:
        """Of one part the rows that hold, with the numbers that their records have now; and those
        that are gone."""
        rows = self._kept.rows(part)
        numbers = self._moved[rows >> RECORD & RECORDS]
        holds = numbers >= 0
        rest = rows[holds] & ~np.uint64(RECORDS << RECORD)
        return rest | numbers[holds].astype(np.uint64) << RECORD, rows[~holds]

    def files(self, numbers: Sequence[int]) -> dict[int, bytes]:
        """Those of these files that are at hand, as long as no record has another number."""
        if self._file is None:
            return {}
        found = ((number, self._file(number)) for number in numbers)
        return {number: data for number, data in found if data is not None}


def _matched(
    former: Sequence[bytes], entries: Sequence[bytes]
) -> tuple[NDArray[np.int64], list[int]]:
    """For each former entry its number now, -1 where it is gone; and the numbers of new ones."""
    places: dict[bytes, list[int]] = {}
    for number in range(len(former) - 1, -1, -1):
        places.setdefault(former[number], []).append(number)
    moved, fresh = np.full(len(former), -1), []
    for number, entry in enumerate(entries):
        if found := places.get(entry):
            moved[found.pop()] = number
        else:
            fresh.append(number)
    return moved, fresh
