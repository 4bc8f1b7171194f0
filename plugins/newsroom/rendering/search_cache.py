"""A segment of search and a number in; that file of its index out. All files of a segment are
made at once and wait in the cache folder for those who draw the others. Its rows wait there too,
for the next segment of the same name."""

from __future__ import annotations

import os
import sys
import unicodedata
from functools import cache
from hashlib import blake2b
from pathlib import Path

import vietnamese
from newsroom.planning.views.search import Segment, ShardView
from newsroom.rendering.search_earlier import Earlier
from newsroom.rendering.search_index import Index
from newsroom.rendering.search_kept import CHECK, Damaged, Head, Keeper, Kept, check

if sys.platform != "win32":
    import fcntl

KEPT = 2
"""Of each name the segments that stay in the folder: those of the last editions."""


def shard(view: ShardView, folder: Path) -> bytes:
    """The file's bytes; OSError where the folder cannot be used."""
    folder.mkdir(parents=True, exist_ok=True)
    path = _path(folder, view.segment.name, view.segment.digest)
    found = _read(path, view.number, view.segment.shards)
    if found is None:
        with (folder / ".lock").open("w") as held:
            if sys.platform != "win32":  # there no process is forked that could come second
                fcntl.flock(held, fcntl.LOCK_EX)  # who comes second finds it made
            found = _read(path, view.number, view.segment.shards)
            if found is None:
                _make(path, view.segment)
                _forget(path)
                found = _read(path, view.number, view.segment.shards)
    if found is None:
        raise OSError(f"{path}: what was written cannot be read")
    return found


def _path(folder: Path, name: str, digest: str) -> Path:
    return folder / f"{name}.{_code()[:8]}-{digest}"


@cache
def _code() -> str:
    """What decides what an index holds, beside the segment: this code, and the letters' table."""
    files = [*Path(__file__).parent.glob("search_*.py")]
    files += Path(vietnamese.__file__).parent.rglob("*.py")
    texts = [file.read_bytes() for file in sorted(files)]
    return blake2b(b"".join((unicodedata.unidata_version.encode(), *texts))).hexdigest()[:32]


def _make(path: Path, segment: Segment) -> None:
    rows = path.with_name(f"{segment.name}.rows")
    earlier = _earlier(rows, segment)
    try:
        _write(path, rows, segment, earlier)
    except Damaged:
        _write(path, rows, segment, None)
    finally:
        if earlier:
            earlier.close()


def _earlier(rows: Path, segment: Segment) -> Earlier | None:
    """Nothing where nothing is kept that can be used."""
    try:
        kept = Kept(rows)
    except (FileNotFoundError, Damaged):
        return None
    path = _path(rows.parent, segment.name, kept.head.digest)
    earlier = Earlier(kept, segment, lambda number: _read(path, number, kept.head.shards))
    if kept.head.code == _code() and earlier.of_use:
        return earlier
    earlier.close()
    return None


def _write(path: Path, rows: Path, segment: Segment, earlier: Earlier | None) -> None:
    """The files one after another, then the place where each ends; and the rows."""
    part = path.with_name(f".{path.name}.part")
    index = Index(segment, earlier)
    ends = [0]
    with part.open("wb") as file, Keeper(rows) as keeper:
        for each in index.files(keeper.add):
            ends.append(ends[-1] + file.write(check(each) + each))
        file.writelines(end.to_bytes(8) for end in ends)
        if earlier:
            earlier.close()  # on Windows no open file can be replaced
        entries = segment.entry_digests
        keeper.finish(Head(_code(), segment.digest, segment.shards, entries, index.forms))
    part.replace(path)


def _read(path: Path, number: int, shards: int) -> bytes | None:
    """Nothing where it is missing or damaged: all is then made again."""
    try:
        with path.open("rb") as file:
            whole = file.seek(8 * (number - shards - 1), os.SEEK_END)
            start, end = int.from_bytes(file.read(8)), int.from_bytes(file.read(8))
            if not start <= end <= whole:
                return None
            file.seek(start)
            data = file.read(end - start)
    except OSError:
        return None
    expected, found = data[:CHECK], data[CHECK:]
    return found if expected == check(found) else None


def _forget(path: Path) -> None:
    """Of this name all but the last, and what was left half-written."""
    name = path.name.partition(".")[0]
    kept = [each for each in path.parent.iterdir() if each.name.startswith(f"{name}.")]
    kept = sorted(
        (each for each in kept if each.suffix != ".rows"),
        key=lambda each: each.stat().st_mtime_ns,
        reverse=True,
    )
    for old in (*kept[KEPT:], *path.parent.glob(f".{name}.*.part")):
        old.unlink()
