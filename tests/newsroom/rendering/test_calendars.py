"""Calendars read back as they were planned, in any calendar program."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from icalendar import Calendar

from newsroom.planning.views.standing import CalendarEntry, CalendarView
from newsroom.rendering.calendars import calendar
from vietnamese import VIETNAM

STAMP = datetime(2020, 7, 31, 9, 54, tzinfo=VIETNAM)


def test_a_day_is_a_whole_day_that_ends_on_the_next() -> None:
    event = written(start=date(2020, 7, 29))

    assert event["DTSTART"].dt == date(2020, 7, 29)
    assert event["DTEND"].dt == date(2020, 7, 30)
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["DTEND"].params["VALUE"] == "DATE"


def test_a_span_of_days_includes_its_last() -> None:
    event = written(start=date(2020, 12, 30), end=date(2020, 12, 31))

    assert event["DTEND"].dt == date(2021, 1, 1)


def test_a_moment_is_told_in_utc_so_that_no_time_zone_need_be_sent() -> None:
    data = whole(start=datetime(2020, 7, 29, 8, 0, tzinfo=VIETNAM))

    assert b"DTSTART:20200729T010000Z\r\n" in data
    assert b"DTEND" not in data
    assert b"TZID" not in data


def test_a_moment_may_end_at_another() -> None:
    event = written(
        start=datetime(2020, 7, 29, 8, 0, tzinfo=VIETNAM),
        end=datetime(2020, 7, 29, 11, 30, tzinfo=VIETNAM),
    )

    assert event["DTEND"].dt == datetime(2020, 7, 29, 4, 30, tzinfo=UTC)


def test_a_moment_that_ends_on_a_day_lasts_to_the_end_of_it() -> None:
    event = written(start=datetime(2020, 7, 29, 8, 0, tzinfo=VIETNAM), end=date(2020, 7, 30))

    assert event["DTEND"].dt == datetime(2020, 7, 31, 0, 0, tzinfo=VIETNAM).astimezone(UTC)


def test_a_day_that_ends_at_a_moment_ends_on_that_day() -> None:
    event = written(start=date(2020, 7, 29), end=datetime(2020, 7, 30, 17, 0, tzinfo=VIETNAM))

    assert event["DTEND"].dt == date(2020, 7, 31)


def test_an_end_before_the_start_is_left_out() -> None:
    same = datetime(2020, 7, 29, 8, 0, tzinfo=VIETNAM)

    assert "DTEND" not in written(start=same, end=same)


def test_the_stamp_comes_from_the_content() -> None:
    assert written(start=date(2020, 7, 29))["DTSTAMP"].dt == STAMP.astimezone(UTC)
    assert whole(start=date(2020, 7, 29)) == whole(start=date(2020, 7, 29))


def test_words_and_place_come_through_whole() -> None:
    event = written(
        start=date(2020, 7, 29),
        title="Hội nghị sơ kết; 6 tháng, năm 2020",
        venue="Nhà khách Tỉnh ủy",
        href="https://example.vn/lich/x/",
    )

    assert event["SUMMARY"] == "Hội nghị sơ kết; 6 tháng, năm 2020"
    assert event["LOCATION"] == "Nhà khách Tỉnh ủy"
    assert event["URL"] == "https://example.vn/lich/x/"
    assert event["UID"] == "x@example.vn"


def test_a_title_cannot_add_lines_of_its_own() -> None:
    event = written(start=date(2020, 7, 29), title="a\r\nATTACH:file:///etc/passwd")

    assert "ATTACH" not in event
    assert "ATTACH" in event["SUMMARY"]


def test_lines_are_folded_at_75_octets_and_end_as_the_standard_says() -> None:
    data = whole(start=date(2020, 7, 29), title="Đại hội thi đua yêu nước " * 10)

    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_a_calendar_has_its_name_and_may_be_empty() -> None:
    read = Calendar.from_ical(calendar(CalendarView(name="Lịch phong trào", entries=())))

    assert read["NAME"] == "Lịch phong trào"
    assert read["VERSION"] == "2.0"
    assert read["PRODID"]
    assert list(read.walk("VEVENT")) == []


def written(
    start: date | datetime,
    end: date | datetime | None = None,
    title: str = "Hội nghị",
    venue: str = "",
    href: str = "",
) -> Any:
    """One entry, written and read back: an icalendar Event."""
    (event,) = Calendar.from_ical(whole(start, end, title, venue, href)).walk("VEVENT")
    return event


def whole(
    start: date | datetime,
    end: date | datetime | None = None,
    title: str = "Hội nghị",
    venue: str = "",
    href: str = "",
) -> bytes:
    """The calendar of one entry."""
    entry = CalendarEntry(
        uid="x@example.vn", title=title, start=start, end=end, stamp=STAMP, venue=venue, href=href
    )
    return calendar(CalendarView(name="Lịch", entries=(entry,)))
