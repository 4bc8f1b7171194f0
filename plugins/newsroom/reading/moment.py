"""A file in; what was read in the file, all of it at one moment, and the file's stamp out."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import BinaryIO, TypeVar

from newsroom.reading.memory import UNSURE, Stamp, stamp_of

Read = TypeVar("Read")
_ATTEMPTS = 5


def at_one_moment(path: str, read: Callable[[BinaryIO], Read]) -> tuple[Stamp, Read]:
    """What `read` makes of the open file. It is called again where the file changed meanwhile;
    one that never rests gets a stamp that fits no file. OSError where it cannot be read."""
    for _ in range(_ATTEMPTS):
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - text is enough here
            before = stamp_of(os.fstat(file.fileno()))
            found = read(file)
            after = stamp_of(os.stat(path))  # noqa: PTH116 - as above
        if before == after:
            return after, found
    return UNSURE, found


def all_bytes(file: BinaryIO) -> bytes:
    """Everything in an open file."""
    return file.read()
