"""Changing: the staged outputs in; the output folder moved to them, each file by one rename."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath

from newsroom.writing.folder import MARKER
from newsroom.writing.staging import Staging


def change(root: Path, staging: Staging) -> tuple[str, ...]:
    """Move every staged file into the folder, remove what is not planned; answer what was removed.

    The marker comes first: a folder that was killed half-way must still be known as ours. What is
    not planned goes last, but for what stands where a new folder or file must stand.
    """
    files = (staging.present.files | staging.present.others) - staging.planned
    folders = staging.present.folders - staging.planned_folders
    root.mkdir(parents=True, exist_ok=True)
    _mark(root, staging)
    _remove(root, _in_the_way(files, staging), _in_the_way(folders, staging))
    for path in staging.made:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        os.replace(staging.folder / path, root / path)  # noqa: PTH105 - twice as fast on many
    _remove(root, files, folders)
    return tuple(sorted(files))


def _mark(root: Path, staging: Staging) -> None:
    staged, marker = staging.folder / MARKER, root / MARKER
    if not marker.is_file() or marker.read_bytes() != staged.read_bytes():
        staged.replace(marker)


def _in_the_way(paths: Iterable[str], staging: Staging) -> set[str]:
    return {
        path
        for path in paths
        if path in staging.planned
        or path in staging.planned_folders
        or not staging.planned.isdisjoint(map(str, PurePosixPath(path).parents))
    }


def _remove(root: Path, files: set[str], folders: set[str]) -> None:
    """Remove these, as far as they are still there: what stood in the way is gone already."""
    for path in files:
        with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
            (root / path).unlink()
    for path in sorted(folders, reverse=True):
        with suppress(FileNotFoundError, NotADirectoryError):
            (root / path).rmdir()
