"""A campaign's milestones in; each with its state and its place on the line out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from newsroom.linking.site import Site
from newsroom.planning.links import Links
from newsroom.planning.views.campaigns import MilestoneState, MilestoneView
from newsroom.planning.views.shared import Link
from newsroom.records import Campaign, Event
from newsroom.records.campaign import Milestone
from newsroom.records.values import day_of, is_over

REPORTS = 3
"""How many articles a milestone leads to at most."""


def milestones_of(site: Site, links: Links, campaign: Campaign) -> tuple[MilestoneView, ...]:
    """The milestones, oldest first: the first that is neither reported nor past comes next."""
    ordered = sorted(campaign.milestones, key=lambda milestone: milestone.date)
    views: list[MilestoneView] = []
    for milestone in ordered:
        event = _event(site, campaign, milestone)
        articles = _articles(site, links, milestone, event)
        state = _state(site, milestone, event, reported=bool(articles))
        if state == "next" and any(view.state == "next" for view in views):
            state = "later"
        views.append(
            MilestoneView(
                kind=milestone.kind,
                date=milestone.date,
                title=milestone.title,
                state=state,
                position=_position(milestone.date, ordered),
                event=links.to(event) if event else None,
                articles=articles,
            )
        )
    return tuple(views)


def next_of(milestones: Iterable[MilestoneView]) -> MilestoneView | None:
    """The milestone that comes next; None where all are past."""
    return next((each for each in milestones if each.state == "next"), None)


def _event(site: Site, campaign: Campaign, milestone: Milestone) -> Event | None:
    """The event it names, else the campaign's only event of the same kind on its day."""
    if milestone.event:
        named = site.get("event", milestone.event)
        return named if isinstance(named, Event) else None
    alike = [
        event
        for event in site.events_of(campaign)
        if event.kind == milestone.kind and day_of(event.start) == milestone.date
    ]
    return alike[0] if len(alike) == 1 else None


def _articles(
    site: Site, links: Links, milestone: Milestone, event: Event | None
) -> tuple[Link, ...]:
    """The article it names, then those on its event; one from before the day only announces
    it."""
    named = links.article(milestone.article)
    on_event = reversed(site.articles_of(event)) if event else ()
    since = day_of(event.start) if event else milestone.date
    others = (links.to(article) for article in on_event if site.day(article) >= since)
    return tuple(dict.fromkeys([*([named] if named else ()), *others]))[:REPORTS]


def _state(
    site: Site, milestone: Milestone, event: Event | None, *, reported: bool
) -> MilestoneState:
    """Done once its day has come and something says that it took place."""
    held = event is not None and is_over(event.end or event.start, site.now)
    if milestone.date <= site.today and (reported or held):
        return "done"
    return "missed" if is_over(milestone.date, site.now) else "next"


def _position(day: date, ordered: Sequence[Milestone]) -> Decimal:
    first, last = ordered[0].date, ordered[-1].date
    if first == last:
        return Decimal(0)
    share = Decimal((day - first).days) / Decimal((last - first).days) * 100
    return share.quantize(Decimal("0.1"), ROUND_HALF_UP)
