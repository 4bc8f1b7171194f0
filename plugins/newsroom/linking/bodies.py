"""Bodies: what each of their slots leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from newsroom.linking.core import Core
from newsroom.linking.numbers import Numbers
from newsroom.linking.paths import record_at
from newsroom.records import RECORD_KINDS, Article, Award, Body, Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What a body's slot leads to: an address under the site ("" when it may only be text), or a
    file."""

    address: str = ""
    """With its fragment: /van-ban/05-ct-tw-2016/, /tin/2020/07/x/#muc."""
    photo: str = ""
    """The photo's file, for a slot that shows one."""
    file: str = ""
    """The attachment's file, for a link to one."""


NOTHING = Resolved()


class Bodies(Core):
    """Questions about bodies."""

    def resolve(self, body: Body) -> tuple[Resolved, ...]:
        """What each slot of the body leads to, one for one; a `close` has what its `open` has."""
        found: list[Resolved] = []
        opened: list[Resolved] = []
        for slot in body.slots:
            if slot.what == "close":
                resolved = opened.pop() if opened else NOTHING
            else:
                resolved = self._resolve(slot)
            if slot.what == "open":
                opened.append(resolved)
            found.append(resolved)
        return tuple(found)

    def documents_named_in(self, body: Body) -> Iterator[str]:
        """The ids of documents that a body links to or names by number; some may come twice."""
        for slot in body.slots:
            if slot.what == "number":
                meant = self.numbers.meant_by(slot)
                if len(meant) == 1:
                    yield meant[0].id
            elif slot.kind == "document" and slot.target in self.records.document:
                yield slot.target

    @cached_property
    def numbers(self) -> Numbers:
        """Known documents by number."""
        return Numbers(self.records.document.values())

    def _resolve(self, slot: Slot) -> Resolved:
        if slot.what == "number":
            meant = self.numbers.meant_by(slot)
            return Resolved(address=self.address(meant[0])) if len(meant) == 1 else NOTHING
        if slot.kind == "photo":
            photo = self.records.photos.get(f"photos/{slot.target}")
            return Resolved(photo=photo.file) if photo else NOTHING
        if slot.kind == "file":
            file = self.records.files.get(f"files/{slot.target}")
            return Resolved(file=file.file) if file else NOTHING
        if slot.kind == "path":
            return self._resolve_path(slot)
        return self._resolve_record(slot)

    def _resolve_path(self, slot: Slot) -> Resolved:
        """An address stays as written, unless it is that of an article no reader may see."""
        place = record_at(slot.target)
        record = self.get(*place) if place else None
        if isinstance(record, Article) and self.state(record) != "listed":
            return NOTHING
        return Resolved(address=slot.target + (f"#{slot.fragment}" if slot.fragment else ""))

    def _resolve_record(self, slot: Slot) -> Resolved:
        record = self.get(slot.kind, slot.target) if slot.kind in RECORD_KINDS else None
        if record is None or (isinstance(record, Article) and self.state(record) != "listed"):
            return NOTHING
        address = self.address(record)
        if slot.fragment and not isinstance(record, Award):
            address += f"#{slot.fragment}"
        return Resolved(address=address)
