"""Writing: rendered outputs in; the output folder brought to exactly them, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newsroom.planning.output import Output
from newsroom.settings import Settings
from newsroom.writing.changing import change
from newsroom.writing.folder import OutputRefused, own_folder
from newsroom.writing.locking import LockHeld, lock
from newsroom.writing.staging import Staging

__all__ = ["LockHeld", "OutputRefused", "Written", "lock", "write"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a build did to the output folder: paths under it, with "/"."""

    made: tuple[str, ...]
    """New or changed, in the order they were planned."""
    kept: tuple[str, ...]
    """Already there with the same bytes, so not touched: its mtime and its ETag stay."""
    removed: tuple[str, ...]
    """No longer planned."""


def write(rendered: Iterable[tuple[Output, bytes]], settings: Settings) -> Written:
    """Bring the output folder to exactly these outputs. Call it within `lock(settings)`.

    Until every output is rendered and staged, the folder is not touched: whatever `rendered`
    raises, and OSError (disk full, not writable), leaves it as it was. Killed at any moment, the
    next call finishes the work; it compares bytes, so what a power cut spoilt is made again too.
    OutputRefused where the folder holds what is not ours; ValueError for a path that leaves the
    folder or clashes with another, which earlier stages never plan.
    """
    root = own_folder(settings)
    with Staging(root) as staging:
        for output, data in rendered:
            staging.add(output.path, data)
        removed = change(root, staging)
        return Written(made=tuple(staging.made), kept=tuple(staging.kept), removed=removed)
