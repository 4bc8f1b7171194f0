"""For tests: a folder read again and again with one memory, and which files were opened for it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from newsroom.reading import Reading, jobs, looking, read
from newsroom.reading.moment import at_one_moment
from newsroom.settings import Settings
from newsroom.state import State, open_state
from tests import broken

LATER = 2**62
"""A clock (ns) beside which no file is young."""
ARTICLE = "articles/2020/07/hoi-nghi-so-ket.md"
UNIT = "units/so-mau.md"
PHOTO = "photos/2020/07/hoi-truong.jpg"
FILE = "files/mau.pdf"


class Desk:
    """Reads one content folder, each time as a new build would."""

    def __init__(self, root: Path, patch: pytest.MonkeyPatch, workers: int = 1) -> None:
        self.content = root / "content"
        self.settings: Settings = replace(
            broken.settings(self.content), cache=root / "cache", workers=workers
        )
        self.opened: list[str] = []
        patch.setattr(jobs, "at_one_moment", self._opening)
        patch.setattr(looking, "at_one_moment", self._opening)

    def read(self, began: int = LATER) -> Reading:
        """What reading finds with the help of all readings before. `opened` is what it opened."""
        self.opened.clear()
        return read(self.settings, self.memory(began))

    def memory(self, began: int = LATER) -> State:
        """The state as the next build opens it."""
        state = open_state(self.settings, {})
        state.began = began
        return state

    def lay(self, change: Callable[[Path], None] | None = None) -> None:
        """Copy the sound site, and change it."""
        broken.lay("", self.content)
        if change:
            change(self.content)

    def edit(self, file: str, old: str, new: str) -> None:
        """Change a file in place."""
        path = self.content / file
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")

    def _opening(self, path: str, reads: Callable[[BinaryIO], Any]) -> Any:
        self.opened.append(Path(path).relative_to(self.content).as_posix())
        return at_one_moment(path, reads)


def same_times(path: Path, as_of: os.stat_result) -> None:
    """Give a file the times that it had."""
    os.utime(path, ns=(as_of.st_atime_ns, as_of.st_mtime_ns))


def with_photo(content: Path) -> None:
    """Let the article show a photo, and offer a file."""
    path = content / ARTICLE
    header = f"---\nphoto: {{file: {PHOTO}, alt: Hội trường}}\n"
    offer = f"attachments: [{{file: {FILE}, title: Mẫu}}]\n"
    path.write_text(path.read_text("utf-8").replace("---\n", header + offer, 1), "utf-8")


def vanishing(name: str) -> Callable[..., Any]:
    """Opens files as reading does, but for this one, which vanishes just before."""

    def opens(path: str, reads: Callable[[BinaryIO], Any]) -> Any:
        if path.endswith(name):
            Path(path).unlink(missing_ok=True)
        return at_one_moment(path, reads)

    return opens
