"""The short way of a builder that stays: an edit of nothing but a record's text.

What is planned of a text is only where it stands; what it says is drawn, never planned. So the
last plan holds for a record that differs in its text alone, as long as what points out of the text
(slots), what points into it (headings and other anchors) and what lists show of it are the same.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from newsroom.catalogue import Words
from newsroom.planning.digests import Digests
from newsroom.planning.output import Output
from newsroom.planning.texts_shown import Exchange, Shown
from newsroom.problems import Problem
from newsroom.reading import FileRead, Hand, Source
from newsroom.records import Body, Records
from newsroom.rendering import Versions, language_of
from newsroom.settings import Settings
from newsroom.state import Change, OutputMark, State, open_state
from newsroom.undisturbed import undisturbed
from newsroom.warmth import Warmth
from newsroom.writing import Laid, Staging, Written, lock, show, write

if TYPE_CHECKING:
    from newsroom.build import Build

_ANCHOR = re.compile(r'\sid="[^"]*"')


@dataclass(kw_only=True)
class Standing:
    """What stands on disk after a build, and what it was made from. It changes as texts do."""

    words: Mapping[str, Words]
    environment: Mapping[str, str]
    problems: tuple[Problem, ...]
    records: Records
    next_change: datetime | None
    outputs: list[Output]
    versions: Versions
    staging: Staging
    files: dict[str, tuple[Source, FileRead]]
    """By their path on disk."""
    state: tuple[int, int] = field(default=(0, 0))
    """The state file's size and mtime (ns), as it was left."""

    @classmethod
    def of(cls, build: Build) -> Self:
        """What a build left, once it has written."""
        return cls(
            words=build.words,
            environment=build.environment,
            problems=build.problems,
            records=build.decided.records,
            next_change=build.next_change,
            outputs=list(build.decided.outputs),
            versions=build.making.versions,
            staging=build.making.staging.renewed(()),
            files={source.path: (source, read) for source, read in build.files.items()},
            state=_stamp(build.state),
        )

    @cached_property
    def shown(self) -> Shown:
        """Found when first asked for: which outputs show which text."""
        return Shown(self.outputs)

    def samples(self) -> list[Output]:
        """One output of each template that shows texts, in each language."""
        showing = (self.outputs[number] for number in self.shown.all_numbers())
        return list({(one.template, language_of(one.view)): one for one in showing}.values())

    def holds_at(self, now: datetime) -> bool:
        """Whether the clock has changed nothing yet."""
        return self.next_change is None or now < self.next_change


class Retouching:
    """One edit of texts: `can` says whether it is no more than that, then `write` does it.

    `shown` is called as soon as the pages that show the texts stand in the output: whoever looks
    at one need not wait for feeds, for the disk and for the state.
    """

    def __init__(
        self,
        settings: Settings,
        standing: Standing,
        warmth: Warmth,
        shown: Callable[[], None] | None = None,
    ) -> None:
        self._settings = settings
        self._standing = standing
        self._warmth = warmth
        self._shown = shown
        self._read: dict[str, tuple[Source, FileRead]] = {}
        self._outputs: dict[int, Output] = {}
        self._exchanges: list[Exchange] = []

    def can(self, changed: Collection[Path], hand: Hand) -> bool:
        """Whether all these files differ from what was read of them in their texts alone."""
        return all(self._can(str(path), hand) for path in changed)

    def write(self) -> Written | None:
        """Draw and write what shows the texts; nothing where the state is not the one that was
        left. Raises what drawing and writing raise, the output being as it was."""
        settings, standing = self._settings, self._standing
        with lock(settings):
            state = open_state(settings, standing.environment)
            try:
                if state.reason or _stamp(state) != standing.state:
                    return None
                self._warmth.remember_with(state)
                with undisturbed(self._warmth.asked):
                    written = self._written(state)
                standing.state = _stamp(state)
            finally:
                state.close()
        return written

    def _can(self, path: str, hand: Hand) -> bool:
        source, old = self._standing.files.get(path, (None, None))
        if source is None or old is None or os.path.islink(path):  # noqa: PTH114 - text is enough
            return False
        new = hand.read(source)
        if new is None or not differ_in_text_alone(old, new):
            return False
        self._read[path] = source, new
        exchange = Exchange(_body(old), _body(new))
        if exchange.old != exchange.new:
            self._exchange(exchange)
        return True

    def _exchange(self, exchange: Exchange) -> None:
        self._exchanges.append(exchange)
        for number in self._standing.shown.numbers(exchange.old):
            output = self._outputs.get(number, self._standing.outputs[number])
            self._outputs[number] = replace(output, view=exchange.within(output.view))

    def _written(self, state: State) -> Written:
        outputs = self._outputs.values()
        paths = [output.path for output in outputs]
        with self._standing.staging.renewed(paths) as staging:
            self._draw((output for output in outputs if output.renderer == "page"), staging)
            if self._shown and show(staging):
                self._shown()
            self._draw((output for output in outputs if output.renderer != "page"), staging)
            written = write(staging)
        state.commit(Change(outputs=dict(self._marks(staging))))
        self._take_over(staging)
        return written

    def _draw(self, outputs: Iterable[Output], staging: Staging) -> None:
        standing = self._standing
        press = self._warmth.press(self._settings, standing.words, standing.versions)
        for output in outputs:
            laid = staging.put(output.path, press.render_one(output))
            staging.take({output.path: Laid(*laid)})

    def _marks(self, staging: Staging) -> Iterator[tuple[str, OutputMark]]:
        digests = Digests()
        for output in self._outputs.values():
            laid = staging.laid[output.path]
            view, maker = digests.of(output.view), self._standing.versions.of(output)
            yield output.path, OutputMark(view, maker, laid.size, laid.mtime)

    def _take_over(self, staging: Staging) -> None:
        standing = self._standing
        standing.staging = staging.renewed(())
        standing.files |= self._read
        for source, read in self._read.values():
            standing.records = _with_text(standing.records, source, text_of(read.record))
        for exchange in self._exchanges:
            standing.shown.exchange(exchange.old, exchange.new)
        for number, output in self._outputs.items():
            standing.outputs[number] = output


def differ_in_text_alone(old: FileRead, new: FileRead) -> bool:
    """Whether nothing that is planned of the one would be another of the other."""
    if (old.problems, old.assets) != (new.problems, new.assets):
        return False
    was, now = text_of(old.record), text_of(new.record)
    if was is None or now is None or type(old.record) is not type(new.record):
        return False
    record: Any = new.record
    return replace(record, body=was) == old.record and _around(was) == _around(now)


def _around(body: Body) -> tuple[object, ...]:
    """All of a text that anything but the text itself depends on."""
    anchors = sorted(anchor for part in body.parts for anchor in _ANCHOR.findall(part))
    return bool(body), body.slots, body.headings, body.opening, anchors


def text_of(record: object) -> Body | None:
    """The text of a record that has one."""
    body = getattr(record, "body", None)
    return body if isinstance(body, Body) and body else None


def _with_text(records: Records, source: Source, body: Body | None) -> Records:
    """The records, one of them with this text."""
    kind = dict(records.of_kind(source.kind))
    record: Any = kind[source.id]
    kind[source.id] = replace(record, body=body)
    changed: Any = {source.kind: kind}
    return replace(records, **changed)


def _body(read: FileRead) -> Body:
    body = text_of(read.record)
    assert body is not None  # noqa: S101 - both were compared
    return body


def _stamp(state: State) -> tuple[int, int]:
    status = state.path.stat()
    return status.st_size, status.st_mtime_ns
