"""Events and milestones in; a page for each month that holds any out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter

from newsroom.planning.draft import About, Draft
from newsroom.planning.views.documents import EventMonthView
from newsroom.planning.views.shared import EventCard, Link
from newsroom.planning.views.standing import LinkGroup
from newsroom.records import Event
from newsroom.records.values import day_of
from vietnamese import format_date

ALL = "/lich/"
Month = tuple[date, tuple[EventCard, ...]]
"""Its first day, and what it holds, oldest first."""


def plan_months(draft: Draft, months: tuple[Month, ...]) -> None:
    """Plan a page for each month."""
    for number, (month, cards) in enumerate(months):
        title = draft.words("page.events_month", month=format_date(month, "month"))
        before = _link(draft, months[number - 1][0]) if number else None
        after = _link(draft, months[number + 1][0]) if number + 1 < len(months) else None
        view = EventMonthView(title=title, cards=cards, before=before, after=after)
        about = About(
            title=title,
            description=draft.words("page.events.text"),
            current=("events",),
            crumbs=draft.crumbs(draft.place("nav.events", ALL)),
        )
        draft.page(_address(month), "event_month", view, about)


def months_of(draft: Draft) -> tuple[Month, ...]:
    """Every month that holds an event or a milestone without one, oldest first."""
    cards = [*_events(draft), *_milestones(draft)]
    cards.sort(key=lambda pair: (pair[0], day_of(pair[1].start), pair[1].href, pair[1].title))
    return tuple(
        (month, tuple([card for _, card in group]))
        for month, group in groupby(cards, itemgetter(0))
    )


def month_groups(draft: Draft, months: tuple[Month, ...]) -> tuple[LinkGroup, ...]:
    """The ways to the months, newest year first, each year's months from its first."""
    years = groupby((month for month, _ in months), lambda month: month.year)
    groups = [
        LinkGroup(title=str(year), links=tuple(_link(draft, month) for month in of_year))
        for year, of_year in years
    ]
    return tuple(reversed(groups))


def _events(draft: Draft) -> Iterator[tuple[date, EventCard]]:
    for event in draft.site.events():
        for month in _spanned(event):
            yield month, draft.cards.event(event)


def _spanned(event: Event) -> Iterator[date]:
    """The first day of every month that the event touches."""
    month = day_of(event.start).replace(day=1)
    last = day_of(event.end) if event.end else month
    yield month
    while (month := (month + timedelta(days=31)).replace(day=1)) <= last:
        yield month


def _milestones(draft: Draft) -> Iterator[tuple[date, EventCard]]:
    """A milestone with an event is that event, and stands there already."""
    for campaign in draft.site.campaigns():
        link = draft.links.to(campaign)
        for each in campaign.milestones:
            if not each.event:
                card = EventCard(
                    href=f"{link.href}#cac-moc",
                    title=each.title or draft.words(f"milestone.{each.kind}"),
                    kind=each.kind,
                    start=each.date,
                    campaign=link,
                )
                yield each.date.replace(day=1), card


def _link(draft: Draft, month: date) -> Link:
    return Link(text=format_date(month, "month"), href=draft.places.href(_address(month)))


def _address(month: date) -> str:
    return f"{ALL}thang/{month.year}-{month.month:02}/"
