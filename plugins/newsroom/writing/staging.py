"""Staging: outputs that changed wait in a folder beside the output until all are rendered."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from copy import copy
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from newsroom.settings import Settings
from newsroom.writing.folder import (
    INNER_STAGING,
    MARKER,
    MARKER_TEXT,
    Look,
    Present,
    check_path,
    look_at,
    own_folder,
)


class Laid(NamedTuple):
    """Where an output ended: whether its bytes are new, and the file's size and mtime (ns)."""

    new: bool
    size: int
    mtime: int


class Staging:
    """Every path the site will have, and of each either new bytes or the file that stands there.

    A context: what an earlier, killed build left is swept on entering, and all on leaving.
    OutputRefused where the folder holds what is not ours; ValueError for a path that leaves it or
    clashes with another, which earlier stages never plan.
    """

    def __init__(
        self,
        settings: Settings,
        planned: Iterable[str],
        present: Callable[[], Present] | None = None,
    ) -> None:
        """`present` answers what stands in the folder, where somebody looked already."""
        self.root = own_folder(settings)
        self.folder = staging_folder(self.root)
        self.planned: dict[str, None] = {}
        self.planned_folders: set[str] = set()
        for path in planned:
            self._plan(path)
        self.present = present() if present else look_at(self.root)
        self.laid: dict[str, Laid] = {}
        self._made = set[str]()

    @classmethod
    def standing(cls, settings: Settings, present: Callable[[], Present] | None = None) -> Self:
        """One for a plan of exactly what stands there. Paths come from the disk, so none is
        unsafe and none clash."""
        staging = cls(settings, (), present)
        staging.planned = dict.fromkeys(staging.present.files)
        staging.planned_folders = staging.present.folders
        return staging

    def is_just(self, looks: Mapping[str, tuple[int, int]]) -> bool:
        """Whether these files, looking so, stand there and nothing else does."""
        if self.present.others or self.present.files != looks:
            return False
        folders = {path.rpartition("/")[0] for path in looks} - {""}
        for folder in list(folders):
            while (folder := folder.rpartition("/")[0]) and folder not in folders:
                folders.add(folder)
        return self.present.folders == folders

    def __enter__(self) -> Self:
        _sweep(self.folder)
        self._made.clear()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def renewed(self, paths: Iterable[str]) -> Self:
        """For the next build of the same plan, once this one is written: all that was planned
        stands there now. Of these paths it is looked at again."""
        next_one = copy(self)
        looks = {path: Look(laid.size, laid.mtime) for path, laid in self.laid.items()}
        files = self.present.files | looks
        for path in files.keys() - self.planned.keys():
            del files[path]
        for path in paths:
            files.pop(path, None)
            with suppress(FileNotFoundError, NotADirectoryError):
                files[path] = Look.of((self.root / path).lstat())
        next_one.present = Present(files=files, folders=self.planned_folders)
        next_one.laid = {}
        return next_one

    def look(self, path: str) -> Look | None:
        """The file that stands at the path now; nothing where there is none."""
        return self.present.files.get(path)

    def put(self, path: str, data: bytes) -> Laid:
        """Stage these bytes, unless they are there already. Any process may do this; the answer is
        for `take` in the one that will change the folder."""
        look = self.look(path)
        if look is not None and _holds(self.root / path, look, data):
            return Laid(False, *look)
        staged = f"{self.folder}/{path}"
        folder = staged.rpartition("/")[0]
        if folder not in self._made:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - twice as fast on many
            self._made.add(folder)
        return Laid(True, *write_file(staged, data))

    def take(self, laid: Mapping[str, Laid]) -> None:
        """Know of what was put."""
        self.laid.update(laid)

    def settle(self) -> None:
        """All is staged: have it on the disk before the first rename, once for the whole build."""
        lost = self.planned.keys() - self.laid.keys() - self.present.files.keys()
        if lost:
            raise ValueError(f"planned, but neither there nor rendered: {min(lost)!r}")
        new = [path for path, laid in self.laid.items() if laid.new]
        if len(new) > _MANY and hasattr(os, "sync"):
            os.sync()
            return
        for path in new:
            with (self.folder / path).open("rb+") as file:
                os.fsync(file.fileno())

    def is_first(self) -> bool:
        """Whether there is no folder yet, and all that it will hold is staged beside it."""
        return not os.path.lexists(self.root) and self.folder.parent == self.root.parent

    def stage_marker(self) -> Path:
        """Our marker, to be moved into the folder."""
        self.folder.mkdir(parents=True, exist_ok=True)
        staged = self.folder / MARKER
        staged.write_bytes(MARKER_TEXT)
        return staged

    def _plan(self, path: str) -> None:
        """Every folder is looked at once: most paths stand in one that is known."""
        check_path(path)
        if path in self.planned or path in self.planned_folders:
            raise ValueError(f"two outputs meet at {path!r}")
        self.planned[path] = None
        folder = path.rpartition("/")[0]
        while folder and folder not in self.planned_folders:
            if folder in self.planned:
                raise ValueError(f"two outputs meet at {folder!r}")
            self.planned_folders.add(folder)
            folder = folder.rpartition("/")[0]


_BUFFER = 1 << 16
_MANY = 32
"""Above so many files, asking for the whole disk at once is faster than for each."""


def write_file(path: str, data: bytes) -> Look:
    """Write a new file: how it looks."""
    with open(path, "wb", buffering=_BUFFER) as file:  # noqa: PTH123 - a Path takes twice as long
        file.write(data)
        file.flush()
        return Look.of(os.fstat(file.fileno()))


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


def _holds(file: Path, look: Look, data: bytes) -> bool:
    """Whether the file has these bytes, and is still as it was when it was looked at."""
    try:
        return (
            look.size == len(data)
            and file.read_bytes() == data
            and Look.of(file.stat(follow_symlinks=False)) == look
        )
    except OSError:
        return False
