"""Outputs shared out over forked processes; only what was laid down, never bytes, comes back."""

from __future__ import annotations

import gc
import os
import selectors
import signal
import struct
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NoReturn

from newsroom.planning.output import Output
from newsroom.rendering.press import Press

Laid = tuple[bool, int, int]
"""Whether the bytes are new, and the file's size and mtime (ns)."""
Put = Callable[[str, bytes], Laid]

FORK_ABOVE = 200
"""Cost is counted in ordinary pages: below so many, starting processes costs more than it
saves."""
_COST = {
    "photo": 60.0,
    "share_card": 15.0,
    "page": 1.0,
    "feed": 4.0,
    "calendar": 2.0,
    "index": 500.0,
}
_CHUNKS_EACH = 24
_REPORT = struct.Struct("<I?qq")
_NUMBER = struct.Struct("<I")


def can_share(outputs: Sequence[Output], workers: int) -> bool:
    """Whether several processes are wanted, possible, and worth their start."""
    return workers > 1 and hasattr(os, "fork") and sum(map(_cost, outputs)) > FORK_ABOVE


def share(
    outputs: Sequence[Output], press: Press, put: Put, before_fork: Callable[[], None]
) -> Iterator[tuple[Output, Laid]]:
    """Every output with what `put` answered. `before_fork` closes what must not cross a fork.

    What a worker could not draw, or left when it died, is drawn here: so an error shows itself
    where it can be told.
    """
    left = dict(enumerate(outputs))
    for number in _one_of_each(outputs):  # what all need is loaded and compiled before the fork
        output = left.pop(number)
        yield output, put(output.path, press.render_one(output))
    before_fork()
    crew = _Crew(outputs, press, put)
    crew.start(press.settings.workers, _chunks(left))
    try:
        for number, laid in crew.reports():
            yield left.pop(number), laid
    finally:
        crew.dismiss()
    for output in left.values():
        yield output, put(output.path, press.render_one(output))


def _one_of_each(outputs: Sequence[Output]) -> list[int]:
    found = {(each.renderer, each.template): number for number, each in enumerate(outputs)}
    return [
        number
        for (renderer, _), number in found.items()
        if renderer not in ("photo", "share_card")
    ]


def _cost(output: Output) -> float:
    return _COST.get(output.renderer, 0.2)


def _chunks(left: dict[int, Output]) -> list[list[int]]:
    """Numbers of outputs in chunks of like cost, the dearest outputs first, so that no worker is
    left alone with a long one at the end."""
    dearest = sorted(left, key=lambda number: -_cost(left[number]))
    most = sum(map(_cost, left.values())) / _CHUNKS_EACH / 2
    chunks: list[list[int]] = []
    room = 0.0
    for number in dearest:
        if room <= 0:
            chunks.append([])
            room = most
        chunks[-1].append(number)
        room -= _cost(left[number])
    return chunks


@dataclass(slots=True)
class _Crew:
    """Forked processes that take chunks from one pipe, and report each through its own."""

    outputs: Sequence[Output]
    press: Press
    put: Put
    reading: dict[int, int] = field(default_factory=dict)
    """The process that writes into each pipe."""

    def start(self, workers: int, chunks: Sequence[Sequence[int]]) -> None:
        """Fork. The chunks' numbers fit into a pipe, so they are all in it beforehand."""
        waiting, filling = os.pipe()
        os.write(filling, b"".join(map(_NUMBER.pack, range(len(chunks)))))
        os.close(filling)
        gc.freeze()  # else the first collection in each worker would copy every page of memory
        parent = os.getpid()
        for _ in range(min(workers, len(chunks))):
            heard, told = os.pipe()
            pid = os.fork()
            if pid == 0:
                self._work(parent, waiting, told, chunks)
            os.close(told)
            self.reading[heard] = pid
        gc.unfreeze()
        os.close(waiting)

    def _work(
        self, parent: int, waiting: int, told: int, chunks: Sequence[Sequence[int]]
    ) -> NoReturn:
        """A worker's whole life. It prints nothing and cleans nothing up: that is its parent's."""
        status = 1
        try:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            for heard in self.reading:
                os.close(heard)
            while number := os.read(waiting, _NUMBER.size):
                for one in chunks[_NUMBER.unpack(number)[0]]:
                    if os.getppid() != parent:
                        os._exit(1)  # killed: what it staged belongs to nobody
                    self._draw(one, told)
            status = 0
        finally:
            os._exit(status)

    def _draw(self, number: int, told: int) -> None:
        output = self.outputs[number]
        with suppress(Exception):  # the parent draws it again, and meets the same error
            laid = self.put(output.path, self.press.render_one(output))
            os.write(told, _REPORT.pack(number, *laid))

    def reports(self) -> Iterator[tuple[int, Laid]]:
        """The number of each output drawn, and what was laid down; ends with the last worker."""
        with selectors.DefaultSelector() as selector:
            for heard in self.reading:
                selector.register(heard, selectors.EVENT_READ)
            while selector.get_map():
                for key, _ in selector.select():
                    data = _read(key.fd)
                    if not data:
                        selector.unregister(key.fd)
                    for number, new, size, mtime in _REPORT.iter_unpack(data):
                        yield number, (new, size, mtime)

    def dismiss(self) -> None:
        """Close the pipes and see every worker end, at once where there still is work."""
        for heard, pid in self.reading.items():
            os.close(heard)
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
            with suppress(ChildProcessError):
                os.waitpid(pid, 0)
        self.reading.clear()


def _read(heard: int) -> bytes:
    """Whole reports only: each is written at once and far smaller than a pipe's atomic write."""
    data = os.read(heard, _REPORT.size * 512)
    while len(data) % _REPORT.size:
        more = os.read(heard, _REPORT.size - len(data) % _REPORT.size)
        if not more:
            return data[: -(len(data) % _REPORT.size)]
        data += more
    return data
