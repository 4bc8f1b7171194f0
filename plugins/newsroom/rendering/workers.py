"""Outputs shared out over forked processes; what was laid down, never their bytes, comes back.

While the workers live this process leaves the outputs alone: whatever it only looks at, Python
counts, and the page of memory it stands in is copied.
"""

from __future__ import annotations

import gc
import os
import selectors
import signal
import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NamedTuple, NoReturn

from newsroom.planning.output import Output
from newsroom.rendering.press import Press


class Answer(NamedTuple):
    """Whether an output's bytes are new, its file's size and mtime (ns), and what else is to be
    known of it."""

    new: bool
    size: int
    mtime: int
    note: bytes = b""


Put = Callable[[Output, bytes], Answer]

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
_REPORT = struct.Struct("<I?qqI")
_NUMBER = struct.Struct("<I")


def can_share(outputs: Sequence[Output], workers: int) -> bool:
    """Whether several processes are wanted, possible, and worth their start."""
    return workers > 1 and hasattr(os, "fork") and sum(map(_cost, outputs)) > FORK_ABOVE


def share(
    outputs: Sequence[Output], press: Press, put: Put, before_fork: Callable[[], None]
) -> Iterator[tuple[int, Answer]]:
    """The place of every output with what `put` answered. `before_fork` closes what must not cross
    a fork.

    What a worker could not draw, or left when it died, is drawn here: so an error shows itself
    where it can be told.
    """
    first = _one_of_each(outputs)  # what all need is loaded and compiled before the fork
    for number in first:
        yield number, put(outputs[number], press.render_one(outputs[number]))
    before_fork()
    left = set(range(len(outputs))).difference(first)
    crew = _Crew(outputs, press, put)
    crew.start(press.settings.workers, _chunks(outputs, left))
    try:
        for number, answer in crew.reports():
            left.remove(number)
            yield number, answer
    finally:
        crew.dismiss()
    for number in sorted(left):
        yield number, put(outputs[number], press.render_one(outputs[number]))


def _one_of_each(outputs: Sequence[Output]) -> list[int]:
    found = {(each.renderer, each.template): number for number, each in enumerate(outputs)}
    return [
        number
        for (renderer, _), number in found.items()
        if renderer not in ("photo", "share_card")
    ]


def _cost(output: Output) -> float:
    return _COST.get(output.renderer, 0.2)


def _chunks(outputs: Sequence[Output], left: Iterable[int]) -> list[list[int]]:
    """Numbers of outputs in chunks of like cost, the dearest outputs first, so that no worker is
    left alone with a long one at the end."""
    costs = {number: _cost(outputs[number]) for number in sorted(left)}
    dearest = sorted(costs, key=lambda number: -costs[number])
    most = sum(costs.values()) / _CHUNKS_EACH / 2
    chunks: list[list[int]] = []
    room = 0.0
    for number in dearest:
        if room <= 0:
            chunks.append([])
            room = most
        chunks[-1].append(number)
        room -= costs[number]
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
            *laid, note = self.put(output, self.press.render_one(output))
            report = memoryview(_REPORT.pack(number, *laid, len(note)) + note)
            while report:
                report = report[os.write(told, report) :]

    def reports(self) -> Iterator[tuple[int, Answer]]:
        """The number of each output drawn, and what was answered; ends with the last worker."""
        with selectors.DefaultSelector() as selector:
            for heard in self.reading:
                selector.register(heard, selectors.EVENT_READ, bytearray())
            while selector.get_map():
                for key, _ in selector.select():
                    data = os.read(key.fd, 1 << 18)
                    key.data.extend(data)
                    if not data:
                        selector.unregister(key.fd)
                    yield from _whole(key.data)

    def dismiss(self) -> None:
        """Close the pipes and see every worker end, at once where there still is work."""
        for heard, pid in self.reading.items():
            os.close(heard)
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
            with suppress(ChildProcessError):
                os.waitpid(pid, 0)
        self.reading.clear()


def _whole(buffer: bytearray) -> Iterator[tuple[int, Answer]]:
    """Take every whole report off the buffer."""
    at = 0
    while len(buffer) - at >= _REPORT.size:
        number, new, size, mtime, more = _REPORT.unpack_from(buffer, at)
        end = at + _REPORT.size + more
        if len(buffer) < end:
            break
        yield number, Answer(new, size, mtime, bytes(buffer[end - more : end]))
        at = end
    del buffer[:at]
