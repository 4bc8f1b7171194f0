from __future__ import annotations

from decimal import Decimal
from typing import Any

from newsroom.planning.views.campaigns import MilestoneView
from tests.newsroom.builders import article, campaign, event
from tests.newsroom.planning.plans import planned


def milestones(
    *given: dict[str, Any], now: str = "2020-08-01 08:00", records: tuple[Any, ...] = ()
) -> list[MilestoneView]:
    made = [{"kind": "launch"} | each for each in given]
    plan = planned(campaign("c", milestones=made), *records, now=now)
    return list(plan.view("/phong-trao/c/").milestones)


def states(*given: dict[str, Any], **options: Any) -> list[str]:
    return [milestone.state for milestone in milestones(*given, **options)]


def test_past_without_a_report_is_missed_and_the_first_to_come_is_next() -> None:
    days = ("2020-01-01", "2020-07-31", "2020-08-01", "2020-12-01")

    assert states(*({"date": day} for day in days)) == ["missed", "missed", "next", "later"]


def test_a_milestone_is_done_once_its_event_is_over() -> None:
    step = {"date": "2020-07-31", "event": "e"}

    assert states(step, records=(event("e", start="2020-07-31"),)) == ["done"]
    assert states(step, records=(event("e", start="2020-07-31", end="2020-08-02"),)) == ["missed"]


def test_a_milestone_is_done_once_an_article_reports_it() -> None:
    step = {"date": "2020-07-31", "article": "a"}

    assert states(step, records=(article("a"),)) == ["done"]
    assert states(step, records=(article("a", status="draft"),)) == ["missed"]


def test_an_article_before_its_day_does_not_make_a_milestone_done() -> None:
    step = {"date": "2020-08-02", "article": "a"}

    assert states(step, records=(article("a"),)) == ["next"]


def test_a_milestone_of_today_is_next_until_its_day_is_over() -> None:
    step = {"date": "2020-08-01"}

    assert states(step, now="2020-08-01 23:59") == ["next"]
    assert states(step, now="2020-08-02 00:00") == ["missed"]


def test_milestones_come_oldest_first_and_stand_by_their_days() -> None:
    views = milestones({"date": "2020-01-11"}, {"date": "2020-01-01"}, {"date": "2020-01-05"})

    assert [view.position for view in views] == [Decimal("0.0"), Decimal("40.0"), Decimal("100.0")]


def test_milestones_of_one_day_stand_at_the_start() -> None:
    assert [view.position for view in milestones({"date": "2020-01-01"})] == [0]


def test_lists_show_the_next_milestone_of_a_campaign() -> None:
    steps = [{"kind": "launch", "date": "2020-01-01"}, {"kind": "voting", "date": "2020-12-01"}]

    view = planned(campaign("c", milestones=steps)).view("/phong-trao/")

    assert view.groups[0].runs[0].next_milestone.kind == "voting"


def test_a_milestone_leads_to_the_articles_that_report_its_event_not_to_those_before() -> None:
    step = {"date": "2020-07-29", "event": "e"}
    news = (article("sau", event="e"), article("truoc", event="e", date="2020-07-01"))

    (view,) = milestones(step, records=(event("e"), *news))

    assert [link.text for link in view.articles] == ["Tin sau"]


def test_a_milestone_finds_the_one_event_of_its_kind_on_its_day() -> None:
    held = event("e", kind="launch", campaign="c")
    step = {"date": "2020-07-29"}

    assert milestones(step, records=(held,))[0].event.text == "Hội nghị e"  # type: ignore[union-attr] # it is there
    twice = (held, event("f", kind="launch", campaign="c"))
    assert milestones(step, records=twice)[0].event is None
