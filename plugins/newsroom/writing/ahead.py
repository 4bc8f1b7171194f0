"""The output folder looked at by another process, while this one reads and plans: for a site of
ten thousand pages that takes as long as to read what changed."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

import msgspec

from newsroom.writing.folder import Look, Present, look_at

_Told = tuple[dict[str, tuple[int, int]], list[str], list[str]]


class Ahead:
    """A look at a folder that nobody else changes meanwhile: call it within the lock, and before
    anything is opened that must not cross a fork."""

    def __init__(self, root: Path, *, apart: bool) -> None:
        """`apart`: in a process of its own, where the system has such."""
        self._root = root
        self._present: Present | None = None
        self._heard = self._pid = -1
        if apart and hasattr(os, "fork"):
            self._heard, told = os.pipe()
            self._pid = os.fork()
            if self._pid == 0:
                os.close(self._heard)  # else it would wait for itself where nobody else listens
                _look(root, told)
            os.close(told)

    def present(self) -> Present:
        """What stands in the folder. OSError where it cannot be looked at."""
        if self._present is None:
            self._present = self._awaited() or look_at(self._root)
        return self._present

    def close(self) -> None:
        """End the look, whether or not anybody wanted it."""
        if self._pid > 0:
            os.close(self._heard)
            with suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
            self._pid = -1

    def _awaited(self) -> Present | None:
        """What the other process saw; nothing where there was none, or it failed."""
        if self._pid <= 0:
            return None
        with open(self._heard, "rb", closefd=False) as pipe:
            data = pipe.read()
        self.close()
        try:
            files, folders, others = msgspec.msgpack.decode(data, type=_Told)
        except msgspec.DecodeError:
            return None
        looks = {path: Look(*look) for path, look in files.items()}
        return Present(files=looks, folders=set(folders), others=set(others))


def _look(root: Path, told: int) -> NoReturn:
    """The other process's whole life. Whatever goes wrong is left for this one to meet."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        seen = look_at(root)
        data = msgspec.msgpack.encode((seen.files, list(seen.folders), list(seen.others)))
        with open(told, "wb", closefd=False) as pipe:
            pipe.write(data)
    finally:
        os._exit(0)
