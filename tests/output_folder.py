"""An output folder for tests of writing: what is rendered into it, and what is then found."""

from __future__ import annotations

from pathlib import Path

from newsroom.settings import Settings
from newsroom.writing import Staging, Written, write
from tests.building import tree

Files = dict[str, bytes]


def lay(files: Files, settings: Settings) -> Written:
    """Write a site of exactly these files, each staged anew."""
    with Staging(settings, files) as staging:
        for path, data in files.items():
            staging.take({path: staging.put(path, data)})
        return write(staging)


def site(folder: Path) -> Files:
    """What a reader of the folder finds: all but our own marker."""
    return {path: data for path, data in tree(folder).items() if path != ".newsroom"}


def left_beside(settings: Settings) -> list[str]:
    """Staging folders beside the output."""
    return [path.name for path in settings.output.parent.glob(".*newsroom*")]
