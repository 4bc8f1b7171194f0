"""Events and milestones in; calendars out: one for all, one for each campaign that has a date.

Format: RFC 5545. Stamps come from the content, since the clock may not change a file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newsroom.planning.draft import Draft
from newsroom.planning.views.standing import CalendarEntry, CalendarView
from newsroom.records import Campaign, Event
from newsroom.records.campaign import Milestone
from newsroom.records.values import starts

ALL = "/lich/lich.ics"


def plan_calendar(draft: Draft) -> None:
    """Plan the calendar of all events and milestones, where there is any."""
    entries = [_event(draft, event) for event in draft.site.events()]
    for campaign in draft.site.campaigns():
        entries += _milestones(draft, campaign)
    if entries:
        view = CalendarView(name=draft.site.info.name, entries=_ordered(entries))
        draft.file(ALL, "calendar", view)


def calendar_href(draft: Draft) -> str:
    """Where the calendar of all is; nothing where it would be empty, which RFC 5545 forbids."""
    campaigns = draft.site.campaigns()
    held = draft.site.events() or any(campaign.milestones for campaign in campaigns)
    return draft.places.href(ALL) if held else ""


def plan_campaign_calendar(draft: Draft, campaign: Campaign) -> None:
    """Plan a campaign's own calendar, where it has a date."""
    entries = [_event(draft, event) for event in draft.site.events_of(campaign)]
    entries += _milestones(draft, campaign)
    if entries:
        view = CalendarView(name=campaign.name, entries=_ordered(entries))
        draft.file(_address(draft, campaign), "calendar", view, source=campaign.file)


def campaign_calendar(draft: Draft, campaign: Campaign) -> str:
    """Where the campaign's calendar is; nothing where it has no date."""
    held = campaign.milestones or draft.site.events_of(campaign)
    return draft.places.href(_address(draft, campaign)) if held else ""


def _address(draft: Draft, campaign: Campaign) -> str:
    return f"{draft.site.address(campaign)}lich.ics"


def _ordered(entries: list[CalendarEntry]) -> tuple[CalendarEntry, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.stamp, entry.uid)))


def _event(draft: Draft, event: Event) -> CalendarEntry:
    return CalendarEntry(
        uid=f"event-{event.id}@{draft.places.host}",
        title=event.title,
        start=event.start,
        end=event.end,
        stamp=starts(event.start),
        venue=event.venue,
        href=draft.places.whole(draft.site.address(event)),
    )


def _milestones(draft: Draft, campaign: Campaign) -> Iterator[CalendarEntry]:
    """A milestone with an event of its own is that event, and stands there already."""
    numbers: Counter[str] = Counter()
    for milestone in campaign.milestones:
        numbers[milestone.kind] += 1
        if not milestone.event:
            yield _milestone(draft, campaign, milestone, numbers[milestone.kind])


def _milestone(
    draft: Draft, campaign: Campaign, milestone: Milestone, number: int
) -> CalendarEntry:
    name = milestone.title or draft.words(f"milestone.{milestone.kind}")
    return CalendarEntry(
        uid=f"campaign-{campaign.id}-{milestone.kind}-{number}@{draft.places.host}",
        title=f"{name}: {draft.links.to(campaign).text}",
        start=milestone.date,
        stamp=starts(milestone.date),
        href=draft.places.whole(draft.site.address(campaign)),
    )
