"""A photo or attachment on disk in; what later stages need to know of it out, from memory where
the file is unchanged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO, TypeVar

from newsroom.reading.memory import AssetMark, Lesson, Memory, kept_stamp, stamp_of
from newsroom.reading.moment import all_bytes, at_one_moment
from newsroom.reading.photos import LARGEST_PHOTO, Unfit, look_at
from newsroom.reading.signatures import FIRST, fits
from newsroom.records import AttachedFile, PhotoFile
from newsroom.records.packing import Packer

ENDINGS = frozenset(
    ".pdf .doc .docx .xls .xlsx .ppt .pptx .odt .ods .csv .txt .zip "  # noqa: SIM905 - a list of 19 lines says no more
    ".jpg .jpeg .png .ics .mp3 .mp4".split()
)
LARGEST_ATTACHMENT = 100 << 20
"""Bytes. Hosts of static sites take no larger file."""
Asset = TypeVar("Asset", PhotoFile, AttachedFile)


class Looker:
    """Looks at files one after another. One that is unfit is looked at again in each build."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._marks = memory.assets()
        self._packer = Packer(memory.text)
        self._lesson = Lesson()
        self._met: set[str] = set()

    def photo(self, file: str, path: Path) -> PhotoFile:
        """What is known of a photo. Raises Unfit, or OSError where it cannot be read."""
        size = path.stat().st_size
        if size > LARGEST_PHOTO:
            raise Unfit("E407", size=size >> 20, limit=LARGEST_PHOTO >> 20)
        return self._look(file, path, PhotoFile, _photo)

    def attachment(self, file: str, path: Path) -> AttachedFile:
        """What is known of a file for download. Raises Unfit for an ending that is not allowed
        or that is not what the file is, OSError where it cannot be read."""
        if path.suffix.lower() not in ENDINGS:
            choices = ", ".join(sorted(ENDINGS))
            raise Unfit("E409", ending=path.suffix or path.name, choices=choices)
        size = path.stat().st_size
        if size > LARGEST_ATTACHMENT:
            raise Unfit("E412", size=size >> 20, limit=LARGEST_ATTACHMENT >> 20)
        return self._look(file, path, AttachedFile, _attachment)

    def teach(self) -> None:
        """Hand over to memory what is new, and what nothing refers to any more."""
        self._lesson.gone_assets = self._marks.keys() - self._met
        if self._lesson:
            self._memory.learn(self._lesson)

    def _look(
        self,
        file: str,
        path: Path,
        kind: type[Asset],
        see: Callable[[str, Path, Asset | None, BinaryIO], Asset],
    ) -> Asset:
        known = self._known(file, path, kind)
        mark = self._marks.get(file)
        status = path.stat()
        if status.st_nlink > 1:
            raise Unfit("E413")
        if known is None or mark is None or mark[0] != stamp_of(status):
            stamp, seen = at_one_moment(str(path), lambda opened: see(file, path, known, opened))
            learned: AssetMark = kept_stamp(stamp, self._memory.began), self._packer.pack(seen)
            if learned != mark:
                self._lesson.assets[file] = learned
            known = seen
        self._met.add(file)
        return known

    def _known(self, file: str, path: Path, kind: type[Asset]) -> Asset | None:
        """What memory says, where it is of this kind; the path is where the file lies now."""
        mark = self._marks.get(file)
        try:
            known = self._packer.unpack(kind, mark[1]) if mark else None
        except ValueError:
            return None
        return replace(known, path=str(path)) if known else None


def _photo(file: str, path: Path, known: PhotoFile | None, opened: BinaryIO) -> PhotoFile:
    """Bytes that are known are not decoded again."""
    data = all_bytes(opened)
    if known and known.digest == blake2b(data, digest_size=16).hexdigest():
        return known
    return look_at(file, str(path), data)


def _attachment(file: str, path: Path, _: AttachedFile | None, opened: BinaryIO) -> AttachedFile:
    """Raises Unfit where the bytes are not what the ending says."""
    if not fits(path.suffix.lower(), opened.read(FIRST)):
        raise Unfit("E411", ending=path.suffix.lower())
    opened.seek(0)
    digest, size = blake2b(digest_size=16), 0
    while data := opened.read(1 << 20):
        digest.update(data)
        size += len(data)
    return AttachedFile(file=file, path=str(path), digest=digest.hexdigest(), size=size)
