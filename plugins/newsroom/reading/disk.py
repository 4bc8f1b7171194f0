"""A path under photos/ or files/ as a record writes it in; the file on disk out, whatever form its
name has there; or why there is none."""

from __future__ import annotations

import os
from pathlib import Path

from newsroom.problems import nearest
from newsroom.reading.folders import is_text
from vietnamese import clean


class NotThere(Exception):
    """No such file. `code` says why; `suggestion` is the path that may be meant."""

    def __init__(self, code: str, suggestion: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.suggestion = suggestion


class Disk:
    """Finds files below content/; a folder is listed once.

    Names are compared in NFC, since macOS may keep them decomposed, and by the letter, since a
    name that differs in case is found on one machine and not on the next.
    """

    def __init__(self, content: Path) -> None:
        self._content = content
        self._listed: dict[Path, dict[str, os.DirEntry[str]]] = {}

    def find(self, file: str) -> Path:
        """The path of a file. Raises NotThere; a symlink anywhere on the way is refused."""
        folder = self._content
        parts = file.split("/")
        for depth, part in enumerate(parts):
            entry = self._list(folder).get(part)
            if entry is None:
                raise self._missing(folder, parts, depth)
            if entry.is_symlink():
                raise NotThere("E403")
            folder = Path(entry.path)
        if not folder.is_file():
            raise NotThere("E401")
        return folder

    def _list(self, folder: Path) -> dict[str, os.DirEntry[str]]:
        if folder not in self._listed:
            try:
                with os.scandir(folder) as entries:
                    found = sorted(entries, key=lambda entry: entry.name)
            except OSError:
                found = []
            self._listed[folder] = {
                clean(entry.name): entry for entry in found if is_text(entry.name)
            }
        return self._listed[folder]

    def _missing(self, folder: Path, parts: list[str], depth: int) -> NotThere:
        names = self._list(folder)
        other_case = [name for name in names if name.casefold() == parts[depth].casefold()]
        likely = other_case[0] if other_case else nearest(parts[depth], names)
        meant = "/".join([*parts[:depth], likely, *parts[depth + 1 :]]) if likely else ""
        if other_case:
            return NotThere("E402", meant)
        return NotThere("E401", meant if depth and meant and self._is_there(meant) else "")

    def _is_there(self, file: str) -> bool:
        try:
            return self.find(file).is_file()
        except NotThere:
            return False
