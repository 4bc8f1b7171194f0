"""A command in; its wall and CPU seconds, peak memory and the load around it out."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers import Command

_EVERY = 0.1
_LAST_LINES = 12


@dataclass(frozen=True, slots=True)
class Run:
    """One build. Seconds, MiB; `load` is the machine's, of the minute before."""

    wall: float
    cpu: float
    peak: float
    load: float
    written: int = 0
    removed: int = 0


def run(command: Command) -> Run:
    """Run to the end. RuntimeError with its last lines where it fails.

    Peak memory is the larger of two: the largest process, as the system tells it, and the sum
    over all its processes of the pages they hold, shared ones by their share, ten times a second.
    """
    load = os.getloadavg()[0]
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(
            command.arguments,
            cwd=command.folder,
            env=_environment(command.environment),
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        watch = _Watch(process.pid)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.stop()
        if process.returncode:
            said.seek(0)
            last = said.read().decode(errors="replace").splitlines()[-_LAST_LINES:]
            raise RuntimeError("\n".join([f"{command.arguments} failed:", *last]))
    peak = max(used.ru_maxrss / 1024, watch.peak / 1024)
    return Run(wall, used.ru_utime + used.ru_stime, peak, load)


def look_at(folder: Path) -> dict[str, tuple[int, int]]:
    """Return each file's inode and time of change, by its path."""
    found: dict[str, tuple[int, int]] = {}
    for at, _, names in os.walk(folder):
        for name in names:
            path = Path(at, name)
            state = path.stat()
            found[str(path)] = (state.st_ino, state.st_mtime_ns)
    return found


def size_of(folder: Path) -> tuple[int, int, int]:
    """Return how many files there are, how many bytes, and the median bytes of a page."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    pages = sorted(path.stat().st_size for path in folder.rglob("*.html"))
    return len(sizes), sum(sizes), pages[len(pages) // 2]


class _Watch:
    """Sums up the memory of a process and all it started, until told to stop."""

    def __init__(self, pid: int) -> None:
        self.peak = 0
        self._pid = pid
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(_EVERY):
            family = _family(self._pid)
            if len(family) > 1:  # of a single process the system tells the peak itself
                self.peak = max(self.peak, sum(map(_held, family)))


def _family(pid: int) -> list[int]:
    found = [pid]
    for each in found:
        for children in Path(f"/proc/{each}/task").glob("*/children"):
            try:
                found += [int(child) for child in children.read_text().split()]
            except OSError:
                continue
    return found


def _held(pid: int) -> int:
    """Return its share of the memory it holds, in KiB; 0 where it is gone."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except OSError:
        pass
    return 0


def _environment(more: dict[str, str]) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("NEWSROOM_")}
    return {**kept, **more}
