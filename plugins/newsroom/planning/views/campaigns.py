"""Views of campaigns: one, and all of them by status."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from newsroom.planning.views.shared import (
    ArticleCard,
    AwardCard,
    ContactLine,
    DocumentCard,
    EventCard,
    Link,
    Picture,
    Prose,
    State,
)
from newsroom.records.values import Day

MilestoneState = Literal["done", "missed", "next", "later"]
TargetState = Literal["none", "below", "reached", "over"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseView:
    """A part of the campaign's time, and how it stands today."""

    name: str
    start: Day
    end: Day | None = None
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneView:
    """A step of the campaign. Done: past, with an event or article that reports it; missed: past
    without."""

    kind: str
    date: Day
    title: str = ""
    state: MilestoneState
    position: Decimal
    """Percent of the way from the first milestone to the last: 0 to 100."""
    event: Link | None = None
    articles: tuple[Link, ...] = ()
    """What reports it, oldest first: the article it names, then the first of its event's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """A figure on a day, with the document it comes from."""

    date: Day
    value: Decimal
    source: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPoint:
    """A figure's place on the chart: percents of its width from the left and its height from the
    top."""

    x: Decimal
    y: Decimal
    value: Decimal
    date: Day


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartView:
    """A target's figures over time. Nothing stands between two figures but the line that joins
    them."""

    points: tuple[ChartPoint, ...]
    """Oldest first; two or more."""
    goal_y: Decimal
    baseline_y: Decimal | None = None
    start: Day
    end: Day
    """The days at its left and right edges."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetView:
    """A target and how far it is: `unit` is what is counted; percents of the rail are ready for
    drawing."""

    label: str
    unit: str
    goal: Decimal
    baseline: Decimal | None = None
    due: Day | None = None
    late: bool = False
    """Its due day is over, and the goal is not reached."""
    source: Link | None = None
    """The document that sets the goal and states the baseline."""
    figures: tuple[FigureView, ...] = ()
    """Oldest first."""
    latest: FigureView | None = None
    state: TargetState
    gap: Decimal | None = None
    """Positive when it is still short. A target whose goal lies under its baseline is reached by
    falling: its gap is then the latest value minus the goal."""
    share: Decimal | None = None
    """Latest value in percent of the goal, rounded to a whole number; none for a falling
    target."""
    value_at: Decimal = Decimal(0)
    """Where the value stands on the rail, in percent (0–100): a rate runs 0 to 100, a count to the
    larger."""
    goal_at: Decimal = Decimal(100)
    chart: ChartView | None = None
    """None for fewer than two figures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignRun:
    """A campaign in a list: name and status, first target, next milestone."""

    href: str
    name: str
    state: State
    start: Day | None = None
    end: Day | None = None
    launched_by: str = ""
    target: TargetView | None = None
    next_milestone: MilestoneView | None = None
    scope: str = ""
    depth: int = 0
    """How deep it stands in the tree of campaigns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignView:
    """A campaign's page: the page this project is judged by."""

    name: str
    short_name: str = ""
    state: State
    form: str = ""
    """regular, thematic."""
    short_drive: bool = False
    form_label: str = ""
    scope: str = ""
    phase: str = ""
    phases: tuple[PhaseView, ...] = ()
    """By their first days."""
    audience: str = ""
    start: Day | None = None
    end: Day | None = None
    launched_by: Link | None = None
    lead_unit: Link | None = None
    launch_document: DocumentCard | None = None
    children: tuple[CampaignRun, ...] = ()
    next_milestone: MilestoneView | None = None
    milestones: tuple[MilestoneView, ...] = ()
    """Oldest first."""
    targets: tuple[TargetView, ...] = ()
    figure_dates: tuple[Day, ...] = ()
    """Every day on which some target has a figure, oldest first: the columns of the table."""
    objectives: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    prose: Prose
    results: Prose | None = None
    units: tuple[Link, ...] = ()
    blocs: tuple[Link, ...] = ()
    documents: tuple[DocumentCard, ...] = ()
    figures: str = ""
    """Where the figures of its targets stand as CSV; empty where there are none."""
    coming: tuple[EventCard, ...] = ()
    """Its events that are not over, soonest first."""
    events: tuple[EventCard, ...] = ()
    """The newest few of those that are over."""
    more_events: int = 0
    """How many more are over; the calendar holds them."""
    news: tuple[ArticleCard, ...] = ()
    """The newest few."""
    all_news: str = ""
    awards: tuple[AwardCard, ...] = ()
    """The newest few."""
    all_awards: str = ""
    """The list of all; empty where those are all."""
    contact: ContactLine | None = None
    picture: Picture | None = None
    palette: str = ""
    feed: str = ""
    calendar: str = ""
    """Empty where the campaign has no event and no milestone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignGroup:
    """Campaigns of one status."""

    state: State
    runs: tuple[CampaignRun, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignIndexView:
    """All campaigns: ongoing, upcoming, ended."""

    groups: tuple[CampaignGroup, ...]
