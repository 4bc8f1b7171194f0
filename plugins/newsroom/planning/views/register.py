"""Views of the register: units and blocs."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from newsroom.planning.views.campaigns import CampaignRun
from newsroom.planning.views.changes import NameUntil, UnitStep
from newsroom.planning.views.shared import (
    ArticleCard,
    AwardCard,
    DocumentCard,
    EventCard,
    Link,
    Picture,
    Prose,
    State,
)
from newsroom.records.values import Day


@dataclass(frozen=True, slots=True, kw_only=True)
class BlocPost:
    """A unit's place in a bloc in one year: `role` is head, deputy or member."""

    year: int
    bloc: Link
    role: str
    kind: str = "bloc"
    """bloc or cluster: a cluster's head is called otherwise."""


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
    founded: Day | None = None
    ended: Day | None = None
    successors: tuple[Link, ...] = ()
    predecessors: tuple[Link, ...] = ()
    history: tuple[UnitStep, ...] = ()
    """Oldest first; empty where it was only founded."""
    address: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    picture: Picture | None = None
    prose: Prose
    campaigns: tuple[CampaignRun, ...] = ()
    posts: tuple[BlocPost, ...] = ()
    """Newest year first."""
    beside: tuple[Link, ...] = ()
    """The other units under the same parent."""
    documents: tuple[DocumentCard, ...] = ()
    """The newest few that it issued."""
    all_documents: str = ""
    """The list of all that it issued; empty where those are all."""
    awards: tuple[AwardCard, ...] = ()
    """The newest few."""
    all_awards: str = ""
    """The list of all; empty where those are all."""
    news: tuple[ArticleCard, ...] = ()
    all_news: str = ""
    feed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """A unit in an index."""

    href: str
    name: str
    short_name: str = ""
    ended: Day | None = None


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
    """Set on a letter's own page. Above 200 units the index itself holds only `letters` and
    `kinds`."""
    kind: str = ""
    """Set on a kind's own page, which exists above 200 units."""
    kinds: tuple[Link, ...] = ()
    """Above 200 units: the ways to the kinds; `text` is the kind's id."""
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
    start: Day | None = None
    end: Day | None = None
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
    """The newest few."""
    all_awards: str = ""
    """The list of all; empty where those are all."""
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
class Review:
    """A review that a bloc held (sơ kết, tổng kết), with the articles that report it."""

    event: EventCard
    articles: tuple[Link, ...] = ()


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
    year_before: int | None = None
    """The nearest earlier year whose members are known; the three below compare with it."""
    joined: tuple[Link, ...] = ()
    left: tuple[Link, ...] = ()
    head_before: Link | None = None
    """Its head then, where it is another one now."""
    scores: ScoreTable | None = None
    scores_file: str = ""
    """The same as CSV."""
    reviews: tuple[Review, ...] = ()
    """Oldest first."""
    events: tuple[EventCard, ...] = ()
    """All others."""
    news: tuple[ArticleCard, ...] = ()
