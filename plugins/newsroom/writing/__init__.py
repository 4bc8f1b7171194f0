"""Writing: rendered outputs in; the output folder brought to exactly them, whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.writing.ahead import Ahead
from newsroom.writing.changing import change, show
from newsroom.writing.folder import OutputRefused
from newsroom.writing.locking import LockHeld, lock
from newsroom.writing.staging import Laid, Staging

__all__ = [
    "Ahead",
    "Laid",
    "LockHeld",
    "OutputRefused",
    "Staging",
    "Written",
    "lock",
    "show",
    "write",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a build did to the output folder: paths under it, with "/"."""

    made: tuple[str, ...]
    """New or changed, in the order they were planned."""
    kept: tuple[str, ...]
    """Already there with the same bytes, so not touched: its mtime and its ETag stay."""
    removed: tuple[str, ...]
    """No longer planned."""


def write(staging: Staging) -> Written:
    """Bring the output folder to exactly what is planned. Call it within `lock(settings)`.

    Until then the folder is not touched: whatever rendering raises, and OSError (disk full, not
    writable), leaves it as it was. Killed at any moment, the next build finishes the work.
    """
    staging.settle()
    removed = change(staging)
    new = {path for path, laid in staging.laid.items() if laid.new}
    return Written(
        made=tuple(path for path in staging.planned if path in new),
        kept=tuple(path for path in staging.planned if path not in new),
        removed=removed,
    )
