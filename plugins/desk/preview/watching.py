"""Saved files in; editions out, each told to whoever looks at the preview."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Condition
from typing import Any

from newsroom.problems import Problem
from newsroom.resident import Edition, Resident

TICK = 200
"""Milliseconds that a look for saves lasts."""
STEP = 4
"""Milliseconds without another save after which a save is built: what is saved meanwhile is built
next."""
SETTLED = 25
"""Ticks without a save after which everything is looked at once: nothing that the watch missed,
and no change that the clock brings, waits longer."""


@dataclass
class News:
    """What browsers are told: the number of the edition, and what is wrong now. Threads wait for
    the next with `after`."""

    spell: Callable[[Problem], str]
    number: int = 0
    problems: list[dict[str, str]] = field(default_factory=list)
    failed: bool = False
    _changed: Condition = field(default_factory=Condition)
    _turn: int = 0
    _ahead: bool = False
    """Whether the number is already that of the edition that is being written."""

    def show(self, problems: Iterable[Problem]) -> None:
        """Tell of pages that stand changed before the rest of their edition is written."""
        self._tell(True, False, problems)
        self._ahead = True

    def tell(self, edition: Edition) -> None:
        """Take over what a build ended with."""
        written = edition.written
        seen = edition.short and self._ahead
        new = not seen and bool(written and (written.made or written.removed))
        self._ahead = False
        self._tell(new, written is None, edition.problems)

    def _tell(self, new: bool, failed: bool, problems: Iterable[Problem]) -> None:
        with self._changed:
            self.number += new
            self.failed = failed
            self.problems = [
                {"line": self.spell(problem), "severity": problem.severity}
                for problem in sorted(set(problems))
            ]
            self._turn += 1
            self._changed.notify_all()

    def after(self, turn: int, patience: float) -> tuple[int, dict[str, Any]]:
        """The newest news and its turn, once there is one after `turn`, or after `patience`
        seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._turn != turn, patience)
            told = {"edition": self.number, "failed": self.failed, "problems": self.problems}
            return self._turn, told


def watch_and_build(
    resident: Resident, news: News, content: Path, theme: Path, plugins: Path
) -> None:
    """Build, then build again at every save, until interrupted. Changed code replaces the process.

    Watching begins before the first build and goes on during every other, so that no file saved
    meanwhile is missed.
    """
    from watchfiles import watch

    changes = watch(
        *(content, theme, plugins),
        yield_on_timeout=True,
        rust_timeout=TICK,
        debounce=200,
        step=STEP,
        watch_filter=_is_worth,
        raise_interrupt=True,
    )
    next(changes)
    news.tell(resident.build())
    idle = 0
    for found in changes:
        idle = 0 if found else idle + 1
        paths = [Path(path) for _, path in found]
        if any(path.is_relative_to(plugins) for path in paths):
            _start_anew()
        if paths:
            known = all(path.is_relative_to(content) for path in paths)
            news.tell(resident.build(paths if known else None, news.show))
        elif idle % SETTLED == 0 and not resident.is_current():
            news.tell(resident.build())


def _is_worth(_change: object, path: str) -> bool:
    """Neither compiled code nor what editors' programs and the system leave beside files."""
    name = os.path.basename(path)  # noqa: PTH119 - text is enough
    return "__pycache__" not in path and not name.endswith(("~", ".swp", ".tmp", ".pyc"))


def _start_anew(arguments: Sequence[str] = ()) -> None:
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, *(arguments or sys.orig_argv[1:])])  # noqa: S606 - ourselves
