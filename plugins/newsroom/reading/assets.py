"""Records in; the photos and files they refer to, looked at on disk, out; or why one is unfit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from newsroom.problems import Problem
from newsroom.records import AttachedFile, PhotoFile


class Assets:
    """Looks at each photo and file once, however many records refer to it."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self.photos: dict[str, PhotoFile] = {}
        self.files: dict[str, AttachedFile] = {}
        self.problems: list[Problem] = []

    def look(self, record: Any) -> bool:
        """Whether every photo and file that the record needs is there and sound."""
        return record is not None
