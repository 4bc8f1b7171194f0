"""The content folder and what is known of it in; the files to read again out, none of them read.

Much cheaper than reading all from memory, and narrower: it answers only where the same files lie
in their places as before.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from newsroom.reading.folders import (
    ASSETS,
    DEEPEST,
    FOLDERS,
    LEFT_BY_PROGRAMS,
    SITE,
    Source,
    source_of,
)
from newsroom.reading.memory import AssetMark, Stamp, stamp_of


def changed(content: Path, known: Mapping[str, Stamp]) -> list[Source] | None:
    """The sources whose stamps are not the known ones; None where a file came or went, has no
    place there or cannot be looked at, all of which `walk` will tell of."""
    try:
        found = stamps(content)
    except OSError:
        return None
    if found is None or found.keys() != known.keys():
        return None
    return [
        source_of(str(content), file)
        for file, stamp in sorted(found.items())
        if stamp != known[file]
    ]


def assets_stand(content: Path, known: Mapping[str, AssetMark]) -> bool:
    """Whether every photo and attachment is as it was."""
    try:
        return all(stamp_of(os.stat(content / file)) == mark[0] for file, mark in known.items())  # noqa: PTH116 - text is enough
    except OSError:
        return False


def stamps(content: Path) -> dict[str, Stamp] | None:
    """Every such file by its path under content/; None where something has no place there, which
    `walk` will tell of. OSError where a folder cannot be read."""
    found: dict[str, Stamp] = {}
    with os.scandir(content) as entries:
        for entry in entries:
            if LEFT_BY_PROGRAMS.fullmatch(entry.name) and not entry.is_symlink():
                continue
            is_folder = entry.is_dir(follow_symlinks=False)
            if entry.name == SITE and entry.is_file(follow_symlinks=False):
                found[SITE] = stamp_of(entry.stat(follow_symlinks=False))
            elif is_folder and entry.name in FOLDERS:
                deepest = DEEPEST if entry.name == "articles" else 0
                if not _into(entry.path, f"{entry.name}/", deepest, found):
                    return None
            elif not (is_folder and entry.name in ASSETS):
                return None
    return found


def _into(folder: str, prefix: str, deeper: int, found: dict[str, Stamp]) -> bool:
    """Whether all in the folder has its place."""
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if entry.is_file(follow_symlinks=False):
                if not LEFT_BY_PROGRAMS.fullmatch(name):
                    found[prefix + name] = stamp_of(entry.stat(follow_symlinks=False))
            elif entry.is_dir(follow_symlinks=False):
                if LEFT_BY_PROGRAMS.fullmatch(name):
                    continue
                if not deeper or not _into(entry.path, f"{prefix}{name}/", deeper - 1, found):
                    return False
            else:
                return False
    return True
