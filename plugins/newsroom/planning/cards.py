"""Records in; what lists show of them out, each made once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from newsroom.linking.site import Site
from newsroom.planning.links import Links
from newsroom.planning.photos import Photos
from newsroom.planning.places import Places
from newsroom.planning.views.shared import (
    ArticleCard,
    AwardCard,
    DocumentCard,
    EventCard,
    Link,
)
from newsroom.records import Article, Award, Document, Event, Unit

IN_LISTS = (400,)
"""How wide, in pixels, a photo beside a headline is offered."""


class Cards:
    """The cards of the site's records."""

    def __init__(
        self,
        site: Site,
        places: Places,
        links: Links,
        photos: Photos,
        award_address: Callable[[str], str],
    ) -> None:
        self._site = site
        self._places = places
        self._links = links
        self._photos = photos
        self._award_address = award_address
        self._articles: dict[str, ArticleCard] = {}
        self._documents: dict[int, DocumentCard] = {}
        self._events: dict[int, EventCard] = {}
        self._awards: dict[int, AwardCard] = {}

    def article(self, article: Article) -> ArticleCard:
        """The card of an article."""
        card = self._articles.get(article.id)
        if card is None:
            card = self._articles[article.id] = self._article(article)
        return card

    def articles(self, articles: Iterable[Article]) -> tuple[ArticleCard, ...]:
        """The cards of articles, in their order."""
        made = self._articles
        return tuple([made.get(article.id) or self.article(article) for article in articles])

    def news_of_unit(self, unit: Unit, articles: Iterable[Article]) -> tuple[ArticleCard, ...]:
        """The cards of a unit's news; what is of another time names the unit as it was called."""
        return tuple([self._of_unit(unit, article) for article in articles])

    def document(self, document: Document, role: str = "") -> DocumentCard:
        """The card of a document, with the part it plays in a campaign's list."""
        card = self._documents.get(id(document))
        if card is None:
            card = self._documents[id(document)] = self._document(document)
        return replace(card, role=role) if role else card

    def document_of(self, id: str | None) -> DocumentCard | None:
        """The card of the document of this id; None where there is none."""
        document = self._site.get("document", id) if id else None
        return self.document(document) if isinstance(document, Document) else None

    def documents(self, ids: Iterable[str]) -> tuple[DocumentCard, ...]:
        """The cards of the documents of these ids, in their order."""
        return tuple(card for id in ids if (card := self.document_of(id)))

    def event(self, event: Event) -> EventCard:
        """The card of an event."""
        card = self._events.get(id(event))
        if card is None:
            card = self._events[id(event)] = EventCard(
                href=self._links.to(event).href,
                title=event.title,
                kind=event.kind,
                start=event.start,
                end=event.end,
                venue=event.venue,
                campaign=self._links.maybe("campaign", event.campaign),
                bloc=self._links.maybe("bloc", event.bloc),
            )
        return card

    def events(self, events: Iterable[Event]) -> tuple[EventCard, ...]:
        """The cards of events, in their order."""
        return tuple(map(self.event, events))

    def award(self, award: Award) -> AwardCard:
        """The card of an award."""
        card = self._awards.get(id(award))
        if card is None:
            card = self._awards[id(award)] = self._award(award)
        return card

    def awards(self, awards: Iterable[Award]) -> tuple[AwardCard, ...]:
        """The cards of awards, in their order."""
        return tuple(map(self.award, awards))

    def _article(self, article: Article) -> ArticleCard:
        return ArticleCard(
            href=self._links.to(article).href,
            title=article.title,
            date=article.date,
            summary=article.summary or article.made_summary,
            section=self._links.maybe("section", article.section),
            campaign=self._links.maybe("campaign", next(iter(article.campaigns), None)),
            genre=article.genre,
            picture=self._photos.cut(article.photo, IN_LISTS),
            preview=self._site.preview_label(article) if self._site.preview else "",
        )

    def _of_unit(self, unit: Unit, article: Article) -> ArticleCard:
        """Its own news under a name it bore then, and that of a unit it succeeded, say so."""
        card, day = self.article(article), self._site.day(article)
        own = unit.id in article.units
        whose = unit if own else self._site.inherited_from(unit, article.units)
        if whose is None:
            return card
        name = self._site.name_at(whose, day)
        return card if own and name == unit.name else replace(card, note=name)

    def _document(self, document: Document) -> DocumentCard:
        return DocumentCard(
            href=self._links.to(document).href,
            number=document.number,
            type=document.type,
            issuer=document.issuer,
            issued=document.issued,
            abstract=document.abstract,
            status=self._site.document_status(document),
        )

    def _award(self, award: Award) -> AwardCard:
        links, revoked, received = self._links, award.revoked, award.recipient
        return AwardCard(
            anchor=award.id,
            href=self._places.href(self._award_address(self._site.address(award))),
            title=award.title,
            kind=award.kind,
            recipient_type=received.type if received else "",
            recipient=self._recipient(award),
            role=received.role if received else "",
            unit=self._unit_of(award) if received and received.name else None,
            level=award.level,
            period=award.period.label if award.period else "",
            decision=links.maybe("document", award.decision),
            campaign=links.maybe("campaign", award.campaign),
            bloc=links.maybe("bloc", award.bloc),
            conferred=award.conferred,
            revoked_on=revoked.date if revoked else None,
            revoked_reason=revoked.reason if revoked else "",
            revoked_under=links.maybe("document", revoked.decision) if revoked else None,
        )

    def _recipient(self, award: Award) -> Link | None:
        """A person by name alone; a unit, where no name is given, by a link to it."""
        if award.recipient is None:
            return None
        if award.recipient.name:
            return Link(text=award.recipient.name)
        return self._unit_of(award)

    def _unit_of(self, award: Award) -> Link | None:
        """The recipient's unit under the name it bore when the award was conferred."""
        id = award.recipient.unit if award.recipient else None
        unit = self._site.get("unit", id) if id else None
        return (
            self._links.unit(unit, self._site.award_day(award)) if isinstance(unit, Unit) else None
        )
