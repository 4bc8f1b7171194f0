"""Documents, events and awards: their order, their states, and whose they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import TypeVar

from newsroom.linking.core import Core
from newsroom.linking.kinds import kind_of
from newsroom.linking.states import is_event_over, own_status
from newsroom.records import Article, Award, Bloc, Campaign, Document, Event, Unit
from newsroom.records.values import starts
from vietnamese import fold

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
Key = tuple[str, str]
"""Kind and id."""


class Holdings(Core):
    """Questions about documents, events and awards."""

    def documents(self) -> tuple[Document, ...]:
        """Every document, newest first."""
        return self._documents

    def document_status(self, document: Document) -> str:
        """As stated, else expired where one that has taken effect replaces it, else from its dates
        and now, else unknown."""
        return self._statuses[document.id]

    def replaced_by(self, document: Document) -> tuple[Document, ...]:
        """The documents that replace it, oldest first."""
        return self._replaced_by.get(document.id, ())

    def amended_by(self, document: Document) -> tuple[Document, ...]:
        """The documents that amend it, oldest first."""
        return self._amended_by.get(document.id, ())

    def blocs_under(self, document: Document) -> tuple[tuple[Bloc, int], ...]:
        """The blocs' years whose pledge, regulation or published scores' decision it is, newest
        first."""
        return self._blocs_under.get(document.id, ())

    def issued_by(self, unit: Unit) -> tuple[Document, ...]:
        """The documents whose issuer is called as the unit is or was, newest first."""
        names = (unit.name, unit.short_name, *(former.name for former in unit.former_names))
        issuers = {fold(name) for name in names if name}
        found = (one for issuer in issuers for one in self._issued_by.get(issuer, ()))
        return tuple(sorted(found, key=lambda one: (one.issued, one.id), reverse=True))

    def events(self) -> tuple[Event, ...]:
        """Every event, newest first."""
        return self._events

    def coming_events(self) -> tuple[Event, ...]:
        """Events that are not over, soonest first."""
        coming = [event for event in self.events() if not self.is_over(event)]
        return tuple(sorted(coming, key=_event_key))

    def is_over(self, event: Event) -> bool:
        """Whether it is over: at its end, or with its day where no end is given."""
        return is_event_over(event, self.now)

    def events_of(self, record: Campaign | Bloc | Document) -> tuple[Event, ...]:
        """Its events, newest first; a campaign's own and those its milestones name."""
        return self._events_of.get((kind_of(record), record.id), ())

    def awards(self) -> tuple[Award, ...]:
        """Every award, newest first (by the day it was conferred, else its decision's, else its
        period's end)."""
        return self._awards

    def awards_of(self, record: Unit | Campaign | Bloc | Document | Article) -> tuple[Award, ...]:
        """A unit's (as recipient or the recipient's unit), a campaign's, a bloc's, those under a
        decision (or its revocation), those an article's body links to. Newest first."""
        if isinstance(record, Article):
            linked = {slot.target for slot in record.body.slots if slot.kind == "award"}
            if not linked:
                return ()
            found = [self.records.award[id] for id in linked if id in self.records.award]
            return tuple(sorted(found, key=self._award_key, reverse=True))
        return self._awards_of.get((kind_of(record), record.id), ())

    @cached_property
    def _documents(self) -> tuple[Document, ...]:
        documents = self.records.document.values()
        return tuple(sorted(documents, key=lambda one: (one.issued, one.id), reverse=True))

    @cached_property
    def _statuses(self) -> dict[str, str]:
        documents = self.records.document
        found = {id: own_status(document, self.today) for id, document in documents.items()}
        waiting = [id for id, status in found.items() if status in ("in_force", "expired")]
        seen = set(waiting)
        while waiting:
            for id in documents[waiting.pop()].replaces:
                if documents[id].status is None:
                    found[id] = "expired"
                if id not in seen and found[id] == "expired":
                    seen.add(id)
                    waiting.append(id)
        return found

    @cached_property
    def _replaced_by(self) -> dict[str, tuple[Document, ...]]:
        oldest_first = reversed(self.documents())
        return _grouped((id, later) for later in oldest_first for id in later.replaces)

    @cached_property
    def _amended_by(self) -> dict[str, tuple[Document, ...]]:
        oldest_first = reversed(self.documents())
        return _grouped((id, later) for later in oldest_first for id in later.amends)

    @cached_property
    def _blocs_under(self) -> dict[str, tuple[tuple[Bloc, int], ...]]:
        blocs = sorted(self.records.bloc.values(), key=lambda bloc: bloc.id)
        years = sorted(
            ((bloc, year) for bloc in blocs for year in bloc.years),
            key=lambda pair: pair[1].year,
            reverse=True,
        )
        return _grouped(
            (id, (bloc, year.year))
            for bloc, year in years
            for id in (
                year.pledge,
                year.regulation,
                year.scores.decision if year.scores and year.scores.published else None,
            )
            if id
        )

    @cached_property
    def _events(self) -> tuple[Event, ...]:
        return tuple(sorted(self.records.event.values(), key=_event_key, reverse=True))

    @cached_property
    def _issued_by(self) -> dict[str, tuple[Document, ...]]:
        return _grouped((fold(document.issuer), document) for document in self.documents())

    @cached_property
    def _events_of(self) -> dict[Key, tuple[Event, ...]]:
        named: dict[str, list[str]] = defaultdict(list)
        for campaign in self.records.campaign.values():
            for milestone in campaign.milestones:
                named[milestone.event or ""].append(campaign.id)
        return _grouped(
            (key, event) for event in self.events() for key in _hosts(event, named[event.id])
        )

    @cached_property
    def _awards(self) -> tuple[Award, ...]:
        return tuple(sorted(self.records.award.values(), key=self._award_key, reverse=True))

    def _award_key(self, award: Award) -> tuple[date, str]:
        return self.award_day(award) or date.min, award.id

    @cached_property
    def _awards_of(self) -> dict[Key, tuple[Award, ...]]:
        return _grouped((key, award) for award in self.awards() for key in _honoured(award))


def _hosts(event: Event, campaigns: Iterable[str]) -> Iterator[Key]:
    """Whose event it is; some may come twice."""
    if event.campaign:
        yield "campaign", event.campaign
    yield from (("campaign", id) for id in campaigns)
    if event.bloc:
        yield "bloc", event.bloc
    yield from (("document", id) for id in event.documents)


def _honoured(award: Award) -> Iterator[Key]:
    """Whose award it is, and under which decisions; some may come twice."""
    places = (
        ("unit", award.recipient.unit if award.recipient else None),
        ("campaign", award.campaign),
        ("bloc", award.bloc),
        ("document", award.decision),
        ("document", award.revoked.decision if award.revoked else None),
    )
    yield from ((kind, id) for kind, id in places if id)


def _event_key(event: Event) -> tuple[object, str]:
    return starts(event.start), event.id


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """Values by key in their order. Pairs that are alike come one after another and count once."""
    found: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        if not found[key] or found[key][-1] != value:
            found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}
