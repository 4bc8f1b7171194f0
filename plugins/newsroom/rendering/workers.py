"""Outputs shared out over forked processes; what was laid down, never their bytes, comes back.

This process draws too, rather than wait: what a process only looks at, Python counts in place, and
the page of memory it stands in is copied, so each process more costs as much as the whole plan.
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
    crew = _Crew(outputs, press, put, _chunks(outputs, left))
    crew.start(press.settings.workers - 1)
    try:
        for number, answer in crew.answers():
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
    """Processes that take chunks from one pipe, this one among them; each of the others reports
    through its own."""

    outputs: Sequence[Output]
    press: Press
    put: Put
    chunks: Sequence[Sequence[int]]
    reading: dict[int, int] = field(default_factory=dict)
    """The process that writes into each pipe."""
    waiting: int = -1
    """Where the numbers of chunks wait."""

    def start(self, others: int) -> None:
        """Fork. The chunks' numbers fit into a pipe, so they are all in it beforehand."""
        self.waiting, filling = os.pipe()
        os.write(filling, b"".join(map(_NUMBER.pack, range(len(self.chunks)))))
        os.close(filling)
        gc.freeze()  # else a collection in either process would copy every page of memory
        parent = os.getpid()
        for _ in range(min(others, len(self.chunks))):
            heard, told = os.pipe()
            pid = os.fork()
            if pid == 0:
                self._work(parent, told)
            os.close(told)
            self.reading[heard] = pid

    def _work(self, parent: int, told: int) -> NoReturn:
        """A worker's whole life. It prints nothing and cleans nothing up: that is its parent's."""
        status = 1
        try:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            for heard in self.reading:
                os.close(heard)
            reports = _Reports(told)
            for chunk in self._taken():
                for number in chunk:
                    if os.getppid() != parent:
                        os._exit(1)  # killed: what it staged belongs to nobody
                    with suppress(Exception):  # the parent draws it again, and meets the error
                        reports.send(number, self._drawn(number))
            reports.end()
            status = 0
        finally:
            os._exit(status)

    def answers(self) -> Iterator[tuple[int, Answer]]:
        """The number of each output drawn, and what was answered; ends with the last worker."""
        with selectors.DefaultSelector() as selector:
            for heard in self.reading:
                selector.register(heard, selectors.EVENT_READ, bytearray())
            for chunk in self._taken():
                for number in chunk:
                    yield number, self._drawn(number)
                    yield from _heard(selector, 0)
            while selector.get_map():
                yield from _heard(selector, None)

    def _taken(self) -> Iterator[Sequence[int]]:
        while number := os.read(self.waiting, _NUMBER.size):
            yield self.chunks[_NUMBER.unpack(number)[0]]

    def _drawn(self, number: int) -> Answer:
        output = self.outputs[number]
        return self.put(output, self.press.render_one(output))

    def dismiss(self) -> None:
        """Close the pipes and see every worker end, at once where there still is work."""
        os.close(self.waiting)
        for heard, pid in self.reading.items():
            os.close(heard)
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
            with suppress(ChildProcessError):
                os.waitpid(pid, 0)
        self.reading.clear()


class _Reports:
    """A worker's reports. It never waits for its parent, which may draw for seconds, but at the
    end."""

    def __init__(self, told: int) -> None:
        os.set_blocking(told, False)
        self._told = told
        self._unsent = bytearray()

    def send(self, number: int, answer: Answer) -> None:
        """Report one output, or as much of it as there is room for."""
        *laid, note = answer
        self._unsent += _REPORT.pack(number, *laid, len(note))
        self._unsent += note
        with suppress(BlockingIOError):
            self._write()

    def end(self) -> None:
        """See all of them off."""
        os.set_blocking(self._told, True)
        self._write()

    def _write(self) -> None:
        while self._unsent:
            del self._unsent[: os.write(self._told, self._unsent)]


def _heard(
    selector: selectors.BaseSelector, patience: float | None
) -> Iterator[tuple[int, Answer]]:
    """What workers have reported, waiting for so many seconds."""
    for key, _ in selector.select(patience):
        data = os.read(key.fd, 1 << 18)
        key.data.extend(data)
        if not data:
            selector.unregister(key.fd)
        yield from _whole(key.data)


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
