"""An output folder in; the paths at which it differs from a build made from nothing, out."""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from newsroom.settings import Settings
from newsroom.state import forget


def differences(settings: Settings, build: Callable[[Settings], object]) -> tuple[list[str], int]:
    """The paths that differ, lack or are too many, and how many a clean build has.

    `build` builds the whole site from nothing into the folder that it is given, in the cache
    folder: photos that were made before are taken from there, by their checksums.
    """
    clean = replace(
        settings, output=settings.cache / f"verify-{os.getpid()}", explain=False, verify=False
    )
    try:
        build(clean)
        found, wanted = set(_files(settings.output)), set(_files(clean.output))
        differing = found ^ wanted
        for path in found & wanted:
            if not filecmp.cmp(settings.output / path, clean.output / path, shallow=False):
                differing.add(path)
        return sorted(differing), len(wanted)
    finally:
        shutil.rmtree(clean.output, ignore_errors=True)
        forget(clean)


def _files(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        if path.is_symlink() or not path.is_dir():
            yield path.relative_to(folder).as_posix()
