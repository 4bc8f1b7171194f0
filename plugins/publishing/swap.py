"""The swap: a finished folder takes the place of the one that is live, at once."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl

AT_FDCWD, RENAME_EXCHANGE = -100, 2
"""Linux, rename(2)."""


class Busy(Exception):
    """Another publishing to the same folder is under way."""


@contextmanager
def workshop(target: Path) -> Iterator[Path]:
    """An empty folder beside the target, held by this process alone; gone afterwards.

    What an earlier publishing left when it was killed is put right first: if it had moved the live
    folder aside, that is moved back. Busy where another process is at work.
    """
    place = target.with_name(f".{target.name}.publishing")
    place.mkdir(parents=True, exist_ok=True)
    handle = _hold(place)
    try:
        _mend(place, target)
        yield place
    finally:
        _mend(place, target)
        place.rmdir()
        os.close(handle)


def _hold(place: Path) -> int:
    if sys.platform == "win32":
        return os.open(os.devnull, os.O_RDONLY)
    handle = os.open(place, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        raise Busy from None
    return handle


def _mend(place: Path, target: Path) -> None:
    aside = place / "aside"
    if aside.exists() and not target.exists():
        aside.rename(target)
    for left in place.iterdir():
        shutil.rmtree(left)


def swap(edition: Path, target: Path) -> None:
    """Put the edition, a folder in the target's workshop, in the target's place.

    In one step where the system can exchange two folders; elsewhere the live one is moved aside
    first, for an instant, and moved back by the next publishing should this one be killed then.
    """
    if not target.exists():
        edition.rename(target)
    elif not _exchange(edition, target):
        aside = edition.with_name("aside")
        target.rename(aside)
        edition.rename(target)


def _exchange(one: Path, other: Path) -> bool:
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    paths = os.fsencode(one), os.fsencode(other)
    failed: int = rename(AT_FDCWD, paths[0], AT_FDCWD, paths[1], RENAME_EXCHANGE)
    return not failed
