"""Pelican's side of the build: the only file that knows Pelican. The stages, in order, are in
`build`: read → link → plan (`generate_context`), then render → write (`generate_output`)."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from contextlib import ExitStack
from typing import Any

from pelican import signals
from pelican.log import console

from newsroom.build import Build
from newsroom.endings import Stopped
from newsroom.hosting import settings_from


class Newsroom:
    """Pelican's generator for the whole site; Pelican's own blog is off.

    A problem leaves Pelican as SystemExit: it prints a traceback for anything else.
    """

    def __init__(self, settings: Mapping[str, Any], **_: object) -> None:
        self.settings = settings_from(settings)
        self._open = ExitStack()

    def generate_context(self) -> None:
        """Decide what the site is. Exit status 2 where content has an error."""
        console.quiet = False
        try:
            self.build = self._open.enter_context(Build(self.settings, short=True))
            self.build.decide()
        except BaseException as error:
            self._end(error)

    def generate_output(self, _writer: object) -> None:
        """Render and write, whole or not at all. Exit status 1 where that cannot be done."""
        try:
            status = self.build.make()
        except BaseException as error:
            self._end(error)
        self._open.close()
        _never_free(self.build)
        if status:
            raise SystemExit(status)
        # Pelican's last words would be "Processed 0 articles": of its blog, which is off.
        console.quiet = True

    def _end(self, error: BaseException) -> None:
        self._open.close()
        if isinstance(error, Stopped):
            raise SystemExit(error.status) from error
        raise error


def _never_free(build: Build) -> None:
    """Leave to the system what ends with the process: taken apart piece by piece, a plan of ten
    thousand articles takes half a second. A ring that is frozen is never looked for."""
    build.itself = build
    gc.freeze()


def register() -> None:
    """Give Pelican the one generator."""
    signals.get_generators.connect(_generators)


def _generators(_pelican: object) -> type[Newsroom]:
    return Newsroom
