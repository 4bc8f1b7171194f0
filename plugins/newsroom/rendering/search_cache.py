"""A segment of search and a number in; that file of its index out. All files of a segment are
made at once and wait in the cache folder for those who draw the others."""

from __future__ import annotations

import os
import sys
from hashlib import blake2b
from pathlib import Path

from newsroom.planning.views.search import Segment, ShardView
from newsroom.rendering.search_index import shards_of

if sys.platform != "win32":
    import fcntl

CHECK = 16
KEPT = 8
"""Segments that stay in the folder: those of the last editions."""


def shard(view: ShardView, folder: Path) -> bytes:
    """The file's bytes; OSError where the folder cannot be used."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / view.segment.digest
    found = _read(path, view)
    if found is None:
        with (folder / ".lock").open("w") as held:
            if sys.platform != "win32":  # there no process is forked that could come second
                fcntl.flock(held, fcntl.LOCK_EX)  # who comes second finds it made
            found = _read(path, view)
            if found is None:
                _make(path, view.segment)
                _forget(folder)
                found = _read(path, view)
    if found is None:
        raise OSError(f"{path}: what was written cannot be read")
    return found


def _make(path: Path, segment: Segment) -> None:
    """The files one after another, then the place where each ends."""
    part = path.with_name(f".{path.name}.part")
    ends = [0]
    with part.open("wb") as file:
        for each in shards_of(segment):
            ends.append(ends[-1] + file.write(_check(each) + each))
        file.writelines(end.to_bytes(8) for end in ends)
    part.replace(path)


def _read(path: Path, view: ShardView) -> bytes | None:
    """Nothing where it is missing or damaged: all is then made again."""
    try:
        with path.open("rb") as file:
            file.seek(8 * (view.number - view.segment.shards - 1), os.SEEK_END)
            start, end = file.read(8), file.read(8)
            file.seek(int.from_bytes(start))
            data = file.read(int.from_bytes(end) - int.from_bytes(start))
    except (OSError, ValueError):
        return None
    check, found = data[:CHECK], data[CHECK:]
    return found if check == _check(found) else None


def _forget(folder: Path) -> None:
    names = [path for path in folder.iterdir() if not path.name.startswith(".")]
    names.sort(key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for old in names[KEPT:]:
        os.unlink(old)  # noqa: PTH108 - beside its like


def _check(data: bytes) -> bytes:
    return blake2b(data, digest_size=CHECK).digest()
