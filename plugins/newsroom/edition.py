"""What a whole build leaves in the state beside its outputs' digests, so that the next one may
know without planning that the plan still holds: when, how and with which theme it was planned, and
the views that show a record's text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

import msgspec

from newsroom.planning.output import Output
from newsroom.planning.packed_views import ViewPacker
from newsroom.planning.texts_shown import bodies_in
from newsroom.problems import Problem
from newsroom.records import Body, Records
from newsroom.settings import Settings
from newsroom.state import EDITION, FactKey, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The terms on which a plan was made, and what there was to tell of content."""

    planned_at: datetime
    next_change: datetime | None
    search: bool
    theme: str
    """A digest of all that draws, and of all words."""
    problems: tuple[Problem, ...] = ()
    """Warnings only: where there was an error, no edition is left."""

    @classmethod
    def left_in(cls, state: State) -> Self | None:
        """The last build's; nothing where it was not whole, or something was learned since."""
        packed = state.fact(EDITION)
        try:
            return msgspec.json.decode(packed, type=cls) if packed else None
        except (msgspec.DecodeError, ValueError):
            return None

    def packed(self) -> dict[FactKey, bytes]:
        """As the state keeps it."""
        return {EDITION: msgspec.json.encode(self)}

    def holds(self, settings: Settings) -> bool:
        """Whether a plan with these settings would be the same, content and theme being so, and
        nothing else be told: what is warned about may change with the day."""
        early = settings.now < self.planned_at
        late = self.next_change is not None and settings.now >= self.next_change
        same_day = settings.now.date() == self.planned_at.astimezone(settings.now.tzinfo).date()
        return same_day and not early and not late and settings.search == self.search


class Views:
    """The views that show texts, and which outputs show the text of which file."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._packer = ViewPacker(state.text)

    def view(self, path: str) -> tuple[list[str], Output] | None:
        """The output as it was packed, and the file of each body in it, in their order; an empty
        name for a body that is no record's text. Nothing where it is not there whole."""
        packed = self._state.fact(_view(path))
        if packed is None:
            return None
        try:
            files, output = msgspec.msgpack.decode(packed, type=tuple[list[str], bytes])
            return files, self._packer.unpack(path, output, self._chrome)
        except (msgspec.DecodeError, ValueError):
            return None

    def paths(self, file: str) -> list[str] | None:
        """The outputs that show the text of this file; nothing where nobody knows."""
        return _list(self._state.fact(_shown(file)))

    def packed(self, output: Output, files: list[str]) -> dict[FactKey, bytes]:
        """As the state keeps one output."""
        return {_view(output.path): msgspec.msgpack.encode((files, self._packer.pack(output)))}

    def learned(
        self, made: Iterable[Output], gone: Iterable[str], records: Records
    ) -> tuple[dict[FactKey, bytes], list[FactKey]]:
        """What changes in the state with the outputs whose views are new, and with those that are
        gone: new facts, and the keys of those that no longer hold."""
        whose = {id(body): file for body, file in _texts(records)}
        paths: dict[str, set[str]] = {}
        facts: dict[FactKey, bytes] = {}
        lost: list[FactKey] = []
        for output in made:
            files = [whose.get(id(body), "") for body in bodies_in(output.view)]
            self._move(output.path, files, paths)
            if any(files):
                facts |= self.packed(output, files)
            else:
                lost.append(_view(output.path))
        for path in gone:
            self._move(path, [], paths)
            lost.append(_view(path))
        for file, shown in paths.items():
            if shown:
                facts[_shown(file)] = msgspec.msgpack.encode(sorted(shown))
            else:
                lost.append(_shown(file))
        chromes = {("chrome", name): packed for name, packed in self._packer.chromes.items()}
        return facts | chromes, lost

    def _move(self, path: str, files: list[str], paths: dict[str, set[str]]) -> None:
        """The output showed other texts before."""
        for file in self._before(path):
            self._known(file, paths).discard(path)
        for file in filter(None, files):
            self._known(file, paths).add(path)

    def _before(self, path: str) -> list[str]:
        if self._state.reason:
            return []
        packed = self._state.fact(_view(path))
        if packed is None:
            return []
        try:
            files = msgspec.msgpack.decode(packed, type=tuple[list[str], bytes])[0]
        except msgspec.DecodeError:
            return []
        return [file for file in files if file]

    def _known(self, file: str, paths: dict[str, set[str]]) -> set[str]:
        if file not in paths:
            paths[file] = set() if self._state.reason else set(self.paths(file) or ())
        return paths[file]

    def _chrome(self, name: str) -> bytes:
        return self._state.fact(("chrome", name)) or b""


def _view(path: str) -> FactKey:
    return "view", path


def _shown(file: str) -> FactKey:
    return "shown", file


def _list(packed: bytes | None) -> list[str] | None:
    try:
        return msgspec.msgpack.decode(packed, type=list[str]) if packed else None
    except msgspec.DecodeError:
        return None


def _texts(records: Records) -> Iterator[tuple[Body, str]]:
    for _, record in records.all():
        given: Any = record
        body = getattr(given, "body", None)
        if isinstance(body, Body) and body:
            yield body, given.file
