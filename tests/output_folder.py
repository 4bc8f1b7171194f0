"""An output folder for tests of writing: what is rendered into it, and what is then found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newsroom.planning.output import Output
from newsroom.settings import Settings
from tests.building import tree

Files = dict[str, bytes]


def rendered(files: Files) -> Iterator[tuple[Output, bytes]]:
    """Outputs with these bytes, by path."""
    for path, data in files.items():
        yield Output(path=path, renderer="text", view=None), data


def site(folder: Path) -> Files:
    """What a reader of the folder finds: all but our own marker."""
    return {path: data for path, data in tree(folder).items() if path != ".newsroom"}


def left_beside(settings: Settings) -> list[str]:
    """Staging folders beside the output."""
    return [path.name for path in settings.output.parent.glob(".*newsroom*")]
