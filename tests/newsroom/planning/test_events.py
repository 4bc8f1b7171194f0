from __future__ import annotations

from tests.newsroom.builders import article, event
from tests.newsroom.planning.plans import planned, titles


def test_what_is_coming_stands_apart_soonest_first() -> None:
    view = planned(
        event("xa", start="2020-10-01"),
        event("gan", start="2020-09-01"),
        event("qua", start="2020-07-01"),
        event("dang", start="2020-07-31", end="2020-08-01"),
    ).view("/lich/")

    assert [card.title for card in view.coming] == ["Hội nghị dang", "Hội nghị gan", "Hội nghị xa"]
    assert [card.title for card in view.cards] == ["Hội nghị qua"]


def test_a_numbered_page_of_events_shows_only_what_is_past() -> None:
    past = [event(f"e{n:02}", start=f"2020-06-{n:02}") for n in range(1, 31)]

    plan = planned(*past, event("toi", start="2020-09-01"))

    assert plan.view("/lich/trang/1/").coming == ()
    assert len(plan.view("/lich/trang/1/").cards) == 20
    assert len(plan.view("/lich/").cards) == 10


def test_an_event_shows_who_chaired_it_and_the_news_that_report_it() -> None:
    chaired = event("e", chair=[{"name": "Nguyễn Văn Mẫu", "roles": ["Trưởng khối", "Giám đốc"]}])

    view = planned(chaired, article("a", event="e")).view("/lich/e/")

    assert [(link.text, link.note) for link in view.chair] == [
        ("Nguyễn Văn Mẫu", "Trưởng khối, Giám đốc")
    ]
    assert titles(view.articles) == ["Tin a"]
