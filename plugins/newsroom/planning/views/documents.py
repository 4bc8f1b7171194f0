"""Views of documents, events and awards: one, and lists of them."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.planning.views.news import Download
from newsroom.planning.views.shared import (
    ArticleCard,
    AwardCard,
    DocumentCard,
    EventCard,
    Link,
    Pager,
    Picture,
    Prose,
)
from newsroom.planning.views.standing import LinkGroup
from newsroom.records.values import Day, Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """A document's page, headed as the paper is."""

    number: str
    type: str
    issuer: str
    issued: Day
    abstract: str = ""
    signer: str = ""
    signer_title: str = ""
    effective: Day | None = None
    expired: Day | None = None
    status: str = ""
    replaces: tuple[DocumentCard, ...] = ()
    replaced_by: tuple[DocumentCard, ...] = ()
    amends: tuple[DocumentCard, ...] = ()
    amended_by: tuple[DocumentCard, ...] = ()
    files: tuple[Download, ...] = ()
    official_url: str = ""
    prose: Prose
    campaigns: tuple[Link, ...] = ()
    blocs: tuple[Link, ...] = ()
    """The years of blocs that rest on it; `note` is the year."""
    events: tuple[EventCard, ...] = ()
    awards: tuple[AwardCard, ...] = ()
    articles: tuple[ArticleCard, ...] = ()
    """The newest that cite it."""
    all_articles: str = ""
    """The list of all that cite it; empty where those are all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentIndexView:
    """A page of a list of documents, newest first: of all, or of those alike in one thing."""

    title: str
    narrowed: bool = False
    """A list of those alike in one thing."""
    ways: tuple[LinkGroup, ...] = ()
    """By type, issuer, year and state; at the address of the list of all only."""
    cards: tuple[DocumentCard, ...]
    pager: Pager


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """An event's page."""

    title: str
    kind: str
    start: Moment
    end: Moment | None = None
    venue: str = ""
    chair: tuple[Link, ...] = ()
    """`text` is the name, `note` the roles."""
    attending: tuple[str, ...] = ()
    campaign: Link | None = None
    bloc: Link | None = None
    period: str = ""
    documents: tuple[DocumentCard, ...] = ()
    picture: Picture | None = None
    prose: Prose
    articles: tuple[ArticleCard, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventIndexView:
    """A page of the calendar: what is past, newest first. The list's own address also shows what
    is coming, which is in no numbered page."""

    coming: tuple[EventCard, ...] = ()
    """Soonest first."""
    cards: tuple[EventCard, ...]
    pager: Pager
    calendar: str = ""
    """Empty where nothing has a date."""
    months: tuple[LinkGroup, ...] = ()
    """By year, its months; at the list's own address only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMonthView:
    """All events and milestones of one month, oldest first."""

    title: str
    cards: tuple[EventCard, ...]
    before: Link | None = None
    after: Link | None = None
    """The nearest months that hold something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardIndexView:
    """A page of the list of awards, newest first, with the way to each year."""

    title: str
    year: int | None = None
    narrowed: bool = False
    """A list of those alike in one thing."""
    years: tuple[Link, ...] = ()
    """At the list's own address only."""
    ways: tuple[LinkGroup, ...] = ()
    """By form and level; at the address of the list of all only."""
    cards: tuple[AwardCard, ...]
    pager: Pager
