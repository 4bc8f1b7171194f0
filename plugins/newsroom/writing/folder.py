"""The output folder as it is: whether it is ours to write, and what stands in it."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from unicodedata import is_normalized

from newsroom.settings import Settings

MARKER = ".newsroom"
"""The file that says: this folder is written by a build, and what a build does not plan is removed
from it."""
MARKER_TEXT = b"This folder is written by the build. What the build does not plan is removed.\n"
INNER_STAGING = ".newsroom-staging"


class OutputRefused(Exception):
    """The output folder is not ours to write: building there would remove someone's files."""

    def __init__(self, folder: Path, why: str) -> None:
        super().__init__(folder, why)
        self.folder = folder
        self.why = why

    def __str__(self) -> str:
        return f"không dựng vào {self.folder}: {self.why}"


class Look(NamedTuple):
    """What a look at a file tells without reading it: its size, and its mtime in nanoseconds."""

    size: int
    mtime: int

    @classmethod
    def of(cls, status: os.stat_result) -> Look:
        """The look of a file that was just asked for its status."""
        return cls(status.st_size, status.st_mtime_ns)


@dataclass(frozen=True, slots=True)
class Present:
    """What stands in the output folder, by path with "/": links are never followed."""

    files: dict[str, Look] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)
    """Symlinks, sockets and the like: none of them is ours."""


def own_folder(settings: Settings) -> Path:
    """The output folder with links resolved, or OutputRefused: ours is one that is missing, empty
    or holds our marker, and has no source of the build inside or around it."""
    root = Path(os.path.realpath(settings.output))
    for source in (settings.content, settings.theme, settings.cache):
        if Path(os.path.realpath(source)).is_relative_to(root):
            raise OutputRefused(root, f"thư mục này chứa {source}")
    for source in (settings.content, settings.theme):
        if root.is_relative_to(os.path.realpath(source)):
            raise OutputRefused(root, f"thư mục này nằm trong {source}")
    if root.exists() and not root.is_dir():
        raise OutputRefused(root, "đó không phải là thư mục")
    if root.exists() and not _is_ours(root):
        raise OutputRefused(
            root, f"trong đó có tệp không do bản dựng tạo ra (không thấy tệp {MARKER})"
        )
    return root


def _is_ours(root: Path) -> bool:
    marker = root / MARKER
    if marker.is_file() and not marker.is_symlink():
        return True
    return not set(os.listdir(root)) - {INNER_STAGING}  # noqa: PTH208 - names are all it needs


def look_at(root: Path) -> Present:
    """Everything under the folder but our own marker and staging."""
    present = Present()
    if root.is_dir():
        _look_into(str(root), "", present)
        present.files.pop(MARKER, None)
        present.others.discard(MARKER)
    return present


def _look_into(folder: str, prefix: str, present: Present) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            path = prefix + entry.name
            if path == INNER_STAGING:
                continue
            if entry.is_dir(follow_symlinks=False):
                present.folders.add(path)
                _look_into(entry.path, f"{path}/", present)
            elif entry.is_file(follow_symlinks=False):
                present.files[path] = Look.of(entry.stat(follow_symlinks=False))
            else:
                present.others.add(path)


_SAFE = re.compile(r"[\w.~+,;()@=&'!$-]+(?<!\.)")


def check_path(path: str) -> None:
    """ValueError unless the path stays under the folder and is spelled the same on every disk:
    relative, NFC, without empty, "." or ".." parts, without signs that some disk refuses, and not
    our own marker."""
    parts = path.split("/")
    if not is_normalized("NFC", path) or not all(_SAFE.fullmatch(part) for part in parts):
        raise ValueError(f"not a safe path for an output: {path!r}")
    if parts[0] in (MARKER, INNER_STAGING):
        raise ValueError(f"this name is the output folder's own: {path!r}")
