"""Saved files in; editions out, each told to whoever looks at the preview."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
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


Told = dict[str, str]
"""A problem for browsers: `line`, as it is spelt, and `severity`."""


@dataclass
class News:
    """What browsers are told: the number of the edition, and what is wrong now. Threads wait for
    the next with `after`."""

    spell: Callable[[Problem], str]
    number: int = 0
    problems: list[Told] = field(default_factory=list)
    failed: bool = False
    remarks: dict[str, list[Told]] = field(default_factory=dict)
    """By the address of a page that somebody looks at."""
    _changed: Condition = field(default_factory=Condition)
    _viewers: Counter[str] = field(default_factory=Counter)
    _unremarked: set[str] = field(default_factory=set)
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

    def remark(self, address: str, remarks: Iterable[Problem]) -> None:
        """Take over what an editor would say of the page at this address."""
        told = self._told(remarks)
        with self._changed:
            self._unremarked.discard(address)
            if self._viewers[address] and told != self.remarks.get(address, []):
                self.remarks[address] = told
                self._next()

    @contextmanager
    def looking_at(self, address: str) -> Iterator[None]:
        """For as long as somebody does; "" for who says no address."""
        with self._changed:
            self._viewers[address] += 1
            if address and address not in self.remarks:
                self._unremarked.add(address)
        try:
            yield
        finally:
            with self._changed:
                self._viewers[address] -= 1
                if not self._viewers[address]:
                    del self._viewers[address]
                    self.remarks.pop(address, None)
                    self._unremarked.discard(address)

    def unremarked(self) -> list[str]:
        """The addresses of pages that somebody looks at, and nobody said anything of since they
        may have changed."""
        with self._changed:
            return sorted(self._unremarked)

    def after(self, turn: int, patience: float, address: str = "") -> tuple[int, dict[str, Any]]:
        """The newest news for who looks at this address, and its turn, once there is one after
        `turn`, or after `patience` seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._turn != turn, patience)
            told = {
                "edition": self.number,
                "failed": self.failed,
                "problems": self.problems,
                "remarks": self.remarks.get(address, []),
            }
            return self._turn, told

    def _tell(self, new: bool, failed: bool, problems: Iterable[Problem]) -> None:
        told = self._told(problems)
        with self._changed:
            self.number += new
            self.failed, self.problems = failed, told
            self._unremarked.update(filter(None, self._viewers))
            self._next()

    def _next(self) -> None:
        self._turn += 1
        self._changed.notify_all()

    def _told(self, problems: Iterable[Problem]) -> list[Told]:
        return [
            {"line": self.spell(problem), "severity": problem.severity}
            for problem in sorted(set(problems))
        ]


def watch_and_build(
    resident: Resident,
    news: News,
    content: Path,
    theme: Path,
    plugins: Path,
    remarks: Callable[[str], Iterable[Problem]] = lambda _: (),
) -> None:
    """Build, then build again at every save, until interrupted. Changed code replaces the process.
    Once nobody saves, `remarks` are asked for of each address that somebody looks at.

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
        elif idle == 1:
            resident.get_ready()
        elif unremarked := news.unremarked():
            news.remark(unremarked[0], remarks(unremarked[0]))
        elif idle % SETTLED == 0 and not resident.is_current():
            news.tell(resident.build())


def _is_worth(_change: object, path: str) -> bool:
    """Neither compiled code nor what editors' programs and the system leave beside files."""
    name = os.path.basename(path)  # noqa: PTH119 - text is enough
    return "__pycache__" not in path and not name.endswith(("~", ".swp", ".tmp", ".pyc"))


def _start_anew(arguments: Sequence[str] = ()) -> None:
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, *(arguments or sys.orig_argv[1:])])  # noqa: S606 - ourselves
