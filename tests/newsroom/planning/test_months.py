from __future__ import annotations

from tests.newsroom.builders import campaign, event
from tests.newsroom.planning.plans import planned


def test_a_month_holds_its_events_and_milestones_from_its_first_day() -> None:
    plan = planned(
        event("muon", start="2020-07-29"),
        event("som", start="2020-07-02"),
        campaign("c", milestones=[{"kind": "voting", "date": "2020-07-15"}]),
    )

    month = plan.view("/lich/thang/2020-07/")
    assert [card.title for card in month.cards] == [
        "Hội nghị som",
        "Bình xét thi đua",
        "Hội nghị muon",
    ]
    assert month.cards[1].href == "/phong-trao/c/#cac-moc"


def test_an_event_that_runs_into_the_next_month_stands_in_both() -> None:
    plan = planned(event("e", start="2020-01-31", end="2020-03-01"))

    for month in ("2020-01", "2020-02", "2020-03"):
        assert len(plan.view(f"/lich/thang/{month}/").cards) == 1
    assert plan.view("/lich/thang/2020-02/").after.href == "/lich/thang/2020-03/"
    assert plan.view("/lich/thang/2020-01/").before is None


def test_a_milestone_with_an_event_stands_once() -> None:
    step = {"kind": "launch", "date": "2020-07-29", "event": "e"}
    plan = planned(event("e"), campaign("c", milestones=[step]))

    assert len(plan.view("/lich/thang/2020-07/").cards) == 1


def test_the_calendar_leads_to_every_month_newest_year_first() -> None:
    plan = planned(event("a", start="2019-12-01"), event("b"), event("c", start="2020-03-01"))

    months = plan.view("/lich/").months
    assert [(group.title, len(group.links)) for group in months] == [("2020", 2), ("2019", 1)]
