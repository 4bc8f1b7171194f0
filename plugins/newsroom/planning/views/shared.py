"""The small views that many pages share.

Every href is ready to print: it carries the path of the site's url. Dates and numbers are values;
the theme's filters spell them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsroom.records.body import Body
from newsroom.records.values import Day, Moment

State = Literal["upcoming", "ongoing", "ended", "undated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A text that leads somewhere; without an href it is only text."""

    text: str
    href: str = ""
    note: str = ""
    """Soft words after it, such as the name at the time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """One size of a picture."""

    href: str
    width: int
    height: int
    format: Literal["jpeg", "avif"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A photo in every size it is offered in, smallest first; `width` and `height` of the
    largest."""

    alt: str
    width: int
    height: int
    renditions: tuple[Rendition, ...]
    caption: str = ""
    credit: str = ""
    rights: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """What a body's slot becomes: an address (empty: plain text), or a picture."""

    href: str = ""
    title: str = ""
    picture: Picture | None = None
    revoked_on: Day | None = None
    """For a link to an award that no longer stands: said beside the link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A body with its slots resolved, one fill for each."""

    body: Body
    fills: tuple[Fill, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleCard:
    """What lists show of an article."""

    href: str
    title: str
    date: Moment
    summary: str = ""
    section: Link | None = None
    campaign: Link | None = None
    """The first campaign it belongs to, by its short name."""
    genre: str = "news"
    picture: Picture | None = None
    preview: str = ""
    """In a preview only: "draft", "review", "embargoed"."""
    note: str = ""
    """Whose news it is, where the list is not that one's own: the name of the unit at the time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentCard:
    """What lists show of a document."""

    href: str
    number: str
    type: str
    issuer: str
    issued: Day
    abstract: str = ""
    role: str = ""
    """In a campaign's list: launch, plan, guide, interim, final, award."""
    status: str = ""
    """in_force, expired, pending, unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCard:
    """What lists show of an event."""

    href: str
    title: str
    kind: str
    start: Moment
    end: Moment | None = None
    venue: str = ""
    campaign: Link | None = None
    bloc: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardCard:
    """What lists show of an award; a revoked one says so wherever it stands."""

    anchor: str
    """Its id, the anchor on its year's page."""
    href: str
    """The address on its year's page, anchor included."""
    title: str
    kind: str
    recipient_type: str = ""
    recipient: Link | None = None
    role: str = ""
    unit: Link | None = None
    level: str = ""
    period: str = ""
    decision: Link | None = None
    campaign: Link | None = None
    bloc: Link | None = None
    conferred: Day | None = None
    revoked_on: Day | None = None
    revoked_reason: str = ""
    revoked_under: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthGroup:
    """Articles of one month, newest first; `month` is its first day."""

    month: Day
    cards: tuple[ArticleCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """Where a numbered list goes on. Pages are numbered from the oldest, so `newer` leads to
    n+1."""

    page: int | None = None
    """This page's number; none at the list's own address, which shows the newest."""
    newest: str = ""
    newer: str = ""
    older: str = ""
    oldest: str = ""
    pages: tuple[Link, ...] = ()
    """At the list's own address only: every numbered page, newest first."""
    total: int | None = None
    """At the list's own address only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactLine:
    """An official to ask: name, role, unit, phone, email."""

    name: str = ""
    role: str = ""
    unit: Link | None = None
    phone: str = ""
    email: str = ""
