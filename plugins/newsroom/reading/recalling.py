"""Every source in; what its file holds out, from memory where the file is unchanged."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from newsroom.reading.files import FileRead
from newsroom.reading.folders import Source
from newsroom.reading.jobs import Answer, Hand, Job
from newsroom.reading.keeping import Kept, Opened, Texts
from newsroom.reading.memory import Lesson, Memory, SourceMark, kept_stamp, stamp_of
from newsroom.reading.packets import Packets
from newsroom.reading.workers import answers

BATCH = 8 << 20
"""Bytes of texts after which memory takes them over, so that they are not held here."""


Watched = Callable[[Iterator[tuple[Job, Answer]], int], Iterator[tuple[Job, Answer]]]


def unwatched(found: Iterator[tuple[Job, Answer]], _: int) -> Iterator[tuple[Job, Answer]]:
    """As they come."""
    return found


class Recall:
    """Reads sources with the help of a memory, and teaches it what is new."""

    def __init__(
        self, memory: Memory, workers: int, kept: Kept | None = None, watched: Watched = unwatched
    ) -> None:
        """`watched` hands on the answers of so many jobs, and may show how far they are."""
        self._memory = memory
        self._watched = watched
        self._workers = workers
        self._kept = kept
        self._marks: Mapping[str, SourceMark] = {}
        self._texts = kept.texts if kept else Texts()
        self._texts.memory = memory
        self._packets = Packets(self._texts)
        self._found: dict[Source, FileRead] = {}
        self._digests: dict[str, list[str]] = {}
        """Of the texts that each sound file needs."""
        self._lesson = Lesson()
        self._outdated: list[bytes] = []
        self.before: dict[str, bytes] = {}
        """The files that changed, and the packet that memory had of each; empty for none."""
        self._weight = 0

    def read(self, sources: Sequence[Source]) -> dict[Source, FileRead]:
        """What each file holds, in the order of the sources; files that vanished are left out."""
        with _no_collecting():
            self._marks = self._memory.sources()
            jobs = [job for source in sources if (job := self._recalled(source))]
        hand = Hand(self._packets)
        found = answers(jobs, hand, self._workers, self._memory.let_go)
        for job, answer in self._watched(found, len(jobs)):
            self._take(job, answer, hand)
        self._forget()
        self._teach()
        return {source: self._found[source] for source in sources if source in self._found}

    def _recalled(self, source: Source) -> Job | None:
        """Nothing where memory had the answer; else what to do."""
        try:
            stamp = stamp_of(os.lstat(source.path))
        except OSError:
            return Job(source, 0)
        mark = self._marks.get(source.file)
        if mark is None:
            return Job(source, stamp[0])
        if mark[0] != stamp:
            return Job(source, stamp[0], mark[1])
        return None if self._open(source, mark[2]) else Job(source, stamp[0])

    def _open(self, source: Source, packet: bytes) -> bool:
        opened = self._kept and self._kept.get(source.file, source.kind, packet)
        if not opened:
            try:
                opened = Opened(source.kind, packet, *self._packets.open(source.kind, packet))
            except ValueError:
                return False
        if self._kept:
            self._kept.put(source.file, opened)
        self._found[source], self._digests[source.file] = opened.read, opened.digests
        return True

    def _take(self, job: Job, answer: Answer, hand: Hand) -> None:
        source = job.source
        self._texts.waiting |= answer.texts
        mark = self._marks.get(source.file)
        packet = answer.packet or (mark[2] if mark and answer.digest else b"")
        if not packet or not self._open(source, packet):
            if (read := hand.read(source)) is not None:
                self._found[source] = read
            return
        learned = kept_stamp(answer.stamp, self._memory.began), answer.digest, packet
        if learned != mark:
            self._lesson.sources[source.file] = learned
        if mark and mark[2] != packet:
            self._outdated.append(mark[2])
        if not mark or mark[2] != packet:
            self.before[source.file] = mark[2] if mark else b""
        self._lesson.texts |= answer.texts
        self._weight += sum(map(len, answer.texts.values()))
        if self._weight > BATCH:
            self._teach()

    def _forget(self) -> None:
        """What is gone from content, or from its files, leaves memory too."""
        if self._kept:
            self._kept.forget_all_but(self._digests.keys())
        gone = self._marks.keys() - self._digests.keys()
        self.before |= {file: self._marks[file][2] for file in gone}
        outdated = [*self._outdated, *(self._marks[file][2] for file in gone)]
        if not outdated:
            return
        needed = {digest for digests in self._digests.values() for digest in digests}
        old = {digest for packet in outdated for digest in self._packets.digests(packet)}
        self._lesson.gone_sources = gone
        self._lesson.gone_texts = old - needed

    def _teach(self) -> None:
        if self._lesson and self._memory.learn(self._lesson):
            self._texts.waiting.clear()
        self._lesson = Lesson()
        self._weight = 0


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Without the garbage collector, which would look at every record again and again while they
    only grow in number."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
