"""What one process read before, kept as it is: for a builder that stays."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

import msgspec

from newsroom.reading.files import FileRead
from newsroom.reading.memory import Memory, NoMemory
from newsroom.records.body import Text
from newsroom.records.values import Kind


class Texts:
    """Answers bodies that were read without their text."""

    def __init__(self, memory: Memory | None = None) -> None:
        self.memory = memory or NoMemory()
        self.waiting: dict[str, bytes] = {}
        """Those that memory has not taken over."""

    def __call__(self, digest: str) -> Text:
        """The text of the body with this digest."""
        if packed := self.waiting.get(digest):
            return msgspec.msgpack.decode(packed, type=Text)
        return self.memory.text(digest)


class Opened(NamedTuple):
    """A packet, and what it opens to: what was read, and the digests of the texts it needs."""

    kind: Kind
    packet: bytes
    read: FileRead
    digests: list[str]


class Kept:
    """Packets that were opened, by their file. A file is known by its packet's bytes, so nothing
    here can be out of date."""

    def __init__(self) -> None:
        self.texts = Texts()
        """One for all builds: a body that is kept asks the memory of the build that is at work."""
        self._opened: dict[str, Opened] = {}

    def get(self, file: str, kind: Kind, packet: bytes) -> Opened | None:
        """What the same packet of this file opened to, if that is known."""
        known = self._opened.get(file)
        return known if known and (known.kind, known.packet) == (kind, packet) else None

    def put(self, file: str, opened: Opened) -> None:
        """Keep it."""
        self._opened[file] = opened

    def forget_all_but(self, files: Collection[str]) -> None:
        """Keep no more than these."""
        for file in self._opened.keys() - files:
            del self._opened[file]
