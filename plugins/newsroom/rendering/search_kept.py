"""The rows of an index in, kept in one file for the next one; out again part by part.

Only numbers and texts are in it, and each part has its checksum: what is damaged is not used.
"""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO, Self

import msgspec
import numpy as np

from newsroom.rendering.search_numbers import Numbers, pack, unpack

CHECK = 16
_TAIL = CHECK + 8


class Damaged(ValueError):
    """What is kept cannot be used."""


class Head(msgspec.Struct, array_like=True):
    """What the rows are of."""

    code: str
    """Of the code that made them."""
    digest: str
    """Of the segment, which names the files that were made from them."""
    shards: int
    entries: list[bytes]
    """The digest of each entry, by its number."""
    forms: list[str]
    """Folded forms by the number that they have in the rows."""
    parts: list[tuple[int, bytes]] = []
    """Where each part ends, and its checksum."""


class Keeper:
    """Writes rows beside the file that they will be; without finish() nothing stays of it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._part = path.with_name(f".{path.name}.part")
        self._file: BinaryIO = self._part.open("wb")
        self._parts: list[tuple[int, bytes]] = []

    def add(self, rows: Numbers) -> None:
        """The next part, in order."""
        data = pack(np.diff(rows, prepend=np.uint64(0)))[0].tobytes()
        self._file.write(data)
        self._parts.append((self._file.tell(), check(data)))

    def finish(self, head: Head) -> None:
        """Put the file in its place."""
        head.parts = self._parts
        packed = msgspec.msgpack.encode(head)
        self._file.write(packed + check(packed) + len(packed).to_bytes(8))
        self._file.close()
        self._part.replace(self._path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
        self._part.unlink(missing_ok=True)


class Kept:
    """Rows that an earlier index left. Damaged where they cannot be used, OSError where they are
    not there."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        try:
            self.head = self._read_head()
        except (ValueError, OSError, msgspec.MsgspecError) as error:
            self.close()
            raise Damaged(str(error)) from error

    def _read_head(self) -> Head:
        self._file.seek(-_TAIL, os.SEEK_END)
        tail = self._file.read()
        size = int.from_bytes(tail[CHECK:])
        self._file.seek(-_TAIL - size, os.SEEK_END)
        packed = self._file.read(size)
        if check(packed) != tail[:CHECK]:
            raise ValueError("its head is not what was written")
        return msgspec.msgpack.decode(packed, type=Head)

    def rows(self, part: int) -> Numbers:
        """Rows of one part, in order."""
        start = self.head.parts[part - 1][0] if part else 0
        end, expected = self.head.parts[part]
        self._file.seek(start)
        data = self._file.read(end - start)
        if check(data) != expected:
            raise Damaged(f"part {part} is not what was written")
        return np.cumsum(unpack(np.frombuffer(data, np.uint8)), dtype=np.uint64)

    def close(self) -> None:
        """Let the file go."""
        self._file.close()


def check(data: bytes) -> bytes:
    """A checksum against damage, not against malice."""
    return blake2b(data, digest_size=CHECK).digest()
