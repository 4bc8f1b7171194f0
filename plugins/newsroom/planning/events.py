"""Events in; what is coming, the list of what is past, and each event's page out."""

from __future__ import annotations

from functools import partial

from newsroom.planning.calendars import calendar_href
from newsroom.planning.draft import About, Draft
from newsroom.planning.graphs import Node, happening
from newsroom.planning.listings import Sheet, listing
from newsroom.planning.months import month_groups, months_of, plan_months
from newsroom.planning.views.documents import EventIndexView, EventView
from newsroom.planning.views.shared import Link
from newsroom.planning.views.standing import LinkGroup
from newsroom.records import Event
from vietnamese import format_date

ALL = "/lich/"
BRIEF = 6


def plan_events(draft: Draft) -> None:
    """Plan the list of events and every event."""
    coming = draft.site.coming_events()
    waiting = {event.id for event in coming}
    past = tuple(event for event in draft.site.events() if event.id not in waiting)
    months = months_of(draft)
    groups = month_groups(draft, months)
    for sheet in listing(past, ALL, draft.places.href):
        own = not sheet.number
        _plan_sheet(draft, sheet, coming if own else (), groups if own else ())
    plan_months(draft, months)
    for event in draft.site.events():
        _plan_event(draft, event)


def _plan_sheet(
    draft: Draft,
    sheet: Sheet[Event],
    coming: tuple[Event, ...],
    months: tuple[LinkGroup, ...],
) -> None:
    view = EventIndexView(
        coming=draft.cards.events(coming),
        cards=draft.cards.events(sheet.items),
        pager=sheet.pager,
        calendar=calendar_href(draft),
        months=months,
    )
    title, text = draft.words("nav.events"), draft.words("page.events.text")
    draft.listed(sheet, "event_index", view, title, text, "events")


def _plan_event(draft: Draft, event: Event) -> None:
    day = format_date(event.start, "short")
    about = About(
        title=event.title,
        description=draft.words("page.event.text", title=event.title, date=day),
        current=(f"event:{event.id}", "events"),
        crumbs=draft.crumbs(draft.place("nav.events", ALL)),
        picture=draft.photos.picture(event.photo),
        node=partial(_node, draft, event),
        source=event.file,
    )
    draft.page(draft.site.address(event), "event", _event(draft, event), about)


def _node(draft: Draft, event: Event, canonical: str) -> tuple[Node, ...]:
    """Nothing for an event without a venue: search engines ask where."""
    return (happening(draft.owner, event, canonical),) if event.venue else ()


def _event(draft: Draft, event: Event) -> EventView:
    links, cards = draft.links, draft.cards
    return EventView(
        title=event.title,
        kind=event.kind,
        start=event.start,
        end=event.end,
        venue=event.venue,
        chair=tuple(Link(text=each.name, note=", ".join(each.roles)) for each in event.chair),
        attending=event.attending,
        campaign=links.maybe("campaign", event.campaign),
        bloc=links.maybe("bloc", event.bloc),
        period=event.period.label if event.period else "",
        documents=cards.documents(event.documents),
        picture=draft.photos.picture(event.photo),
        prose=draft.prose(event.body),
        articles=cards.articles(draft.site.articles_of(event)[:BRIEF]),
    )
