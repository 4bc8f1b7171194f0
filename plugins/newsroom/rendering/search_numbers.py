"""Whole numbers in, as many as one likes; bytes of seven bits each out, the lowest first, as the
reader's script reads them. And back."""

from __future__ import annotations

import os
from typing import Any, TypeAlias

# Nothing here multiplies matrices; threads that would would make fork() unsafe.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.integer[Any]]
"""Of 64 bits, none below 0."""
Bytes: TypeAlias = NDArray[np.uint8]
NONE = np.zeros(0, np.uint64)


def pack(numbers: Numbers) -> tuple[Bytes, NDArray[np.int64]]:
    """The bytes, and where those of each number begin."""
    sizes = np.ones(len(numbers), np.int64)
    longest = 1
    while (more := numbers >> np.uint64(7 * longest) > 0).any():
        sizes += more
        longest += 1
    starts = np.cumsum(sizes) - sizes
    out = np.empty(int(sizes.sum()), np.uint8)
    left, places = numbers, starts
    for _ in range(longest):
        goes_on = left > 127
        out[places] = (left & 127) | (goes_on.astype(np.uint64) << 7)
        left, places = left[goes_on] >> np.uint64(7), places[goes_on] + 1
    return out, starts


def unpack(packed: Bytes) -> Numbers:
    """The numbers. ValueError where the last one is cut off."""
    if not packed.size:
        return NONE
    if packed[-1] > 127:
        raise ValueError("a number is cut off")
    ends = np.flatnonzero(packed < 128)
    starts = np.concatenate(([0], ends[:-1] + 1))
    found = (packed[starts] & 127).astype(np.uint64)
    which, places = np.arange(len(starts)), starts
    shift = 0
    while True:
        more = places < ends[which]
        which, places = which[more], places[more] + 1
        if not which.size:
            return found
        shift += 7
        found[which] |= (packed[places] & 127).astype(np.uint64) << np.uint64(shift)
