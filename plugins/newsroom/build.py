"""One build, stage by stage, whoever hosts it: settings in, the output folder brought to the
content; or every problem, and the last good output untouched."""

from __future__ import annotations

import gc
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import NoReturn, Self, TypeVar

from newsroom.catalogue import interface_words
from newsroom.endings import BUILT, FAILED, INTERRUPTED, LEFT_OUT, PROBLEMS, Stopped
from newsroom.making import Decided, Making
from newsroom.problems import Problem
from newsroom.reading import locate, read
from newsroom.rendering import Versions, static_outputs
from newsroom.report import Report
from newsroom.settings import Settings
from newsroom.shortcut import Shortcut
from newsroom.state import Damaged, environment_of, open_state, weight
from newsroom.warmth import Warmth
from newsroom.writing import Ahead, LockHeld, OutputRefused, Written, lock

T = TypeVar("T")
_LARGE = 4 << 20
"""Bytes of the state: that of some hundred articles has less, and looking at their pages takes
less than to start another process."""


def run(settings: Settings, told: Report | None = None) -> int:
    """One whole build: its exit status."""
    try:
        with Build(settings, told, short=True) as build:
            build.decide()
            return build.make()
    except Stopped as stopped:
        return stopped.status


class Build:
    """A build: `decide` what the site is, then `make` it. A context: it holds the lock."""

    def __init__(
        self,
        settings: Settings,
        told: Report | None = None,
        warm: Warmth | None = None,
        *,
        short: bool = False,
    ) -> None:
        """`short`: nobody will ask what was `decided`, so where the last plan still holds none is
        made."""
        self.settings = settings
        self.told = told or Report(settings)
        self.warm = warm or Warmth()
        self.writes = not (settings.check or settings.impact)
        self._may_be_short = short and self.writes
        self.left_out = False
        self.itself: Build | None = None
        self._open = ExitStack()

    def __enter__(self) -> Self:
        """Take the lock and open the state. Stops where either cannot be had."""
        settings = self.settings
        try:
            self.words = interface_words(settings.theme, settings.labels)
            if self.writes:
                self._open.enter_context(lock(settings))
                root = Path(os.path.realpath(settings.output))
                large = self._may_be_short and weight(settings) > _LARGE
                self.ahead = Ahead(root, apart=large)
                self._open.callback(self.ahead.close)
                self.environment = environment_of(settings)
                self.state = open_state(settings, self.environment)
                self._open.callback(self.state.close)
        except (LockHeld, OSError, sqlite3.Error) as error:
            self._open.close()
            self._fail(error)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open.close()
        gc.unfreeze()
        gc.enable()

    def decide(self) -> None:
        """Read, link and plan. Stops with status 2 where content has an error."""
        with self._stoppable():
            try:
                self._with_state(self._decide)
            except sqlite3.Error as error:
                self._fail(error)

    def make(self) -> int:
        """Make and write what is stale: the exit status. Stops with 1 where that cannot be."""
        with self._stoppable():
            if self.settings.impact:
                return self._weigh()
            if self.settings.check:
                self.told.checked(len(self.decided.outputs))
                return BUILT
            try:
                self.written = self._with_state(self._make, again=self._decide)
            except (LockHeld, OutputRefused, OSError, sqlite3.Error) as error:
                self._fail(error)
            self.told.built(self.written, self.next_change)
            if self.settings.verify and not self._is_verified():
                return FAILED
            return LEFT_OUT if self.left_out else BUILT

    def _decide(self) -> None:
        settings, told = self.settings, self.told
        with told.stage("reading"):
            self.short = self._shortcut()
            if not self.short:
                memory = self.state if self.writes else None
                watched = partial(told.watched, "reading")
                reading = read(settings, memory, self.warm.kept, watched)
        if self.short:
            self.next_change = self.short.edition.next_change
            self._tell(self.short.edition.problems)
            return
        if reading.records is None:
            self._stop_on(reading.problems)
        # Late, since a short way needs neither.
        from newsroom.linking import link
        from newsroom.planning.site_plan import plan

        gc.disable()  # what follows makes many objects and no rings: looking for them is in vain
        with told.stage("linking"):
            linked = link(
                reading.records,
                now=settings.now,
                preview=settings.preview,
                keep_going=settings.keep_going,
                broken=reading.broken,
            )
        with told.stage("planning"):
            planned = plan(linked.site, settings, self.words)
        problems = (*reading.problems, *linked.problems, *planned.problems)
        self._tell(problems)
        self.files = reading.results
        self.next_change = linked.site.next_change()
        self.decided = Decided(
            records=linked.site.records,
            outputs=(*planned.outputs, *static_outputs(settings.theme)),
            next_change=self.next_change,
            before=reading.before,
            problems=problems,
            left_out=self.left_out,
        )

    def _shortcut(self) -> Shortcut | None:
        if not self._may_be_short or self.state.reason:
            return None
        versions = Versions(self.settings.theme, self.words)
        shortcut = Shortcut(self.settings, self.state, versions, self.ahead)
        return shortcut if shortcut.is_open() else None

    def _with_state(self, do: Callable[[], T], again: Callable[[], object] = lambda: None) -> T:
        """Done with the help of the state; where that proves damaged half-way, without, and with
        what came before done anew."""
        try:
            return do()
        except Damaged as error:
            self.state.begin_anew(str(error))
            again()
            return do()

    def _make(self) -> Written:
        self.making = Making(
            settings=self.settings,
            told=self.told,
            words=self.words,
            environment=self.environment,
            state=self.state,
            warm=self.warm,
            ahead=self.ahead,
        )
        return self.making.retouch(self.short) if self.short else self.making.make(self.decided)

    def _is_verified(self) -> bool:
        from newsroom.verifying import differences

        def build(settings: Settings) -> None:
            with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
                run(settings, Report(settings, nowhere))

        differing, outputs = differences(self.settings, build)
        self.told.verified(differing, outputs)
        return not differing

    def _weigh(self) -> int:
        from newsroom.impact import Unknown, impact_of

        try:
            found = impact_of(
                self.settings.impact, self.decided.records, self.settings, self.words
            )
        except Unknown as unknown:
            self.told.unknown(unknown.name, unknown.suggestion)
            return FAILED
        self.told.impact(found.shown, found.whole)
        return BUILT

    def _tell(self, problems: Iterable[Problem]) -> None:
        problems = tuple(problems)
        errors = [problem for problem in problems if problem.severity == "error"]
        if errors and not self.settings.keep_going:
            self._stop_on(problems)
        self.problems = tuple(locate(problems, self.settings.content))
        self.told.problems(self.problems)
        self.left_out = bool(errors)

    def _stop_on(self, problems: Iterable[Problem]) -> NoReturn:
        located = tuple(locate(problems, self.settings.content))
        self.told.problems(located)
        self.told.stopped()
        raise Stopped(PROBLEMS, located)

    def _fail(self, error: Exception) -> NoReturn:
        self.told.failed(error)
        raise Stopped(FAILED) from error

    @contextmanager
    def _stoppable(self) -> Iterator[None]:
        try:
            yield
        except KeyboardInterrupt:
            self.told.interrupted()
            raise Stopped(INTERRUPTED) from None
