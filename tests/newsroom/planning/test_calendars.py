from __future__ import annotations

from datetime import date

from tests.newsroom.builders import at, campaign, event
from tests.newsroom.planning.plans import planned

STEPS = [
    {"kind": "launch", "date": "2020-01-15"},
    {"kind": "interim_review", "date": "2020-07-29", "event": "e"},
    {"kind": "interim_review", "date": "2020-12-29", "title": "Sơ kết năm"},
]


def test_one_calendar_holds_every_event_and_milestone_once() -> None:
    plan = planned(
        campaign("c", name="Đúng hẹn", milestones=STEPS),
        event("e", campaign="c", start="2020-07-29 14:00", venue="Nhà khách"),
        event("khac", start="2020-09-01"),
        url="https://x.vn",
    )

    entries = plan.view("/lich/lich.ics").entries
    assert [(entry.uid, entry.title) for entry in entries] == [
        ("campaign-c-launch-1@x.vn", "Phát động: Đúng hẹn"),
        ("event-e@x.vn", "Hội nghị e"),
        ("event-khac@x.vn", "Hội nghị khac"),
        ("campaign-c-interim_review-2@x.vn", "Sơ kết năm: Đúng hẹn"),
    ]
    assert (entries[1].start, entries[1].venue) == (at("2020-07-29 14:00"), "Nhà khách")
    assert entries[0].start == date(2020, 1, 15)
    assert entries[0].href == "https://x.vn/phong-trao/c/"


def test_a_campaigns_calendar_holds_its_own() -> None:
    plan = planned(campaign("c", milestones=STEPS), event("e", campaign="c"), event("khac"))

    entries = plan.view("/phong-trao/c/lich.ics").entries
    assert [entry.start for entry in entries] == [
        date(2020, 1, 15),
        date(2020, 7, 29),
        date(2020, 12, 29),
    ]
    assert plan.view("/phong-trao/c/").calendar == "/phong-trao/c/lich.ics"


def test_a_calendar_without_dates_is_not_made() -> None:
    plan = planned(campaign("c"))

    assert "/phong-trao/c/lich.ics" not in plan
    assert plan.view("/phong-trao/c/").calendar == ""
    assert plan.view("/lich/").calendar == ""


def test_stamps_come_from_the_content_not_the_clock() -> None:
    one = planned(event("e"), now="2020-08-01 08:00").output("/lich/lich.ics")
    other = planned(event("e"), now="2021-08-01 08:00").output("/lich/lich.ics")

    assert one == other
