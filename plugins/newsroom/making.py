"""What was decided in; the output folder and the state brought to it."""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import datetime

from newsroom.catalogue import Words
from newsroom.edition import Edition, Learning, Views
from newsroom.planning.output import Output
from newsroom.problems import Problem
from newsroom.records import Records
from newsroom.rendering import Answer, Versions, render
from newsroom.report import Report
from newsroom.settings import Settings
from newsroom.shortcut import Shortcut
from newsroom.staleness import Made, Stale, find_stale, made_from
from newsroom.state import EDITION, Change, OutputMark, Spool, State, environment_of
from newsroom.undisturbed import undisturbed
from newsroom.warmth import Warmth
from newsroom.writing import Ahead, Laid, Staging, Written, write


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A site that was read, linked and planned."""

    records: Records
    outputs: tuple[Output, ...]
    next_change: datetime | None
    before: Mapping[str, bytes] = field(default_factory=dict)
    """The files that changed, and what the state knew of each (see `Reading.before`)."""
    problems: tuple[Problem, ...] = ()
    left_out: bool = False
    """Whether broken records are not on it."""


@dataclass(kw_only=True)
class Making:
    """One build's making: `make` what is stale of a plan, or `retouch` what shows new texts."""

    settings: Settings
    told: Report
    words: Mapping[str, Words]
    environment: Mapping[str, str]
    state: State
    warm: Warmth
    ahead: Ahead
    versions: Versions = field(init=False)
    staging: Staging = field(init=False)

    def retouch(self, short: Shortcut) -> Written:
        """Draw what shows the new texts, and write it."""
        told, outputs = self.told, short.outputs
        self.versions, self.staging = short.versions, short.staging
        told.found([Stale(output, ("data",)) for output in outputs])
        told.because({output.path: short.edited for output in outputs})
        with short.staging as staging:
            if outputs:
                with told.stage("rendering"):
                    self._render(outputs)
            with told.stage("writing"), undisturbed(self.warm.asked):
                written = write(staging)
                sure = not outputs or self._is_unchanged()
                if change := short.change(dict(short.marks()), sure):
                    self._commit(change)
        return written

    def make(self, decided: Decided) -> Written:
        """Find what is stale, draw it, and bring the folder to exactly what was planned."""
        told, outputs = self.told, decided.outputs
        with told.stage("comparing"):
            marks = self.state.outputs()
            self.versions = Versions(self.settings.theme, self.words)
            made = made_from(outputs, self.versions.of)
            self.staging = staging = Staging(self.settings, made, self.ahead.present)
            stale = find_stale(outputs, made, marks, staging.look, bool(self.state.reason))
        gc.freeze()  # nor will they go before the end
        gc.enable()
        self._tell(stale, decided, made)
        new = [one.output for one in stale if _NEW_VIEW.intersection(one.why)]
        with staging, closing(Spool(self.settings.cache)) as facts:
            learning = Views(self.state).learning(decided.records, new, facts)
            if stale:
                with told.stage("rendering"):
                    self._render([one.output for one in stale], learning)
            with told.stage("writing"), undisturbed(self.warm.asked):
                written = write(staging)
                sure = not stale or self._is_unchanged()
                if not sure:
                    made |= dict.fromkeys((one.output.path for one in stale), Made("", ""))
                self._remember(decided, made, marks, learning, sure)
        return written

    def _tell(self, stale: list[Stale], decided: Decided, made: Mapping[str, Made]) -> None:
        self.told.found(stale, self.state.reason)
        if self.settings.explain:
            from newsroom.explaining import causes

            digests = {one.output.path: made[one.output.path].view for one in stale}
            self.told.because(causes(decided.records, decided.before, digests, self))

    def _render(self, outputs: list[Output], learning: Learning | None = None) -> None:
        """Draw and stage them, and learn of each what is new."""

        def put(output: Output, data: bytes) -> Answer:
            note = learning.note(output) if learning else b""
            return Answer(*self.staging.put(output.path, data), note)

        paths = [output.path for output in outputs]
        press = self.warm.press(self.settings, self.words, self.versions)
        rendered = render(outputs, press, put, self.state.let_go)
        for number, answer in self.told.watched("rendering", rendered, len(outputs)):
            self.staging.take({paths[number]: Laid(*answer[:3])})
            if learning:
                learning.take(paths[number], answer.note)

    def _is_unchanged(self) -> bool:
        """Whether theme and code still are what was drawn with. Where they were edited meanwhile,
        nobody can say which of both was used."""
        return self.versions.hold() and environment_of(self.settings) == self.environment

    def _remember(
        self,
        decided: Decided,
        made: Mapping[str, Made],
        marks: Mapping[str, OutputMark],
        learning: Learning,
        sure: bool,
    ) -> None:
        """Tell the state what stands on disk now. It comes last: the state never claims what the
        disk lacks."""
        gone = marks.keys() - made.keys()
        for path in gone:
            learning.lose(path)
        lost = learning.end()
        if sure and not decided.left_out:
            for key, packed in self._edition(decided).packed().items():
                learning.facts.put(key, packed)
        else:
            lost.append(EDITION)
        outputs = {
            path: OutputMark(made[path].view, made[path].maker, size, mtime)
            for path, (_, size, mtime) in self.staging.laid.items()
        }
        due = decided.next_change.isoformat() if decided.next_change else ""
        self._commit(
            Change(
                notes={"next_change": due},
                outputs=outputs,
                gone_outputs=gone,
                facts=learning.facts,
                gone_facts=lost,
            )
        )

    def _edition(self, decided: Decided) -> Edition:
        return Edition(
            planned_at=self.settings.now,
            next_change=decided.next_change,
            search=self.settings.search,
            theme=self.versions.digest,
            problems=decided.problems,
        )

    def _commit(self, change: Change) -> None:
        try:
            self.state.commit(change)
        except sqlite3.Error as error:
            self.told.not_remembered(error)
            with suppress(sqlite3.Error, OSError):
                self.state.begin_anew("damaged")


_NEW_VIEW = frozenset(("whole", "new", "data"))
