"""A campaign's milestones in; each with its state and its place on the line out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from newsroom.linking.site import Site
from newsroom.planning.links import Links
from newsroom.planning.views.campaigns import MilestoneState, MilestoneView
from newsroom.records import Event
from newsroom.records.campaign import Milestone
from newsroom.records.values import is_over


def milestones_of(
    site: Site, links: Links, milestones: Iterable[Milestone]
) -> tuple[MilestoneView, ...]:
    """The milestones, oldest first: the first that is neither reported nor past comes next."""
    ordered = sorted(milestones, key=lambda milestone: milestone.date)
    views: list[MilestoneView] = []
    for milestone in ordered:
        article = links.article(milestone.article)
        state = _state(site, milestone, reported=article is not None)
        if state == "next" and any(view.state == "next" for view in views):
            state = "later"
        views.append(
            MilestoneView(
                kind=milestone.kind,
                date=milestone.date,
                title=milestone.title,
                state=state,
                position=_position(milestone.date, ordered),
                event=links.maybe("event", milestone.event),
                article=article,
            )
        )
    return tuple(views)


def next_of(milestones: Iterable[MilestoneView]) -> MilestoneView | None:
    """The milestone that comes next; None where all are past."""
    return next((each for each in milestones if each.state == "next"), None)


def _state(site: Site, milestone: Milestone, *, reported: bool) -> MilestoneState:
    """Done once its day has come and something says that it took place."""
    event = site.get("event", milestone.event) if milestone.event else None
    held = isinstance(event, Event) and is_over(event.end or event.start, site.now)
    if milestone.date <= site.today and (reported or held):
        return "done"
    return "missed" if is_over(milestone.date, site.now) else "next"


def _position(day: date, ordered: Sequence[Milestone]) -> Decimal:
    first, last = ordered[0].date, ordered[-1].date
    if first == last:
        return Decimal(0)
    share = Decimal((day - first).days) / Decimal((last - first).days) * 100
    return share.quantize(Decimal("0.1"), ROUND_HALF_UP)
