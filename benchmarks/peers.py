"""What the bench asks of a generator that it measures."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

ROOT = Path(__file__).resolve().parents[1]
SEARCHED = frozenset(("cold", "nothing changed", "body", "new article"))
"""The steps that are also taken with search: ours beside Hugo followed by Pagefind."""


@dataclass(frozen=True, slots=True)
class Command:
    """What to run, where, and what its environment holds beside ours."""

    arguments: tuple[str, ...]
    folder: Path
    environment: dict[str, str] = field(default_factory=dict)


class Site(Protocol):
    """One generator with its own copy of the archive, its theme and its output."""

    name: str
    output: Path
    base_template: Path
    steps: frozenset[str] | None
    """The steps it takes part in; None for all."""
    whole: bool
    """Every build of it makes everything, so one left out does not make the next one longer."""

    def prepare(self) -> None:
        """Make everything ready for the first build. Not measured."""

    def take_over(self, changed: Iterable[Path]) -> None:
        """Bring these files of the archive, or their absence, to its own copy. Not measured."""

    def forget(self) -> None:
        """Remove the output and all caches, so that the next build is a cold one."""

    def build(self, now: str) -> Command:
        """Return what builds the site as of that moment in Vietnam, like 2025-12-31T22:00."""


def remove(*folders: Path) -> None:
    """Remove folders, whether they exist or not."""
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
