"""Tiny sites with one mistake each: a folder's files are laid over a sound site, and what the
build prints of it stands in `expected.txt`."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from newsroom.catalogue import read_catalogue
from newsroom.linking import link
from newsroom.problems import Problem, spell
from newsroom.reading import locate, read
from newsroom.settings import Settings
from vietnamese import VIETNAM

FOLDER = Path(__file__).parent / "broken_sites"
CATALOGUES = FOLDER.parent.parent / "plugins" / "newsroom" / "translations"
NOW = datetime(2020, 8, 1, 8, 0, tzinfo=VIETNAM)


def names() -> list[str]:
    """Every site with a mistake, by its folder's name."""
    return sorted(path.name for path in FOLDER.iterdir() if path.is_dir() and path.name[0] != "_")


def lay(name: str, content: Path) -> None:
    """Copy the sound site to `content`, and over it the files of the site of this name."""
    shutil.copytree(FOLDER / "_sound", content)
    if name:
        shutil.copytree(FOLDER / name, content, dirs_exist_ok=True)
        (content / "expected.txt").unlink(missing_ok=True)


def told(content: Path, language: str = "vi") -> list[str]:
    """The lines that a build of this content prints of its problems."""
    words = read_catalogue(CATALOGUES, "problems", language)
    problems = sorted(set(locate(_problems(content), content)))
    return [spell(problem, words, content) for problem in problems]


def _problems(content: Path) -> Iterator[Problem]:
    reading = read(settings(content))
    yield from reading.problems
    if reading.records is not None:
        yield from link(reading.records, now=NOW, broken=reading.broken).problems


def settings(content: Path) -> Settings:
    """Settings of a build of this content; nothing but `content` and `now` is used here."""
    nowhere = content.parent / "nowhere"
    return Settings(content=content, output=nowhere, cache=nowhere, theme=nowhere, now=NOW)
