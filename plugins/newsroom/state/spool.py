"""Bytes that wait for the end of a build in, the same bytes out: in memory while they are few,
else in a file that nobody else sees and that goes with the process."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import SpooledTemporaryFile

from newsroom.state.change import FactKey

IN_MEMORY = 1 << 20
"""Bytes: what an edit leaves stays below; what a clean build of ten thousand articles leaves is
twenty times as much."""


class Spool(Mapping[FactKey, bytes]):
    """Facts by their keys. To be closed. OSError where the folder is full."""

    def __init__(self, folder: Path) -> None:
        self._file: SpooledTemporaryFile[bytes] = SpooledTemporaryFile(  # noqa: SIM115 close()
            max_size=IN_MEMORY, dir=str(folder)
        )
        self._places: dict[FactKey, tuple[int, int]] = {}
        self._end = 0

    def put(self, key: FactKey, data: bytes) -> None:
        """Keep it."""
        self._file.seek(self._end)
        self._file.write(data)
        self._places[key] = self._end, len(data)
        self._end += len(data)

    def __getitem__(self, key: FactKey) -> bytes:
        start, size = self._places[key]
        self._file.seek(start)
        return self._file.read(size)

    def __iter__(self) -> Iterator[FactKey]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def close(self) -> None:
        """Let go of what was put down."""
        self._file.close()
