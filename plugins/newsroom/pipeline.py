"""The whole way through, stage by stage: the only file that knows Pelican.

Pelican calls `generate_context` (decide everything) and then `generate_output` (write it).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NoReturn

from pelican import signals

from newsroom import report
from newsroom.catalogue import Words, read_catalogue
from newsroom.hosting import settings_from
from newsroom.linking import link
from newsroom.planning import plan
from newsroom.problems import Problem, spell
from newsroom.reading import locate, read
from newsroom.rendering import render
from newsroom.settings import Settings
from newsroom.writing import LockHeld, OutputRefused, lock, write

BUILT, FAILED, PROBLEMS, LEFT_OUT = 0, 1, 2, 3
"""Exit: built; lock, disk or usage; problems, nothing written; built without broken records."""


class Newsroom:
    """Pelican's generator for the whole site; Pelican's own blog is off."""

    def __init__(self, settings: Mapping[str, Any], **_: object) -> None:
        self.settings = settings_from(settings)
        self.told = report.Report(self.settings)
        self.words = _interface_words(self.settings)
        self.left_out = False

    def generate_context(self) -> None:
        """Read, link and plan. Stops with exit status 2 where content has an error."""
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

    def generate_output(self, _writer: object) -> None:
        """Render and write, whole or not at all. Exit status 1 where that cannot be done."""
        settings, told = self.settings, self.told
        if settings.check:
            told.checked(len(self.outputs))
            return
        try:
            with lock(settings), told.stage("rendering and writing"):
                written = write(render(self.outputs, settings, self.words), settings)
        except (LockHeld, OutputRefused, OSError) as error:
            told.failed(error)
            raise SystemExit(FAILED) from error
        told.built(written, self.next_change)
        if self.left_out:
            raise SystemExit(LEFT_OUT)

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
        raise SystemExit(PROBLEMS)

    def _print(self, problems: Iterable[Problem]) -> None:
        settings = self.settings
        words = read_catalogue(
            Path(__file__).parent / "translations", "problems", settings.language
        )
        for problem in sorted(set(locate(problems, settings.content))):
            print(spell(problem, words, settings.content, settings.format))
        sys.stdout.flush()


def register() -> None:
    """Give Pelican the one generator."""
    signals.get_generators.connect(_generators)


def _generators(_pelican: object) -> type[Newsroom]:
    return Newsroom


def _interface_words(settings: Settings) -> dict[str, Words]:
    folder = settings.theme / "translations"
    words = {language: read_catalogue(folder, "theme", language) for language in ("vi", "en")}
    words["vi"] = words["vi"].but(settings.labels)
    return words
