"""Staging: outputs that changed wait in a folder beside the output until all are rendered."""

from __future__ import annotations

import shutil
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Self

from newsroom.writing.folder import INNER_STAGING, MARKER, MARKER_TEXT, check_path, look_at


class Staging:
    """Takes outputs one by one; holds back those whose bytes the output folder already has.

    A context: what an earlier, killed build left is swept on entering, and all on leaving.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = staging_folder(root)
        self.present = look_at(root)
        self.planned: set[str] = set()
        self.planned_folders: set[str] = set()
        self.made: list[str] = []
        self.kept: list[str] = []

    def __enter__(self) -> Self:
        _sweep(self.folder)
        self.folder.mkdir(parents=True)
        (self.folder / MARKER).write_bytes(MARKER_TEXT)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def add(self, path: str, data: bytes) -> None:
        """Stage these bytes, unless they are there already."""
        self._plan(path)
        if path in self.present.files and _holds(self.root / path, data):
            self.kept.append(path)
            return
        staged = self.folder / path
        staged.parent.mkdir(parents=True, exist_ok=True)
        staged.write_bytes(data)
        self.made.append(path)

    def _plan(self, path: str) -> None:
        check_path(path)
        parents = {str(parent) for parent in PurePosixPath(path).parents} - {"."}
        if path in self.planned or path in self.planned_folders or parents & self.planned:
            raise ValueError(f"two outputs meet at {path!r}")
        self.planned.add(path)
        self.planned_folders |= parents


def staging_folder(root: Path) -> Path:
    """Beside the output, so that a rename moves; inside it where the output is a disk of its
    own."""
    beside = root.with_name(f".{root.name}{INNER_STAGING}")
    if root.exists() and root.stat().st_dev != root.parent.stat().st_dev:
        return root / INNER_STAGING
    return beside


def _sweep(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)


def _holds(file: Path, data: bytes) -> bool:
    try:
        return file.stat().st_size == len(data) and file.read_bytes() == data
    except OSError:
        return False
