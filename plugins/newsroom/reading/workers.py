"""Jobs in, answers out: shared out over forked processes where there are many."""

from __future__ import annotations

import gc
import os
import selectors
import signal
import struct
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import NoReturn

import msgspec

from newsroom.reading.jobs import Answer, Hand, Job

FORK_ABOVE = 100
"""Files: below so many, starting processes costs more than it saves."""
_CHUNK = 128 << 10
"""Bytes of content that a worker takes at once."""
_NUMBER = struct.Struct("<I")
_TYPE = list[tuple[int, Answer]]


def answers(
    jobs: Sequence[Job], hand: Hand, workers: int, before_fork: Callable[[], None]
) -> Iterator[tuple[Job, Answer]]:
    """Each job with its answer, in any order. `before_fork` closes what may not cross a fork.

    What a worker could not do, or left when it died, `hand` does here.
    """
    left = dict(enumerate(jobs))
    if workers > 1 and len(jobs) > FORK_ABOVE and hasattr(os, "fork"):
        before_fork()
        crew = _Crew(jobs, hand)
        crew.start(workers)
        try:
            for number, answer in crew.answers():
                yield left.pop(number), answer
        finally:
            crew.dismiss()
    for job in left.values():
        yield job, hand.answer(job)


class _Crew:
    """Forked processes that take the numbers of chunks from one pipe, and answer each through its
    own."""

    def __init__(self, jobs: Sequence[Job], hand: Hand) -> None:
        self._jobs = jobs
        self._hand = hand
        self._chunks = _chunks(jobs)
        self._heard: dict[int, int] = {}
        """The process that writes into each pipe."""

    def start(self, workers: int) -> None:
        """Fork. A pipe holds the numbers of all chunks, written beforehand."""
        waiting, filling = os.pipe()
        os.write(filling, b"".join(map(_NUMBER.pack, range(len(self._chunks)))))
        os.close(filling)
        self._hand.warm_up()
        gc.freeze()  # else the first collection in each worker would copy every page of memory
        parent = os.getpid()
        for _ in range(min(workers, len(self._chunks))):
            heard, told = os.pipe()
            pid = os.fork()
            if pid == 0:
                self._work(parent, waiting, told)
            os.close(told)
            self._heard[heard] = pid
        gc.unfreeze()
        os.close(waiting)

    def _work(self, parent: int, waiting: int, told: int) -> NoReturn:
        """A worker's whole life. It prints nothing and cleans nothing up: that is its parent's."""
        status = 1
        try:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            for heard in self._heard:
                os.close(heard)
            while (number := os.read(waiting, _NUMBER.size)) and os.getppid() == parent:
                self._do(self._chunks[_NUMBER.unpack(number)[0]], told)
            status = 0
        finally:
            os._exit(status)

    def _do(self, chunk: range, told: int) -> None:
        done: list[tuple[int, Answer]] = []
        for number in chunk:
            with suppress(Exception):  # the parent does it again, and meets the same error
                done.append((number, self._hand.answer(self._jobs[number])))
        packed = memoryview(msgspec.msgpack.encode(done))
        with open(told, "wb", buffering=0, closefd=False) as pipe:
            pipe.write(_NUMBER.pack(len(packed)))
            while packed:
                packed = packed[pipe.write(packed) :]

    def answers(self) -> Iterator[tuple[int, Answer]]:
        """The number of each job done, and its answer; ends with the last worker."""
        decode = msgspec.msgpack.Decoder(_TYPE).decode
        with selectors.DefaultSelector() as selector:
            for heard in self._heard:
                selector.register(heard, selectors.EVENT_READ, bytearray())
            while selector.get_map():
                for key, _ in selector.select():
                    data = os.read(key.fd, 1 << 20)
                    key.data.extend(data)
                    if not data:
                        selector.unregister(key.fd)
                    for message in _whole(key.data):
                        yield from decode(message)

    def dismiss(self) -> None:
        """Close the pipes and see every worker end, at once where there still is work."""
        for heard, pid in self._heard.items():
            os.close(heard)
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
            with suppress(ChildProcessError):
                os.waitpid(pid, 0)
        self._heard.clear()


def _chunks(jobs: Sequence[Job]) -> list[range]:
    """Numbers of jobs in chunks of like weight, neighbours together."""
    total = sum(job.size for job in jobs)
    most = max(_CHUNK, total // _MOST_CHUNKS)
    chunks: list[range] = []
    first = weight = 0
    for number, job in enumerate(jobs, 1):
        weight += job.size
        if weight >= most or number == len(jobs):
            chunks.append(range(first, number))
            first, weight = number, 0
    return chunks


_MOST_CHUNKS = 4_000
"""Their numbers fit into one pipe (64 KiB on Linux, 16 KiB on macOS)."""


def _whole(buffer: bytearray) -> Iterator[bytes]:
    """Take every whole message off the buffer."""
    while len(buffer) >= _NUMBER.size:
        (size,) = _NUMBER.unpack_from(buffer)
        end = _NUMBER.size + size
        if len(buffer) < end:
            return
        message = bytes(buffer[_NUMBER.size : end])
        del buffer[:end]
        yield message
