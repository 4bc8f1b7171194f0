"""A builder that stays: the same stages as any build, and what they found kept for the next one.

An edit of one text changes what shows that text and nothing else, so it goes the short way: the
file is read, and the outputs of the last plan that show the old text are drawn with the new one.
Whatever else changed (a title, a link, a photo, an id, the clock, the theme) is a build as ever,
only that nothing which stands is read or compiled again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from newsroom.build import Build
from newsroom.endings import BUILT, INTERRUPTED, Stopped
from newsroom.problems import Problem
from newsroom.records import Records
from newsroom.rendering import COMPILED
from newsroom.report import Report
from newsroom.retouching import Retouching, Standing
from newsroom.settings import Settings
from newsroom.warmth import Warmth
from newsroom.writing import Written

Stamp = tuple[int, int, int]
"""Size, mtime and ctime (ns); zeros for a file that is not there."""
Stamps = dict[str, Stamp]
"""By path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """How a build of the resident ended."""

    status: int
    """As a build's: 0 built, 1 failed, 2 problems and the last good output untouched, 3 without
    broken records."""
    problems: tuple[Problem, ...] = ()
    """Located, as they were told."""
    written: Written | None = None
    """What was written; nothing where nothing was."""
    short: bool = False
    """Whether it went the short way."""


class Resident:
    """Builds one site again and again in one process.

    `settings` is asked before each build, for the clock goes on; all but `now` must stay the same.
    """

    def __init__(
        self, settings: Callable[[], Settings], told: Callable[[Settings], Report] = Report
    ) -> None:
        self._settings = settings
        self._told = told
        self._warmth = Warmth.lasting()
        self._standing: Standing | None = None
        self._seen: Stamps = {}

    def build(
        self,
        changed: Collection[Path] | None = None,
        shown: Callable[[tuple[Problem, ...]], None] | None = None,
    ) -> Edition:
        """Bring the output to the content. `changed` names the files that were saved since the
        last build, all of them; without it everything is looked at. KeyboardInterrupt where
        Ctrl-C was pressed, the output being the old one or the new one.

        `shown` is called, with what is wrong, where pages stand changed before all else does."""
        edition = self._build(changed, shown)
        if self._warmth.asked.to_stop:
            raise KeyboardInterrupt
        return edition

    def _build(
        self,
        changed: Collection[Path] | None,
        shown: Callable[[tuple[Problem, ...]], None] | None,
    ) -> Edition:
        settings = self._settings()
        changed = [path for path in changed or () if not self._came_and_went(path)]
        if (
            changed
            and self._standing
            and _is_text_drawn_only(settings)
            and (self._standing.holds_at(settings.now))
        ):
            edition = self._retouched(settings, self._standing, changed, shown)
            if edition:
                return edition
        return self._built(settings)

    def is_current(self) -> bool:
        """Whether nothing changed unnoticed since the last build, sound or not: no file that was
        looked at differs from what it was, none came and none went, and the clock changed nothing.
        """
        settings = self._settings()
        standing = self._standing
        in_time = standing is None or standing.holds_at(settings.now)
        return in_time and _stamps(settings) == self._seen

    def get_ready(self) -> None:
        """Do now, while nobody waits, what the next edit of a text would be the first to need."""
        standing, warmth = self._standing, self._warmth
        if standing is None:
            return
        warmth.hand.warm_up()
        press = warmth.press(self._settings(), standing.words, standing.versions)
        for output in standing.samples():
            press.render_one(output)

    @property
    def records(self) -> Records | None:
        """Those of the last build; nothing where it was not whole."""
        return self._standing.records if self._standing else None

    def file_at(self, address: str) -> str:
        """The content file whose page stands at this address (/tin/2020/07/x/); "" where none
        does."""
        outputs = self._standing.outputs if self._standing else ()
        return next((one.source for one in outputs if one.address == address), "")

    def _came_and_went(self, path: Path) -> bool:
        """Editors' programs save beside the file, then rename."""
        return str(path) not in self._seen and not os.path.lexists(path)

    def _built(self, settings: Settings) -> Edition:
        self._standing = None
        self._seen = _stamps(settings)
        written = None
        try:
            with Build(settings, self._told(settings), self._warmth) as build:
                build.decide()
                status = build.make()
                written = build.written
        except Stopped as stopped:
            if stopped.status == INTERRUPTED:
                raise KeyboardInterrupt from None
            return Edition(status=stopped.status, problems=stopped.problems)
        if status == BUILT:
            self._standing = Standing.of(build)
        return Edition(status=status, problems=build.problems, written=written)

    def _retouched(
        self,
        settings: Settings,
        standing: Standing,
        changed: Collection[Path],
        shown: Callable[[tuple[Problem, ...]], None] | None,
    ) -> Edition | None:
        """Nothing where the short way is not open, or led nowhere: the long one will tell why."""
        seen = {str(path): _stamp_of(str(path)) for path in changed}
        tell = partial(shown, standing.problems) if shown else None
        retouching = Retouching(settings, standing, self._warmth, tell)
        try:
            written = retouching.write() if retouching.can(changed, self._warmth.hand) else None
        except Exception:  # what is wrong shows itself again in the build that follows
            return None
        if written is None:
            return None
        self._seen |= seen
        told = self._told(settings)
        told.problems(standing.problems)
        told.built(written, standing.next_change)
        return Edition(status=BUILT, problems=standing.problems, written=written, short=True)


def _is_text_drawn_only(settings: Settings) -> bool:
    """Whether nothing is planned of a text: the search index is, and a preview has none."""
    return settings.preview or not settings.search


def _stamps(settings: Settings) -> Stamps:
    """How every file of content and theme stands now."""
    folders = [str(settings.content), str(settings.theme)]
    found: Stamps = {}
    while folders:
        with suppress(OSError), os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.name == COMPILED:  # left by builds themselves
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                else:
                    found[entry.path] = _stamp_of(entry.path)
    return found


def _stamp_of(path: str) -> Stamp:
    try:
        status = os.lstat(path)
    except OSError:
        return 0, 0, 0
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns
