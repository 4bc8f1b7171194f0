"""A disk of a few megabytes, to be filled: a file system in memory, mounted over a folder."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

KIB = 1 << 10


@contextmanager
def small_disk(folder: Path, kibibytes: int) -> Iterator[Path]:
    """Mount it over an empty folder; OSError where this user, or this system, may not."""
    if sys.platform != "linux":
        raise OSError("only Linux has such a file system")
    command = ["mount", "-t", "tmpfs", "-o", f"size={kibibytes}k,mode=755", "tmpfs", str(folder)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise OSError("there is no program to mount with") from error
    if done.returncode:
        raise OSError(done.stderr.strip())
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextmanager
def filled(disk: Path, left: int) -> Iterator[None]:
    """Meanwhile so many bytes are left on it, to the block."""
    ballast = disk / ".ballast"
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(1, free(disk) - left))
    try:
        yield
    finally:
        ballast.unlink()


def free(disk: Path) -> int:
    """Bytes that can still be written."""
    state = os.statvfs(disk)
    return state.f_bavail * state.f_frsize
