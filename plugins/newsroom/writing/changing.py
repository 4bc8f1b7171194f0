"""Changing: the staged outputs in; the output folder moved to them, each file by one rename."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath

from newsroom.writing.folder import MARKER, MARKER_TEXT
from newsroom.writing.staging import Staging


def change(staging: Staging) -> tuple[str, ...]:
    """Move every staged file into the folder, remove what is not planned; answer what was removed.

    Where there was no folder, the staged one becomes it. Else the marker comes first: a folder
    that was killed half-way must still be known as ours. What is not planned goes last, but for
    what stands where a new folder or file must stand.
    """
    root = staging.root
    if staging.is_first():
        staging.stage_marker()
        with suppress(OSError):  # where a folder cannot be moved, its files can
            os.rename(staging.folder, root)  # noqa: PTH104 - never over what came meanwhile
            return ()
    files = (staging.present.files.keys() | staging.present.others) - staging.planned.keys()
    folders = staging.present.folders - staging.planned_folders
    root.mkdir(parents=True, exist_ok=True)
    _mark(staging)
    _remove(root, _in_the_way(files, staging), _in_the_way(folders, staging))
    for path in staging.planned:
        if path in staging.laid and staging.laid[path].new:
            _move(staging, path)
    _remove(root, files, folders)
    return tuple(sorted(files))


def show(staging: Staging) -> bool:
    """Put copies of what is staged so far in the place of files that stand, for who looks at them
    now: whether there were any. The disk may not have them yet: to the state they are files that
    somebody touched, until all is written."""
    new = [path for path, laid in staging.laid.items() if laid.new and staging.look(path)]
    for path in new:
        copy = staging.folder / f"{path}{_COPY}"
        shutil.copyfile(staging.folder / path, copy)
        copy.replace(staging.root / path)
    return bool(new)


_COPY = "~"


def _mark(staging: Staging) -> None:
    marker = staging.root / MARKER
    if not marker.is_file() or marker.is_symlink() or marker.read_bytes() != MARKER_TEXT:
        staging.stage_marker().replace(marker)


def _move(staging: Staging, path: str) -> None:
    to = staging.root / path
    if path.rpartition("/")[0] not in staging.present.folders:
        to.parent.mkdir(parents=True, exist_ok=True)
    os.replace(staging.folder / path, to)  # noqa: PTH105 - twice as fast on many


def _in_the_way(paths: Iterable[str], staging: Staging) -> set[str]:
    return {
        path
        for path in paths
        if path in staging.planned
        or path in staging.planned_folders
        or any(str(parent) in staging.planned for parent in PurePosixPath(path).parents)
    }


def _remove(root: Path, files: set[str], folders: set[str]) -> None:
    """Remove these, as far as they are still there: what stood in the way is gone already."""
    for path in files:
        with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
            (root / path).unlink()
    for path in sorted(folders, reverse=True):
        with suppress(FileNotFoundError, NotADirectoryError):
            (root / path).rmdir()
