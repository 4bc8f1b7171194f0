"""Views of articles and of lists of them: home, article, listing, archive."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.planning.views.campaigns import CampaignRun
from newsroom.planning.views.changes import ChangeNote, CorrectionNote
from newsroom.planning.views.shared import (
    ArticleCard,
    AwardCard,
    DocumentCard,
    EventCard,
    Link,
    MonthGroup,
    Pager,
    Picture,
    Prose,
)
from newsroom.records.values import Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file to take away: `size` in bytes, `format` as its ending says (PDF)."""

    href: str
    title: str
    format: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """An article's page."""

    title: str
    date: Moment
    modified: Moment | None = None
    genre: str = "news"
    section: Link
    summary: str = ""
    """The sapo as the editor wrote it; empty where none was written (the body's first words then
    lead)."""
    summary_repeats: bool = False
    """The body opens with the sapo's own words, so the page must not print it twice."""
    picture: Picture | None = None
    prose: Prose
    byline: str = ""
    source: Link | None = None
    tags: tuple[Link, ...] = ()
    period: str = ""
    tasks_total: int | None = None
    tasks: tuple[str, ...] = ()
    event: EventCard | None = None
    campaigns: tuple[Link, ...] = ()
    """`note` holds the status id: upcoming, ongoing, ended."""
    units: tuple[Link, ...] = ()
    blocs: tuple[Link, ...] = ()
    documents: tuple[DocumentCard, ...] = ()
    awards: tuple[AwardCard, ...] = ()
    """Awards that its body cites: a revocation shows here too."""
    attachments: tuple[Download, ...] = ()
    corrections: tuple[CorrectionNote, ...] = ()
    history: tuple[ChangeNote, ...] = ()
    """Oldest first; empty where it was published and never changed."""
    expired_on: Moment | None = None
    """Set once the article has expired: the page stays, with a notice."""
    counterpart: Link | None = None
    """The same article in the other language, called by that language."""
    newer: ArticleCard | None = None
    older: ArticleCard | None = None
    related: tuple[ArticleCard, ...] = ()
    preview: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnView:
    """What is left of a withdrawn article: no title, no text, no photo."""

    date: Moment
    reason: str = ""
    section: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionBrief:
    """A section's newest headlines on the home page."""

    section: Link
    cards: tuple[ArticleCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """The front page: a lead story, coming events, running campaigns, news by section, new
    documents."""

    lead: ArticleCard | None = None
    picture: Picture | None = None
    """The lead story's photo, in every width."""
    seconds: tuple[ArticleCard, ...] = ()
    """Two to four more stories beside the lead."""
    events: tuple[EventCard, ...] = ()
    """Coming events, soonest first; where none is coming, the latest, newest first."""
    events_are_past: bool = False
    calendar: Link
    campaigns: tuple[CampaignRun, ...] = ()
    """Running first, then coming; where none is either, the last that ended."""
    all_campaigns: Link
    sections: tuple[SectionBrief, ...] = ()
    all_news: Link
    documents: tuple[DocumentCard, ...] = ()
    all_documents: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingView:
    """A page of a list of news."""

    label: str
    """A catalogue id that says what kind of list it is: article.section, nav.news, article.tags
    …"""
    title: str
    description: str = ""
    owner: Link | None = None
    """The campaign, unit or bloc whose news it is."""
    groups: tuple[MonthGroup, ...] = ()
    pager: Pager
    feed: str = ""
    ways: tuple[Link, ...] = ()
    """Other lists beside this one, at the list's own address only: sections, genres."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveYear:
    """A year in the archive with its months: `text` names the month, `note` is empty (no
    totals)."""

    year: int
    href: str
    months: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveView:
    """The archive: of all years, or of one. Newest first."""

    title: str
    years: tuple[ArchiveYear, ...]
