"""A picture or file of the old site in; its place under content/, and its bytes, out."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from desk.moving.memory import Memory, digest
from desk.word.pictures import photo_of
from newsroom.reading.photos import Unfit
from vietnamese import slug

_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".bmp", ".tif", ".tiff")
_FILES = (
    ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".odp", ".rtf",
    ".txt", ".csv", ".zip", ".rar", ".7z", ".mp3", ".mp4", ".epub",
)  # fmt: skip
_LARGEST = 100 << 20
_LONGEST_NAME = 80


class Refused(Exception):
    """A picture or file that cannot be taken; says why."""


def found_below(root: Path, relative: str) -> Path | None:
    """The plain file at a path below a folder, however its letters are composed; None where there
    is none, or where the path or a link in it leads out."""
    parts = PurePosixPath(relative.replace("\\", "/").lstrip("/")).parts
    if not parts or ".." in parts or "\0" in relative:
        return None
    whole = root.resolve()
    for form in ("NFC", "NFD"):
        path = root.joinpath(*(normalize(form, part) for part in parts))
        try:
            if path.is_file() and path.resolve().is_relative_to(whole):
                return path
        except OSError:
            continue
    return None


def is_picture(path: Path) -> bool:
    """Whether a file calls itself a picture that photos/ may hold."""
    return path.suffix.lower() in _PICTURES


class Assets:
    """Gives each file of the old site one place, the same in every run."""

    def __init__(self, content: Path, memory: Memory) -> None:
        self.content = content
        self._memory = memory
        self._places: dict[Path, str] = {}
        self._sources: dict[str, Path] = {}
        self._keys: dict[str, str] = {}
        self._taken = memory.ids()
        self._endings: dict[Path, str] = {}
        self._refused: dict[Path, str] = {}

    def photo(self, source: Path, key: str, month: str) -> str:
        """The path of a photo under content/, for an article of that month ("2020/07"). `key` is
        what it is called in every export. Raises Refused."""
        if source in self._refused:
            raise Refused(self._refused[source])
        if source not in self._endings:
            try:
                self._endings[source] = photo_of(_bytes(source))[0]
            except (Unfit, Refused, OSError) as why:
                format = why.params.get("format") if isinstance(why, Unfit) else ""
                self._refused[source] = str(format or "tệp hỏng")
                raise Refused(self._refused[source]) from why
        return self._place(source, f"photo:{key}", f"photos/{month}", self._endings[source])

    def file(self, source: Path, key: str) -> str:
        """The path of an attachment under content/. Raises Refused."""
        if source.suffix.lower() not in _FILES:
            raise Refused(f"kiểu tệp {source.suffix or 'không có đuôi'}")
        return self._place(source, f"file:{key}", "files", source.suffix.lower()[1:])

    def bytes_of(self, place: str) -> bytes:
        """What stands at a place that was given. Raises OSError, and Refused."""
        data = _bytes(self._sources[place])
        return photo_of(data)[1] if place.startswith("photos/") else data

    def is_new(self, place: str) -> bool:
        """Whether nothing is there yet, and nobody took it away after an earlier run."""
        return not os.path.lexists(self.content / place) and not self._memory.digest_of(
            self._keys[place]
        )

    def learn(self, place: str, data: bytes) -> None:
        """Remember what was written there."""
        self._memory.learn(self._keys[place], place, data)

    def _place(self, source: Path, key: str, folder: str, ending: str) -> str:
        if source not in self._places:
            place = self._memory.id_of(key) or self._free(source, folder, ending)
            self._places[source] = place
            self._sources[place], self._keys[place] = source, key
            self._taken.add(place)
            self._memory.reserve(key, place)
        return self._places[source]

    def _free(self, source: Path, folder: str, ending: str) -> str:
        stem = slug(source.stem)[:_LONGEST_NAME].strip("-") or "tep"
        number, place = 1, f"{folder}/{stem}.{ending}"
        while place in self._taken or self._is_another(place, source):
            number += 1
            place = f"{folder}/{stem}-{number}.{ending}"
        return place

    def _is_another(self, place: str, source: Path) -> bool:
        there = self.content / place
        if not os.path.lexists(there):
            return False
        try:
            return digest(there.read_bytes()) != digest(_bytes(source))
        except (OSError, Refused):
            return True


def _bytes(source: Path) -> bytes:
    if source.stat().st_size > _LARGEST:
        raise Refused(f"nặng hơn {_LARGEST >> 20} MB")
    return source.read_bytes()
