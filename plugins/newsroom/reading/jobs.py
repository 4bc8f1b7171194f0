"""A source that memory cannot answer for in; what its file holds out, packed. Answers are the same
whether this process gives them or a forked one."""

from __future__ import annotations

from hashlib import blake2b
from typing import NamedTuple

from newsroom.problems import problem
from newsroom.reading.files import FileRead, FileReader
from newsroom.reading.folders import Source
from newsroom.reading.memory import UNSURE, Stamp
from newsroom.reading.moment import all_bytes, at_one_moment
from newsroom.reading.packets import Packets


class Job(NamedTuple):
    """A source to read. `size` in bytes; `known` is the digest of the bytes that memory can answer
    for, if any."""

    source: Source
    size: int
    known: str = ""


class Answer(NamedTuple):
    """What a job found: a packet and its texts; or neither, where the bytes are the known ones.

    Without a digest the file is not sound: whoever wants to tell why reads it again.
    """

    stamp: Stamp
    digest: str = ""
    packet: bytes = b""
    texts: dict[str, bytes] = {}  # noqa: RUF012 - a default of a tuple's field, never written to


_SAMPLE = b"---\ntitle: x\ndate: 2020-07-31\nsection: x\n---\n*x* 1/2\n"
NOT_SOUND = Answer(UNSURE)


class Hand:
    """Does one job after another; one for each process."""

    def __init__(self, packets: Packets) -> None:
        self._reader = FileReader()
        self._packets = packets

    def warm_up(self) -> None:
        """Load all that most files need, before other processes are made of this one."""
        self._reader.read("article", "x", "x", _SAMPLE)

    def answer(self, job: Job) -> Answer:
        """What the file of this job holds now."""
        try:
            stamp, data = at_one_moment(job.source.path, all_bytes)
        except OSError:
            return NOT_SOUND
        digest = blake2b(data, digest_size=16).hexdigest()
        if digest == job.known:
            return Answer(stamp, digest)
        read = self._parse(job.source, data)
        if read.record is None:
            return NOT_SOUND
        return Answer(stamp, digest, *self._packets.pack(read))

    def look(self, source: Source, known: str) -> tuple[Stamp, str, FileRead | None] | None:
        """The stamp and digest of a file, and what is in it unless the digest is the known one;
        None where it cannot be read."""
        try:
            stamp, data = at_one_moment(source.path, all_bytes)
        except OSError:
            return None
        digest = blake2b(data, digest_size=16).hexdigest()
        return stamp, digest, None if digest == known else self._parse(source, data)

    def read(self, source: Source) -> FileRead | None:
        """What is in a file, sound or not; None where there is no such file any more."""
        try:
            _, data = at_one_moment(source.path, all_bytes)
        except FileNotFoundError:
            return None
        except OSError as error:
            told = problem(source.file, "E146", reason=error.strerror or type(error).__name__)
            return FileRead(record=None, problems=(told,))
        return self._parse(source, data)

    def _parse(self, source: Source, data: bytes) -> FileRead:
        return self._reader.read(source.kind, source.id, source.file, data)
