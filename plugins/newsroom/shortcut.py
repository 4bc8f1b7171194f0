"""The short way of a build that is alone in its process: where nothing changed, or nothing but the
text of some records, the last plan still holds, and the state knows enough of it.

Whatever else changed goes the long way: when in doubt, the long way. What is trusted of the state
is what a checksum or a digest confirms: a view that comes from there must have the digest that its
output was made from, and the files on disk must be exactly those that the last build left.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from newsroom.edition import Edition, Views
from newsroom.planning.digests import Digests
from newsroom.planning.output import Output
from newsroom.planning.texts_shown import Exchange, bodies_in
from newsroom.reading import (
    FileRead,
    Hand,
    Packets,
    Source,
    assets_stand,
    changed,
    kept_stamp,
)
from newsroom.records import Body
from newsroom.rendering import Versions
from newsroom.retouching import differ_in_text_alone, text_of
from newsroom.settings import Settings
from newsroom.state import EDITION, Change, FactKey, OutputMark, SourceMark, Stamp, State
from newsroom.writing import Ahead, Staging

MOST = 50
"""Files: above so many, reading them here one after another takes longer than planning."""


class Retouched(NamedTuple):
    """A file whose text alone is another, or whose bytes are the same under another stamp."""

    source: Source
    mark: SourceMark
    texts: dict[str, bytes]
    old: Body | None
    new: Body | None
    """Nothing where the text is the same."""


class Shortcut:
    """One build's short way: `is_open` first; the rest only where it is."""

    edition: Edition
    versions: Versions
    staging: Staging
    """What stands on disk: all of it is planned, nothing else is."""

    def __init__(self, settings: Settings, state: State, versions: Versions, ahead: Ahead) -> None:
        self._ahead = ahead
        self._settings = settings
        self._state = state
        self._views = Views(state)
        self._packets = Packets(state.text)
        self._retouched: list[Retouched] = []
        self._shown: dict[str, tuple[list[str], Output]] = {}
        self.versions = versions

    def is_open(self) -> bool:
        """Whether the last plan holds but for texts. Raises Damaged; OSError where content cannot
        be read."""
        edition = Edition.left_in(self._state)
        if edition is None or not edition.holds(self._settings):
            return False
        self.edition = edition
        return (
            edition.theme == self.versions.digest
            and self._only_texts_changed()
            and self._stands()
            and all(map(self._exchange, self._retouched))
        )

    @property
    def outputs(self) -> list[Output]:
        """What is to be drawn, with the new texts."""
        return [output for _, output in self._shown.values()]

    @property
    def edited(self) -> list[str]:
        """The files whose text is another."""
        return [one.source.file for one in self._retouched if one.new]

    def marks(self) -> Iterator[tuple[str, OutputMark]]:
        """What was drawn, as the state shall know it once it is laid."""
        digests = Digests()
        for path, (_, output) in self._shown.items():
            laid = self.staging.laid[path]
            maker = self.versions.of(output)
            yield path, OutputMark(digests.of(output.view), maker, laid.size, laid.mtime)

    def change(self, outputs: dict[str, OutputMark], sure: bool) -> Change | None:
        """All that was learned, if anything; `sure` where it is known what was drawn with."""
        if not self._retouched:
            return None
        facts: dict[FactKey, bytes] = {}
        if not sure:
            outputs = {path: mark._replace(view="", maker="") for path, mark in outputs.items()}
        for files, output in self._shown.values():
            facts |= self._views.fact(output, files)
        texts = {digest: text for one in self._retouched for digest, text in one.texts.items()}
        return Change(
            sources={one.source.file: one.mark for one in self._retouched},
            texts=texts,
            spare_texts=[one.old.digest for one in self._retouched if one.old],
            outputs=outputs,
            facts=facts,
            gone_facts=() if sure else (EDITION,),
        )

    def _only_texts_changed(self) -> bool:
        content = self._settings.content
        sources = changed(content, self._state.stamps())
        if sources is None or len(sources) > MOST:
            return False
        return assets_stand(content, self._state.assets()) and all(
            map(self._is_retouched, sources)
        )

    def _is_retouched(self, source: Source) -> bool:
        """Whether it is read again and differs in its text, or in nothing."""
        mark = self._state.source(source.file)
        found = self._hand.look(source, mark.digest) if mark else None
        if mark is None or found is None:
            return False
        stamp, digest, read = found
        kept = Stamp(*kept_stamp(stamp, self._state.began))
        if read is None:
            self._retouched.append(Retouched(source, mark._replace(stamp=kept), {}, None, None))
            return True
        return self._differs_in_text(source, mark, SourceMark(kept, digest, b""), read)

    def _differs_in_text(
        self, source: Source, mark: SourceMark, new_mark: SourceMark, read: FileRead
    ) -> bool:
        old, _ = self._packets.open(source.kind, mark.packed)
        if not differ_in_text_alone(old, read):
            return False
        was, now = text_of(old.record), text_of(read.record)
        if was != now and not self._may_retouch:
            return False
        packet, texts = self._packets.pack(read)
        new_mark = new_mark._replace(packed=packet)
        bodies = (None, None) if was == now else (was, now)
        self._retouched.append(Retouched(source, new_mark, texts, *bodies))
        return True

    def _stands(self) -> bool:
        """Whether exactly the last build's files are on disk, as it left them."""
        self.staging = Staging.standing(self._settings, self._ahead.present)
        return self.staging.is_just(self._state.looks())

    def _exchange(self, one: Retouched) -> bool:
        """Whether all that shows the old text is known, and shows the new one now."""
        if one.old is None or one.new is None:
            return True
        paths = self._views.paths(one.source.file)
        return paths is not None and all(self._show(path, one) for path in paths)

    def _show(self, path: str, one: Retouched) -> bool:
        shown = self._shown.get(path) or self._view(path)
        if shown is None or one.new is None:
            return False
        files, output = shown
        bodies = list(bodies_in(output.view))
        if len(bodies) != len(files):
            return False
        view = output.view
        for file, body in zip(files, bodies, strict=True):
            if file == one.source.file:
                if body != one.old:
                    return False
                view = Exchange(body, one.new).within(view)
        self._shown[path] = files, replace(output, view=view)
        return True

    def _view(self, path: str) -> tuple[list[str], Output] | None:
        """The output as it stands on disk, where the state surely knows it."""
        known, mark = self._views.view(path), self._state.output(path)
        if known is None or mark is None:
            return None
        made = Digests().of(known[1].view), self.versions.of(known[1])
        return known if made == (mark.view, mark.maker) else None

    @property
    def _may_retouch(self) -> bool:
        """Whether nothing is planned of a text: the search index is, and a preview has none."""
        return self._settings.preview or not self._settings.search

    @cached_property
    def _hand(self) -> Hand:
        return Hand(self._packets)
