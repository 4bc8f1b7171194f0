"""Calendars: days and spans in, an iCalendar file (RFC 5545) out."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from newsroom.planning.views.standing import CalendarEntry, CalendarView

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//Tin Thi Dua//Lich//VI"


def calendar(view: CalendarView) -> bytes:
    """The calendar in UTF-8, lines folded and ended as the standard has them.

    Every entry has its UID and a DTSTAMP from the content, so the clock never changes the file.
    """
    from icalendar import Calendar

    whole = Calendar()
    whole.add("prodid", PRODUCT)
    whole.add("version", "2.0")
    whole.add("calscale", "GREGORIAN")
    whole.add("name", view.name)  # RFC 7986
    whole.add("x-wr-calname", view.name)  # what programs older than that read
    for entry in view.entries:
        whole.add_component(_event(entry))
    spelled: bytes = whole.to_ical(sorted=False)
    return spelled


def _event(entry: CalendarEntry) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", entry.stamp.astimezone(UTC))
    event.add("dtstart", _moment(entry.start))
    end = _end(entry)
    if end is not None:
        event.add("dtend", end)
    event.add("summary", entry.title)
    if entry.venue:
        event.add("location", entry.venue)
    if entry.href:
        event.add("url", entry.href)
    return event


def _end(entry: CalendarEntry) -> date | datetime | None:
    """DTEND is exclusive and of DTSTART's own type (RFC 5545, 3.6.1), so a day ends on the next;
    a moment that ends on a day without a time lasts to the end of that day, in its own zone."""
    start, end = entry.start, entry.end
    if not isinstance(start, datetime):
        last = max(_day(end, start), start)
        return last + timedelta(days=1)
    if end is None:
        return None
    if not isinstance(end, datetime):
        midnight = datetime(end.year, end.month, end.day, tzinfo=start.tzinfo)
        end = midnight + timedelta(days=1)
    return _moment(end) if end > start else None


def _day(value: date | datetime | None, otherwise: date) -> date:
    if value is None:
        return otherwise
    return value.date() if isinstance(value, datetime) else value


def _moment(value: date | datetime) -> date | datetime:
    """In UTC, which needs no VTIMEZONE; a day stays a day."""
    return value.astimezone(UTC) if isinstance(value, datetime) else value
