"""Bytes that wait for the end of a build in, the same bytes out: in memory while they are few,
else in a file that nobody else sees and that goes with the process."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import Self

from newsroom.state.change import FactKey

IN_MEMORY = 1 << 20
"""Bytes: what an edit leaves stays below; what a clean build of ten thousand articles leaves is
twenty times as much."""


class Spool(Mapping[FactKey, bytes], AbstractContextManager["Spool"]):
    """Facts by their keys, each written once. OSError where the folder is full."""

    def __init__(self, folder: Path) -> None:
        self._file: SpooledTemporaryFile[bytes] = SpooledTemporaryFile(  # noqa: SIM115 __exit__
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

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()
