"""Views of standing pages: pages, search, site map, feeds, 404; and of what is not a
page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from newsroom.planning.views.changes import CorrectionNote
from newsroom.planning.views.shared import ArticleCard, ContactLine, Link, Pager, Picture, Prose
from newsroom.records.values import Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingPageView:
    """A page the editors wrote, such as Giới thiệu or About."""

    title: str
    summary: str = ""
    picture: Picture | None = None
    prose: Prose
    contacts: tuple[ContactLine, ...] = ()
    """The agency's officials, on the page whose id is lien-he or contact."""
    counterpart: Link | None = None
    """The same page in the other language, called by that language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkGroup:
    """Links under one heading."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WaysView:
    """A page that is a list of ways in: the site map, the feeds, 404."""

    title: str
    text: str = ""
    groups: tuple[LinkGroup, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessibilityView:
    """What the site supports, and how to report a barrier."""

    title: str
    contact: ContactLine | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnglishHomeView:
    """The way in for readers of English: standing pages and articles in English, newest first."""

    title: str
    pages: tuple[Link, ...] = ()
    """At the list's own address only."""
    cards: tuple[ArticleCard, ...] = ()
    pager: Pager


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectView:
    """An old address that leads to a new one."""

    href: str
    canonical: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One entry of an Atom feed (RFC 4287): full text, stable id, no clock."""

    id: str
    title: str
    href: str
    published: datetime
    updated: datetime
    summary: str = ""
    author: str = ""
    prose: Prose | None = None
    corrections: tuple[CorrectionNote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    """An Atom feed of the newest twenty. `updated` is the newest entry's; addresses are whole."""

    id: str
    title: str
    subtitle: str = ""
    href: str
    self_href: str
    language: str
    author: str
    updated: datetime
    base: str
    """What an address that begins with "/" stands on, for entries' bodies: https://host."""
    style: str
    """Where the style sheet of feeds stands, for whoever opens one in a browser."""
    entries: tuple[FeedEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapEntry:
    """An address and the day its content last changed, where that is known."""

    href: str
    changed: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapView:
    """A sitemap, or the index of sitemaps."""

    entries: tuple[SitemapEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextView:
    """A plain text file, line by line: robots.txt, security.txt."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoView:
    """One size of one photo, or the part of it inside `box` (left, top, right, bottom in pixels of
    that size). `recipe` names how it is made, so that another way makes another digest."""

    path: str
    digest: str
    width: int
    height: int
    box: tuple[int, int, int, int] | None = None
    format: str
    recipe: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareCardView:
    """The words on a picture that previews elsewhere show of a page."""

    label: str = ""
    """What kind of page it is."""
    title: str
    note: str = ""
    site_name: str = ""
    """Empty on the site's own card, whose title it is."""
    owner: str
    palette: str = ""
    """A campaign's own colours."""
    recipe: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyView:
    """A file taken over byte for byte."""

    path: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """A day or a span in a calendar (RFC 5545). `stamp` comes from the content, not the clock."""

    uid: str
    title: str
    start: Moment
    end: Moment | None = None
    stamp: datetime
    venue: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarView:
    """An iCalendar file."""

    name: str
    entries: tuple[CalendarEntry, ...]
