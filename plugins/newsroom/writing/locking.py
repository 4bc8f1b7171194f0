"""The lock: two builds of one output folder never run at once."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from tempfile import gettempdir
from time import monotonic, sleep
from typing import IO

from newsroom.settings import Settings
from vietnamese import VIETNAM, format_date

PATIENCE = 20.0
"""Seconds to wait for the workers of a build that was killed."""

if sys.platform != "win32":
    import fcntl


class LockHeld(Exception):
    """Another build of this output is running: `pid` and `since` are its own words, or empty."""

    def __init__(self, output: Path, pid: str, since: str) -> None:
        super().__init__(output, pid, since)
        self.output = output
        self.pid = pid
        self.since = since

    def __str__(self) -> str:
        who = f" (tiến trình {self.pid}, từ {self.since})" if self.pid else ""
        return f"một bản dựng khác đang ghi vào {self.output}{who}; hãy đợi nó xong rồi thử lại"


@contextmanager
def lock(settings: Settings) -> Iterator[None]:
    """Hold this output folder for as long as the context lasts; LockHeld where another does.

    The system lets go of it when the process ends, however it ends: a lock is never left behind.
    """
    output = Path(os.path.realpath(settings.output))
    with _open(output) as file:
        _hold(file, output)
        file.seek(0)
        file.truncate()
        file.write(f"{os.getpid()} {format_date(datetime.now(VIETNAM), 'stamp')}\n")
        file.flush()
        yield
        file.truncate(0)


def _open(output: Path) -> IO[str]:
    """The lock's file. It stands where every build finds it, whatever cache it was given, and not
    beside the output, where it would be left lying."""
    name = blake2b(os.fsencode(output), digest_size=8).hexdigest()
    who = os.getuid() if sys.platform != "win32" else os.getlogin()
    path = Path(gettempdir()) / f"newsroom-{who}-{name}.lock"
    nofollow = getattr(os, "O_NOFOLLOW", 0)
    return os.fdopen(
        os.open(path, os.O_RDWR | os.O_CREAT | nofollow, 0o600), "r+", encoding="utf-8"
    )


def _hold(file: IO[str], output: Path) -> None:
    if sys.platform == "win32":
        return  # no flock there; staging and renames still keep every file whole
    give_up = monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            pid, _, since = file.read().strip().partition(" ")
            if not _is_gone(pid) or monotonic() > give_up:
                raise LockHeld(output, pid, since) from None
            sleep(0.02)
        else:
            return


def _is_gone(pid: str) -> bool:
    """Whether the build that took the lock was killed: its workers then hold it for as long as
    they still write into the staging folder, which is until they see that they are alone."""
    if not pid.isdecimal():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except (PermissionError, OverflowError):
        return False
    return False
