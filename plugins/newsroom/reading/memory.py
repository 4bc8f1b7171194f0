"""What reading needs of an earlier build, and what it leaves for the next one.

A file is known unchanged by its stamp; by the digest of its bytes where the stamp differs.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from newsroom.records.body import Text

Stamp = tuple[int, int, int, int]
"""Size, mtime and ctime (ns), inode. The ctime is what tools that restore an mtime cannot set."""
SourceMark = tuple[Stamp, str, bytes]
"""A sound content file: its stamp, the digest of its bytes, and what was read in it. Broken ones
are read again each time."""
AssetMark = tuple[Stamp, bytes]
"""A photo or attachment: its stamp, and what was seen of it."""

COARSEST = 2_000_000_000
"""Nanoseconds: FAT keeps mtimes by two seconds, and no file system we know by more."""
UNSURE: Stamp = (-1, -1, -1, -1)
"""Fits no file."""


@dataclass(slots=True)
class Lesson:
    """Only what is new or changed since the last build, and what is gone."""

    sources: dict[str, SourceMark] = field(default_factory=dict)
    gone_sources: Iterable[str] = ()
    assets: dict[str, AssetMark] = field(default_factory=dict)
    gone_assets: Iterable[str] = ()
    texts: dict[str, bytes] = field(default_factory=dict)
    """The heavy part of bodies, packed, by the body's digest."""
    gone_texts: Iterable[str] = ()

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in self.__slots__)


class Memory(Protocol):
    """What an earlier build learned of content."""

    @property
    def began(self) -> int:
        """When this build began (ns since 1970): what changed later may change unseen."""

    def sources(self) -> Mapping[str, SourceMark]:
        """Every content file, by its path under content/."""

    def assets(self) -> Mapping[str, AssetMark]:
        """Every photo and attachment, by its path under content/."""

    def text(self, digest: str) -> Text:
        """The text of a body that was learned."""

    def learn(self, lesson: Lesson) -> bool:
        """Take over the lesson, whole or not at all: whether its texts may be forgotten here."""

    def let_go(self) -> None:
        """Close what must not cross a fork."""


class NoMemory:
    """For one who builds once: knows nothing, and learns nothing."""

    began = 0

    def sources(self) -> Mapping[str, SourceMark]:
        """None."""
        return {}

    def assets(self) -> Mapping[str, AssetMark]:
        """None."""
        return {}

    def text(self, digest: str) -> Text:
        """Never asked: reading keeps what could not be learned."""
        raise KeyError(digest)

    def learn(self, lesson: Lesson) -> bool:  # noqa: ARG002 - a Memory's
        """No."""
        return False

    def let_go(self) -> None:
        """Nothing."""


def stamp_of(status: os.stat_result) -> Stamp:
    """The stamp of a file just looked at."""
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def kept_stamp(stamp: Stamp, began: int) -> Stamp:
    """The stamp to remember. One as young as the build is made to fit no file: whoever writes
    twice within one tick of the disk's clock leaves the same stamp on other bytes."""
    _, mtime, ctime, _ = stamp
    return UNSURE if max(mtime, ctime) > began - COARSEST else stamp
