"""Records in; a problem for each reference, link and number that does not lead where it should."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from datetime import date, datetime

from newsroom.linking.addresses import normal_alias
from newsroom.linking.paths import record_at
from newsroom.linking.references import references_of
from newsroom.linking.site import Site
from newsroom.linking.soundness import place_of
from newsroom.linking.suggestions import Suggestions
from newsroom.problems import Problem, nearest, problem
from newsroom.records import RECORD_KINDS, Article, Award, Body, Record, Slot
from newsroom.records.remains import Remains, bodies_of
from vietnamese.dates import content_spelling

Moment = date | datetime
_NOWHERE = Slot(what="close")


class DeadReferences:
    """Checks every reference of a site's records. What reading found `broken` is not reported
    again by all that name it."""

    def __init__(self, site: Site, broken: Container[tuple[str, str]]) -> None:
        self.site = site
        self.broken = broken
        self._known = {kind: site.records.of_kind(kind) for kind in RECORD_KINDS}
        self._aliases = site.aliases()
        self._suggestions = Suggestions(site.records)

    def problems(self, remains: Iterable[Remains] = ()) -> Iterator[Problem]:
        """In fields (E203), in the menu (E203), in bodies (E204, W222, W223); of the records and
        of what remains of those left out."""
        for _, record in self.site.records.all():
            yield from self._in_fields(record)
            for body in bodies_of(record):
                yield from self._in_body(record, body)
        for left in remains:
            for keys, kind, id in left.references:
                if self._is_dead(kind, id):
                    yield self._dead(left.file, "E203", kind, id, keys=keys)
            for body in left.bodies:
                yield from self._in_body(left, body)
        yield from self._in_menu()

    def _in_fields(self, record: Record) -> Iterator[Problem]:
        for ref in references_of(record):
            if self._is_dead(ref.kind, ref.id):
                yield self._dead(record.file, "E203", ref.kind, ref.id, keys=ref.keys)

    def _in_menu(self) -> Iterator[Problem]:
        info = self.site.info
        for number, item in enumerate(info.navigation):
            place = place_of(item.url) or self._place_at(item.url)
            if place and self._is_dead(*place):
                keys = ("navigation", number, "url")
                yield self._dead(info.file, "E203", *place, keys=keys)

    def _in_body(self, record: Record | Remains, body: Body) -> Iterator[Problem]:
        shown = not isinstance(record, Article) or self.site.state(record) != "hidden"
        for slot in body.slots:
            if slot.what == "open" and (place := self._place_of(slot)):
                if self._is_dead(*place):
                    yield self._dead(record.file, "E204", *place, slot=slot)
                else:
                    if shown and place[0] == "article":
                        yield from self._not_shown(record, place[1], slot)
                    if slot.fragment and slot.kind in RECORD_KINDS:
                        yield from self._no_such_place(record, slot)
            elif slot.what == "number" and shown:
                yield from self._many_meant(record, slot)

    def _place_of(self, slot: Slot) -> tuple[str, str] | None:
        """The kind and id that a link leads to; None where it leads to no record."""
        if slot.kind in RECORD_KINDS:
            return slot.kind, slot.target
        return self._place_at(slot.target) if slot.kind == "path" else None

    def _place_at(self, path: str) -> tuple[str, str] | None:
        return None if normal_alias(path) in self._aliases else record_at(path)

    def _not_shown(self, record: Record | Remains, id: str, slot: Slot) -> Iterator[Problem]:
        """A link to an article that no reader sees becomes plain text."""
        target = self.site.records.article.get(id)
        state = self.site.state(target) if target else "listed"
        if target is None or state == "listed":
            return
        left = {"expired": target.expires, "withdrawn": _withdrawn(target)}.get(state)
        since = content_spelling(left) if left else ""
        yield problem(
            record.file,
            "W223",
            line=slot.line,
            column=slot.column,
            id=id,
            expired=since if state == "expired" else "",
            withdrawn=since if state == "withdrawn" else "",
        )

    def _no_such_place(self, record: Record | Remains, slot: Slot) -> Iterator[Problem]:
        """A place in a record's bodies: a heading, or whatever has that id."""
        target = self._known[slot.kind].get(slot.target)
        if target is None or isinstance(target, Award):
            return
        bodies = list(bodies_of(target))
        anchors = [heading.anchor for body in bodies for heading in body.headings]
        sign = f'id="{slot.fragment}"'
        if slot.fragment in anchors or any(sign in "".join(body.parts) for body in bodies):
            return
        yield problem(
            record.file,
            "E225",
            line=slot.line,
            column=slot.column,
            kind=slot.kind,
            id=slot.target,
            fragment=slot.fragment.removeprefix("muc-"),
            suggestion=nearest(slot.fragment, anchors).removeprefix("muc-"),
        )

    def _many_meant(self, record: Record | Remains, slot: Slot) -> Iterator[Problem]:
        """A number that several documents bear stays plain text."""
        meant = self.site.numbers.meant_by(slot)
        if len(meant) > 1:
            candidates = ", ".join(sorted(document.id for document in meant))
            yield problem(
                record.file,
                "W222",
                line=slot.line,
                column=slot.column,
                number=slot.text,
                candidates=candidates,
            )

    def _is_dead(self, kind: str, id: str) -> bool:
        return id not in self._known[kind] and (kind, id) not in self.broken

    def _dead(
        self,
        file: str,
        code: str,
        kind: str,
        id: str,
        *,
        keys: tuple[str | int, ...] = (),
        slot: Slot = _NOWHERE,
    ) -> Problem:
        suggestion = self._suggestions.nearest(kind, id)
        return problem(
            file,
            code,
            keys=keys,
            line=slot.line,
            column=slot.column,
            kind=kind,
            id=id,
            suggestion=suggestion,
        )


def _withdrawn(article: Article) -> Moment:
    return article.withdrawal.date if article.withdrawal else article.date
