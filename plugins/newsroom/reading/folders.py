"""The content folder in; every file that should hold a record, and what lies there amiss, out."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from newsroom.problems import Problem, nearest, problem
from newsroom.records.values import Kind
from vietnamese import slug

FOLDERS: dict[str, Kind] = {
    "articles": "article",
    "campaigns": "campaign",
    "units": "unit",
    "blocs": "bloc",
    "documents": "document",
    "events": "event",
    "awards": "award",
    "sections": "section",
    "pages": "page",
}
ASSETS = ("photos", "files")
SITE = "site.yaml"
DEEPEST = 8
"""Folders in folders under articles/."""


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A file that should hold a record."""

    file: str
    """Its path under content/, with `/`, as the disk spells it."""
    kind: Kind = field(compare=False)
    id: str = field(compare=False)
    path: str = field(compare=False)
    """Where it is on disk."""


def source_of(content: str, file: str) -> Source:
    """The source at a path under content/ where one surely lies."""
    if file == SITE:
        return Source(SITE, "site", "site", f"{content}/{SITE}")
    kind = FOLDERS[file.partition("/")[0]]
    id = file.rpartition("/")[2].removesuffix(_ending(kind))
    return Source(file, kind, id, f"{content}/{file}")


def walk(content: Path) -> tuple[list[Source], list[Problem]]:
    """Every source in the order of their paths, and every file that has no place in content/."""
    found = list(_walk_top(content)) if content.is_dir() else []
    sources = sorted(one for one in found if isinstance(one, Source))
    problems = [one for one in found if isinstance(one, Problem)]
    if not any(one.kind == "site" for one in sources):
        problems.append(problem(SITE, "E140"))
    return sources, problems


def _walk_top(content: Path) -> Iterator[Source | Problem]:
    for entry in _entries(content):
        if not is_text(entry.name):
            yield _no_text("", entry.name)
        elif entry.is_symlink():
            yield problem(entry.name, "E144")
        elif entry.name == SITE and entry.is_file():
            yield Source(SITE, "site", "site", entry.path)
        elif entry.name in FOLDERS and entry.is_dir():
            yield from _walk_kind(entry.path, entry.name, FOLDERS[entry.name])
        elif not (entry.name in ASSETS and entry.is_dir()):
            suggestion = nearest(entry.name, (*FOLDERS, *ASSETS, SITE))
            yield problem(entry.name, "E143", name=entry.name, suggestion=suggestion)


def _walk_kind(folder: str, file: str, kind: Kind, depth: int = 0) -> Iterator[Source | Problem]:
    ending = _ending(kind)
    try:
        entries = _entries(folder)
    except OSError as error:
        yield problem(file, "E146", reason=error.strerror or type(error).__name__)
        return
    for entry in entries:
        inner = f"{file}/{entry.name}"
        if not is_text(entry.name):
            yield _no_text(f"{file}/", entry.name)
        elif entry.is_symlink():
            yield problem(inner, "E144")
        elif entry.is_dir():
            if kind == "article" and depth < DEEPEST:
                yield from _walk_kind(entry.path, inner, kind, depth + 1)
            else:
                yield problem(inner, "E145", kind=kind)
        elif not entry.is_file() or not entry.name.endswith(ending):
            yield problem(inner, "E142", name=entry.name, kind=kind, ending=ending)
        else:
            yield from _source(entry.path, inner, kind, ending)


def is_text(name: str) -> bool:
    """Whether a name on disk is Unicode; on Unix it may be any bytes, which no page, database or
    terminal takes."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _no_text(folder: str, name: str) -> Problem:
    shown = name.encode("utf-8", "replace").decode()
    return problem(f"{folder}{shown}", "E141", name=shown)


def _ending(kind: Kind) -> str:
    return ".yaml" if kind == "section" else ".md"


_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,119}", re.ASCII)


def _source(path: str, file: str, kind: Kind, ending: str) -> Iterator[Source | Problem]:
    name = file.rpartition("/")[2]
    id = name.removesuffix(ending)
    if not _ID.fullmatch(id):
        meant = slug(unicodedata.normalize("NFC", id))[:120].strip("-")
        suggestion = f"{meant}{ending}" if meant else ""
        yield problem(file, "E141", name=name, suggestion=suggestion)
    yield Source(file, kind, id, path)


LEFT_BY_PROGRAMS = re.compile(
    r"\..*|Thumbs\.db|desktop\.ini|~\$.*|.*~|#.*#|.*\.(?:bak|swp|tmp)", re.IGNORECASE
)


def _entries(folder: Path | str) -> list[os.DirEntry[str]]:
    """What lies in a folder, by name; what programs leave behind is passed over."""
    with os.scandir(folder) as entries:
        kept = [
            entry
            for entry in entries
            if entry.is_symlink() or not LEFT_BY_PROGRAMS.fullmatch(entry.name)
        ]
    return sorted(kept, key=lambda entry: entry.name)
