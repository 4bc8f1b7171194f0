"""Records in; links that name them out, each made once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from newsroom.linking.site import Site
from newsroom.planning.places import Places
from newsroom.planning.views.shared import Link
from newsroom.records import (
    Article,
    Award,
    Bloc,
    Campaign,
    Document,
    Event,
    Page,
    Record,
    Section,
    Unit,
)


class Links:
    """Links to records by the names readers know them by."""

    def __init__(self, site: Site, places: Places) -> None:
        self._site = site
        self._places = places
        self._made: dict[int, Link] = {}
        self._named: dict[tuple[str, str], Link | None] = {}

    def to(self, record: Record) -> Link:
        """A link to the record."""
        link = self._made.get(id(record))
        if link is None:
            href = self._places.href(self._site.address(record))
            link = self._made[id(record)] = Link(text=name_of(record), href=href)
        return link

    def maybe(self, kind: str, id: str | None) -> Link | None:
        """A link to the record of this id; None without an id, or where the record is absent."""
        if not id:
            return None
        if (kind, id) not in self._named:
            record = self._site.get(kind, id)
            self._named[kind, id] = None if record is None else self.to(record)
        return self._named[kind, id]

    def all(self, kind: str, ids: Iterable[str]) -> tuple[Link, ...]:
        """Links to the records of these ids, in their order."""
        return tuple([link for id in ids if (link := self.maybe(kind, id))])

    def unit(self, unit: Unit, day: date | None) -> Link:
        """A link to the unit; where it bore another name on that day, `note` says which."""
        link = self.to(unit)
        if not day or not unit.former_names:
            return link
        then = self._site.name_at(unit, day)
        return link if then == unit.name else Link(text=link.text, href=link.href, note=then)

    def units(self, ids: Iterable[str], day: date | None = None) -> tuple[Link, ...]:
        """Links to units under the names of that day."""
        units = map(self._site.records.unit.get, ids)
        return tuple([self.unit(unit, day) for unit in units if unit is not None])

    def article(self, id: str | None) -> Link | None:
        """A link to an article that has a page to be read; else None."""
        article = self._site.get("article", id) if id else None
        if not isinstance(article, Article):
            return None
        shown = self._site.state(article) in ("listed", "expired")
        return self.to(article) if shown else None


def name_of(record: Record) -> str:
    """What readers call the record."""
    if isinstance(record, Campaign):
        return record.short_name or record.name
    if isinstance(record, Document):
        return record.number
    if isinstance(record, Unit | Bloc | Section):
        return record.name
    return _title(record)


def _title(record: Article | Award | Event | Page) -> str:
    return record.title
