"""One build, stage by stage, whoever hosts it: settings in, the output folder brought to the
content; or every problem, and the last good output untouched."""

from __future__ import annotations

import gc
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import NoReturn, Self, TypeVar

from newsroom.catalogue import interface_words
from newsroom.endings import BUILT, FAILED, INTERRUPTED, LEFT_OUT, PROBLEMS, Stopped
from newsroom.linking import link
from newsroom.planning import plan
from newsroom.planning.output import Output
from newsroom.problems import Problem
from newsroom.reading import locate, read
from newsroom.rendering import Versions, render
from newsroom.report import Report
from newsroom.settings import Settings
from newsroom.staleness import Made, find_stale, made_from
from newsroom.state import Change, Damaged, OutputMark, environment_of, open_state
from newsroom.undisturbed import undisturbed
from newsroom.warmth import Warmth
from newsroom.writing import Laid, LockHeld, OutputRefused, Staging, Written, lock, write

T = TypeVar("T")


def run(settings: Settings, told: Report | None = None) -> int:
    """One whole build: its exit status."""
    try:
        with Build(settings, told) as build:
            build.decide()
            return build.make()
    except Stopped as stopped:
        return stopped.status


class Build:
    """A build: `decide` what the site is, then `make` it. A context: it holds the lock."""

    def __init__(
        self, settings: Settings, told: Report | None = None, warm: Warmth | None = None
    ) -> None:
        self.settings = settings
        self.told = told or Report(settings)
        self.warm = warm or Warmth()
        self.writes = not (settings.check or settings.impact)
        self.left_out = False
        self._open = ExitStack()

    def __enter__(self) -> Self:
        """Take the lock and open the state. Stops where either cannot be had."""
        settings = self.settings
        try:
            self.words = interface_words(settings.theme, settings.labels)
            if self.writes:
                self._open.enter_context(lock(settings))
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
                self.told.checked(len(self.outputs))
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
            reading = read(settings, self.state if self.writes else None, self.warm.kept)
        if reading.records is None:
            self._stop_on(reading.problems)
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
        self._tell((*reading.problems, *linked.problems, *planned.problems))
        self.files = reading.results
        self.records = linked.site.records
        self.outputs = planned.outputs
        self.next_change = linked.site.next_change()

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
        settings, told = self.settings, self.told
        with told.stage("comparing"):
            marks = self.state.outputs()
            self.versions = versions = Versions(settings.theme, self.words)
            made = made_from(self.outputs, versions.of)
            staging = Staging(settings, made)
            stale = find_stale(self.outputs, made, marks, staging.look, bool(self.state.reason))
        gc.freeze()  # nor will they go before the end
        gc.enable()
        told.found(stale, self.state.reason)
        with staging:
            if stale:
                with told.stage("rendering"):
                    self._render([one.output for one in stale], staging)
            with told.stage("writing"), undisturbed(self.warm.asked):
                written = write(staging)
                if stale and not (
                    versions.hold() and environment_of(settings) == self.environment
                ):
                    # Edited meanwhile: nobody can say which of both was used.
                    made |= dict.fromkeys((one.output.path for one in stale), Made("", ""))
                self._remember(made, marks, staging.laid)
        self.staging = staging
        return written

    def _render(self, outputs: list[Output], staging: Staging) -> None:
        press = self.warm.press(self.settings, self.words, self.versions)
        rendered = render(outputs, press, staging.put, self.state.let_go)
        for output, laid in self.told.watched("rendering", rendered, len(outputs)):
            staging.take({output.path: Laid(*laid)})

    def _remember(
        self,
        made: Mapping[str, Made],
        marks: Mapping[str, OutputMark],
        laid: Mapping[str, Laid],
    ) -> None:
        """Tell the state what stands on disk now. It comes last: the state never claims what the
        disk lacks."""
        change = Change(
            notes={"next_change": self.next_change.isoformat() if self.next_change else ""},
            outputs={
                path: OutputMark(made[path].view, made[path].maker, size, mtime)
                for path, (_, size, mtime) in laid.items()
            },
            gone_outputs=marks.keys() - made.keys(),
        )
        try:
            self.state.commit(change)
        except sqlite3.Error as error:
            self.told.not_remembered(error)
            with suppress(sqlite3.Error, OSError):
                self.state.begin_anew("damaged")

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
            found = impact_of(self.settings.impact, self.records, self.settings, self.words)
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
