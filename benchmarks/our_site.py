"""Our own generator, with search or without: a copy of the code and the theme, so that nobody's
edit is measured."""

from __future__ import annotations

import compileall
import io
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterable
from pathlib import Path

from benchmarks.peers import ROOT, SEARCHED, Command, remove


class OurSite:
    """Pelican with newsroom in a process of its own; with `search` as `make site` runs it."""

    whole = False

    def __init__(
        self, work: Path, content: Path, revision: str = "", *, search: bool = False
    ) -> None:
        self.name = "ours + search" if search else "ours"
        self.steps: frozenset[str] | None = SEARCHED if search else None
        self.search = search
        self.revision = revision
        self.folder = work / ("ours-searched" if search else "ours")
        self.content = content
        self.output = self.folder / "output"
        self.base_template = self.folder / "theme" / "templates" / "base.html"

    def prepare(self) -> None:
        """Copy the code, or take it from a commit, and compile it as an installed one is."""
        self.folder.mkdir(parents=True)
        if self.revision:
            self._check_out()
        else:
            self._copy()
        compileall.compile_dir(self.folder / "plugins", quiet=1)

    def take_over(self, changed: Iterable[Path]) -> None:
        """Nothing: the archive is our own format."""

    def forget(self) -> None:
        """Remove the output and the cache folder."""
        remove(self.output, self.folder / "cache")

    def build(self, now: str) -> Command:
        """Return Pelican's own command with our settings file."""
        options = ("-s", "pelicanconf.py", "-o", str(self.output), "--fatal", "errors")
        return Command(
            (sys.executable, "-m", "pelican", str(self.content), *options),
            self.folder,
            {
                "NEWSROOM_NOW": now,
                "NEWSROOM_CACHE": str(self.folder / "cache"),
                "NEWSROOM_SEARCH": str(int(self.search)),
            },
        )

    def _copy(self) -> None:
        ignored = shutil.ignore_patterns("__pycache__")
        for name in ("plugins", "theme"):
            shutil.copytree(ROOT / name, self.folder / name, ignore=ignored)
        shutil.copy(ROOT / "pelicanconf.py", self.folder)

    def _check_out(self) -> None:
        files = ("plugins", "theme", "pelicanconf.py")
        command = ["git", "archive", self.revision, *files]
        packed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(self.folder, filter="data")
