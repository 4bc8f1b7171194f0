"""The names of files in content in; safer names for those that need one, out.

A record's name is its id: lower-case letters without marks, digits, hyphens. A photo or attachment
keeps the name it has unless it holds what a link, a disk or an archive may spell otherwise.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsroom.reading.folders import ASSETS, Source
from newsroom.records.values import Kind
from vietnamese import clean, slug

_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*", re.ASCII)
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,119}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Renaming:
    """A file that is to bear another name; both are paths under content/."""

    old: str
    new: str
    kind: Kind | None = None
    """Of a record; None for a photo or attachment."""

    @property
    def written(self) -> str:
        """The old path as texts have it."""
        return unicodedata.normalize("NFC", self.old)


def renamings(content: Path, sources: list[Source]) -> Iterator[Renaming]:
    """Every file that needs another name and can have it without taking another's."""
    taken = {source.file.casefold() for source in sources}
    for old, kind in _unfit(content, sources):
        new = _safe_name(old, kind)
        if new and new.casefold() not in taken and not (content / new).exists():
            taken.add(new.casefold())
            yield Renaming(old, new, kind)


def _unfit(content: Path, sources: list[Source]) -> Iterator[tuple[str, Kind | None]]:
    for source in sources:
        if not _ID.fullmatch(source.id):
            yield source.file, source.kind
    for top in ASSETS:
        for path in sorted((content / top).rglob("*")):
            parts = path.relative_to(content).parts
            hidden = any(part.startswith(".") for part in parts)
            plain = path.is_file() and not path.is_symlink() and not hidden
            if plain and not all(map(_SAFE.fullmatch, parts)):
                yield "/".join(parts), None


def _safe_name(old: str, kind: Kind | None) -> str:
    *folders, name = old.split("/")
    stem, dot, ending = name.rpartition(".")
    safe = slug(clean(stem))[:120].strip("-")
    if kind is None:
        folders = [one if _SAFE.fullmatch(one) else slug(clean(one)) for one in folders]
    if not safe or not all(folders):
        return ""
    return "/".join([*folders, f"{safe}{dot}{ending.lower()}"])
