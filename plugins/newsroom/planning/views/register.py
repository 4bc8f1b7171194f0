"""Views of the register: units, blocs, documents, events, awards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from newsroom.planning.views.campaigns import CampaignRun
from newsroom.planning.views.news import Download
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
    State,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameUntil:
    """A name that was borne until a day."""

    name: str
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class BlocPost:
    """A unit's place in a bloc in one year: `role` is head, deputy or member."""

    year: int
    bloc: Link
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitView:
    """A unit's page. One that ended stays, and says what came after it."""

    name: str
    short_name: str = ""
    kind: str
    level: str = ""
    parent: Link | None = None
    children: tuple[Link, ...] = ()
    former_names: tuple[NameUntil, ...] = ()
    founded: date | None = None
    ended: date | None = None
    successors: tuple[Link, ...] = ()
    predecessors: tuple[Link, ...] = ()
    address: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    picture: Picture | None = None
    prose: Prose
    campaigns: tuple[CampaignRun, ...] = ()
    posts: tuple[BlocPost, ...] = ()
    """Newest year first."""
    awards: tuple[AwardCard, ...] = ()
    news: tuple[ArticleCard, ...] = ()
    all_news: str = ""
    feed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """A unit in an index."""

    href: str
    name: str
    short_name: str = ""
    ended: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitGroup:
    """Units under one letter (Đ apart from D, Ủ under U) or of one kind."""

    key: str
    """The letter as printed, or the kind's id."""
    anchor: str
    rows: tuple[UnitRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitIndexView:
    """All units by letter and by kind; above 200, one page per letter."""

    letter: str = ""
    """Set on a letter's own page."""
    letters: tuple[Link, ...] = ()
    by_letter: tuple[UnitGroup, ...] = ()
    by_kind: tuple[UnitGroup, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BlocView:
    """A bloc's page: what it is, its years, its news."""

    name: str
    short_name: str = ""
    kind: str
    organised_by: str = ""
    start: date | None = None
    end: date | None = None
    years: tuple[Link, ...] = ()
    """Newest first."""
    head: Link | None = None
    deputies: tuple[Link, ...] = ()
    members: tuple[Link, ...] = ()
    """Of the newest year, in the decision's order."""
    latest_year: int | None = None
    prose: Prose
    campaigns: tuple[CampaignRun, ...] = ()
    events: tuple[EventCard, ...] = ()
    awards: tuple[AwardCard, ...] = ()
    news: tuple[ArticleCard, ...] = ()
    all_news: str = ""
    feed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlocRow:
    """A bloc in the index, with the unit that heads it in its newest year."""

    href: str
    name: str
    kind: str
    year: int | None = None
    head: Link | None = None
    members: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BlocIndexView:
    """All blocs and clusters, in Vietnamese order with numbers by value."""

    rows: tuple[BlocRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreLine:
    """One row of a published score table."""

    unit: Link
    self_score: Decimal | None = None
    bloc_score: Decimal | None = None
    bonus: Decimal | None = None
    deduction: Decimal | None = None
    total: Decimal
    rank: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionLine:
    """One criterion of the scale."""

    group: str
    label: str
    max: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreTable:
    """A published score table under the decision it cites."""

    scale: Decimal | None = None
    decision: DocumentCard
    criteria: tuple[CriterionLine, ...] = ()
    lines: tuple[ScoreLine, ...] = ()
    """By rank where ranks are given, else in the decision's order."""
    digits: int = 0
    """Decimals to print, the same in the whole table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlocYearView:
    """A bloc in one year."""

    bloc: Link
    bloc_name: str
    kind: str
    year: int
    state: State
    years: tuple[Link, ...] = ()
    """Every year of the bloc, newest first; this one has no href."""
    head: Link | None = None
    deputies: tuple[Link, ...] = ()
    members: tuple[Link, ...] = ()
    pledge: DocumentCard | None = None
    regulation: DocumentCard | None = None
    tasks_total: int | None = None
    tasks: tuple[str, ...] = ()
    scores: ScoreTable | None = None
    events: tuple[EventCard, ...] = ()
    news: tuple[ArticleCard, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """A document's page, headed as the paper is."""

    number: str
    type: str
    issuer: str
    issued: date
    abstract: str = ""
    signer: str = ""
    signer_title: str = ""
    effective: date | None = None
    expired: date | None = None
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
    events: tuple[EventCard, ...] = ()
    awards: tuple[AwardCard, ...] = ()
    articles: tuple[ArticleCard, ...] = ()
    """The newest that cite it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentIndexView:
    """A page of the list of documents, newest first."""

    cards: tuple[DocumentCard, ...]
    pager: Pager


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """An event's page."""

    title: str
    kind: str
    start: date | datetime
    end: date | datetime | None = None
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
    """A page of the calendar, newest first; the list's own address also shows what is coming."""

    coming: tuple[EventCard, ...] = ()
    """Soonest first."""
    cards: tuple[EventCard, ...]
    pager: Pager
    calendar: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardIndexView:
    """A page of the list of awards, newest first, with the way to each year."""

    title: str
    year: int | None = None
    years: tuple[Link, ...] = ()
    cards: tuple[AwardCard, ...]
    pager: Pager


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupedNews:
    """Articles by month, for pages that show a short list."""

    groups: tuple[MonthGroup, ...] = ()
