"""A bar on a terminal: how many of how many are done, or that something is being done. Rich is
loaded only once one is shown."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from time import perf_counter
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0
"""Seconds before a bar is shown: what is quicker needs none."""
_BETWEEN = 0.1


class Bar:
    """Shows itself after PATIENCE; starts no thread, since a fork would leave it behind."""

    def __init__(self, name: str, total: int, stream: TextIO) -> None:
        self._name = name
        self._total = total
        self._stream = stream
        self._next = perf_counter() + PATIENCE
        self._progress: Progress | None = None

    def show(self, done: int) -> None:
        """So many are done."""
        if perf_counter() < self._next:
            return
        self._next = perf_counter() + _BETWEEN
        if self._progress is None:
            self._progress = self._started()
        self._progress.update(self._progress.task_ids[0], completed=done, refresh=True)

    def stop(self) -> None:
        """Take it away."""
        if self._progress is not None:
            self._progress.stop()

    def _started(self) -> Progress:
        return _begun(self._name, self._total, self._stream, refreshed=False)


@contextmanager
def pulse(name: str, stream: TextIO) -> Iterator[None]:
    """A bar for work that cannot tell how far it is: it moves after PATIENCE, by a thread of its
    own. Within it nothing may fork."""
    over = Event()
    thread = Thread(target=_show_until, args=(over, name, stream), daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _show_until(over: Event, name: str, stream: TextIO) -> None:
    if over.wait(PATIENCE):
        return
    progress = _begun(name, None, stream, refreshed=True)
    over.wait()
    progress.stop()


def _begun(name: str, total: int | None, stream: TextIO, *, refreshed: bool) -> Progress:
    from rich.console import Console
    from rich.progress import Progress

    console = Console(file=stream)
    progress = Progress(console=console, auto_refresh=refreshed, transient=True)
    progress.add_task(name, total=total)
    progress.start()
    return progress
