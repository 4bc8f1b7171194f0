"""One build, stage by stage, whoever hosts it: settings in, the output folder brought to the
content; or every problem, and the last good output untouched."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import NoReturn, Self

from newsroom.catalogue import Words, read_catalogue
from newsroom.linking import link
from newsroom.planning import plan
from newsroom.problems import Problem, spell
from newsroom.reading import locate, read
from newsroom.rendering import Press, Versions, render
from newsroom.report import Report
from newsroom.settings import Settings
from newsroom.staleness import Made, Stale, find_stale, made_from
from newsroom.state import (
    Change,
    Damaged,
    OutputMark,
    digest_of_folder,
    environment_of,
    open_state,
)
from newsroom.writing import Laid, LockHeld, OutputRefused, Staging, Written, lock, write

BUILT, FAILED, PROBLEMS, LEFT_OUT = 0, 1, 2, 3
"""Exit: built; lock, disk or usage; problems, nothing written; built without broken records."""


class Stopped(Exception):
    """The build ended early and said why; `status` is how the process shall end."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def run(settings: Settings) -> int:
    """One whole build: its exit status."""
    try:
        with Build(settings) as build:
            build.decide()
            return build.make()
    except Stopped as stopped:
        return stopped.status


class Build:
    """A build: `decide` what the site is, then `make` it. A context: it holds the lock."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.told = Report(settings)
        self.words = interface_words(settings)
        self.left_out = False
        self._open = ExitStack()

    def __enter__(self) -> Self:
        """Take the lock and open the state. Stops where either cannot be had."""
        settings = self.settings
        if settings.check:
            return self
        try:
            self._open.enter_context(lock(settings))
            self.environment = environment_of(settings)
            self.state = open_state(settings, self.environment)
            self._open.callback(self.state.close)
        except (LockHeld, OSError) as error:
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

    def decide(self) -> None:
        """Read, link and plan. Stops with status 2 where content has an error."""
        settings, told = self.settings, self.told
        with told.stage("reading"):
            reading = read(settings)
        if reading.records is None:
            self._stop_on(reading.problems)
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
        self.outputs = planned.outputs
        self.next_change = linked.site.next_change()

    def make(self) -> int:
        """Render what is stale and write it: the exit status. Stops with status 1 where that
        cannot be done."""
        if self.settings.check:
            self.told.checked(len(self.outputs))
            return BUILT
        try:
            try:
                written = self._make()
            except Damaged as error:
                self.state.begin_anew(str(error))
                self.decide()
                written = self._make()
        except (LockHeld, OutputRefused, OSError) as error:
            self._fail(error)
        self.told.built(written, self.next_change)
        return LEFT_OUT if self.left_out else BUILT

    def _make(self) -> Written:
        marks, notes = self.state.outputs(), self.state.notes()
        theme = digest_of_folder(self.settings.theme)
        press = Press(self.settings, self.words)
        versions = Versions(press, theme, _templates(notes))
        made = made_from(self.outputs, versions.of)
        with Staging(self.settings, made) as staging:
            stale = find_stale(self.outputs, made, marks, staging.look, bool(self.state.reason))
            self.told.found(stale, self.state.reason)
            with self.told.stage("rendering and writing"):
                self._render(stale, press, staging)
                written = write(staging)
        if stale and not self._is_still(theme):
            made |= dict.fromkeys((one.output.path for one in stale), Made("", ""))
        self._commit(made, marks, staging.laid, versions)
        return written

    def _render(self, stale: Iterable[Stale], press: Press, staging: Staging) -> None:
        outputs = [one.output for one in stale]
        for output, laid in render(outputs, press, staging.put, self.state.let_go):
            staging.take({output.path: Laid(*laid)})

    def _is_still(self, theme: str) -> bool:
        """Whether theme and code are what they were when the digests were made of them."""
        return (
            digest_of_folder(self.settings.theme) == theme
            and environment_of(self.settings) == self.environment
        )

    def _commit(
        self,
        made: Mapping[str, Made],
        marks: Mapping[str, OutputMark],
        laid: Mapping[str, Laid],
        versions: Versions,
    ) -> None:
        """Tell the state what stands on disk now. It comes last: the state never claims what the
        disk lacks."""
        outputs = {
            path: OutputMark(made[path].view, made[path].maker, size, mtime)
            for path, (_, size, mtime) in laid.items()
        }
        change = Change(
            notes={
                "templates": json.dumps(dict(versions.known), sort_keys=True),
                "next_change": self.next_change.isoformat() if self.next_change else "",
            },
            outputs=outputs,
            gone_outputs=marks.keys() - made.keys(),
        )
        try:
            self.state.commit(change)
        except sqlite3.Error as error:
            self.told.not_remembered(error)

    def _tell(self, problems: Iterable[Problem]) -> None:
        problems = tuple(problems)
        errors = [problem for problem in problems if problem.severity == "error"]
        if errors and not self.settings.keep_going:
            self._stop_on(problems)
        self._print(problems)
        self.left_out = bool(errors)

    def _stop_on(self, problems: Iterable[Problem]) -> NoReturn:
        self._print(problems)
        self.told.stopped()
        raise Stopped(PROBLEMS)

    def _fail(self, error: Exception) -> NoReturn:
        self.told.failed(error)
        raise Stopped(FAILED) from error

    def _print(self, problems: Iterable[Problem]) -> None:
        settings = self.settings
        words = read_catalogue(
            Path(__file__).parent / "translations", "problems", settings.language
        )
        for problem in sorted(set(locate(problems, settings.content))):
            print(spell(problem, words, settings.content, settings.format))
        sys.stdout.flush()


def interface_words(settings: Settings) -> dict[str, Words]:
    """The theme's catalogues by language, with the agency's own words over them."""
    folder = settings.theme / "translations"
    words = {language: read_catalogue(folder, "theme", language) for language in ("vi", "en")}
    words["vi"] = words["vi"].but(settings.labels)
    return words


def _templates(notes: Mapping[str, str]) -> dict[str, str]:
    """The versions of templates that the last build left; nothing where they make no sense."""
    try:
        known = json.loads(notes.get("templates", "{}"))
    except ValueError:
        return {}
    return known if isinstance(known, dict) else {}
