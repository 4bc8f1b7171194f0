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
from newsroom.state import EDITION, FactKey, Spool, State


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

    def packed(self, output: Output, files: list[str]) -> bytes:
        """As the state keeps one output, and `files` whose texts it shows."""
        return msgspec.msgpack.encode((files, self._packer.pack(output)))

    def fact(self, output: Output, files: list[str]) -> dict[FactKey, bytes]:
        """The same under its key."""
        return {_view(output.path): self.packed(output, files)}

    def learning(self, records: Records, new: Iterable[Output], facts: Spool) -> Learning:
        """What changes in the state with a build of these records, whose outputs have `new`
        views; `facts` takes what is learned."""
        new = list(new)
        self._packer.frame(new)  # before any is packed in another process
        whose = {id(body): file for body, file in _texts(records)}
        return Learning(self, whose, frozenset([output.path for output in new]), facts)

    def before(self, path: str) -> list[str]:
        """The files whose texts the output showed."""
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

    def known_paths(self, file: str) -> set[str]:
        """The outputs that showed the text of this file, as far as is known."""
        return set() if self._state.reason else set(self.paths(file) or ())

    def chromes(self) -> dict[FactKey, bytes]:
        """The frames around what was packed, as the state keeps them."""
        return {("chrome", name): packed for name, packed in self._packer.chromes.items()}

    def _chrome(self, name: str) -> bytes:
        return self._state.fact(("chrome", name)) or b""


class Learning:
    """What changes in the state with the outputs whose views are new, and with those that are
    gone. Views are packed where they are drawn, in whichever process."""

    def __init__(
        self, views: Views, whose: dict[int, str], new: frozenset[str], facts: Spool
    ) -> None:
        self._views = views
        self._whose = whose
        """The file of each body, by the body's identity."""
        self._new = new
        self._paths: dict[str, set[str]] = {}
        self.facts = facts
        """New ones. They are put down as they come: together they are large."""
        self._lost: list[FactKey] = []

    def note(self, output: Output) -> bytes:
        """The output packed, if its view is new and shows a record's text."""
        if output.path not in self._new:
            return b""
        files = [self._whose.get(id(body), "") for body in bodies_in(output.view)]
        return self._views.packed(output, files) if any(files) else b""

    def take(self, path: str, note: bytes) -> None:
        """The output at this path was made, and this was noted of it."""
        if path not in self._new:
            return
        self._move(path, msgspec.msgpack.decode(note, type=_Noted)[0] if note else [])
        if note:
            self.facts.put(_view(path), note)
        else:
            self._lost.append(_view(path))

    def lose(self, path: str) -> None:
        """The output at this path is gone."""
        self._move(path, [])
        self._lost.append(_view(path))

    def end(self) -> list[FactKey]:
        """All is taken: the keys of the facts that no longer hold."""
        for key, packed in self._views.chromes().items():
            self.facts.put(key, packed)
        for file, shown in self._paths.items():
            if shown:
                self.facts.put(_shown(file), msgspec.msgpack.encode(sorted(shown)))
            else:
                self._lost.append(_shown(file))
        return self._lost

    def _move(self, path: str, files: list[str]) -> None:
        """The output showed other texts before."""
        for file in self._views.before(path):
            self._known(file).discard(path)
        for file in filter(None, files):
            self._known(file).add(path)

    def _known(self, file: str) -> set[str]:
        if file not in self._paths:
            self._paths[file] = self._views.known_paths(file)
        return self._paths[file]


_Noted = tuple[list[str], msgspec.Raw]


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
