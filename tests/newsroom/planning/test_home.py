from __future__ import annotations

from typing import Any

from newsroom.planning.views.news import HomeView
from tests.newsroom.builders import article, campaign, document, event, section
from tests.newsroom.planning.plans import planned, titles


def home(*things: Any) -> HomeView:
    view = planned(*things).view("/")
    assert isinstance(view, HomeView)
    return view


def news(count: int, **values: Any) -> list[Any]:
    return [article(f"a{n:02}", date=f"2020-06-{n:02}", **values) for n in range(1, count + 1)]


def lead(view: HomeView) -> str:
    assert view.lead is not None
    return view.lead.title


def test_the_newest_article_leads_with_four_beside_it() -> None:
    view = home(*news(9))

    assert lead(view) == "Tin a09"
    assert titles(view.seconds) == ["Tin a08", "Tin a07", "Tin a06", "Tin a05"]


def test_a_featured_article_leads_while_it_is_new() -> None:
    view = home(*news(9), article("hay", date="2020-05-31", featured=True))

    assert lead(view) == "Tin hay"
    assert titles(view.seconds) == ["Tin a09", "Tin a08", "Tin a07", "Tin a06"]
    assert lead(home(*news(25), article("cu", date="2020-05-31", featured=True))) == "Tin a25"


def test_coming_events_come_before_past_ones() -> None:
    past, coming = event("qua", start="2020-07-01"), event("toi", start="2020-09-01")

    assert [card.title for card in home(past, coming).events] == ["Hội nghị toi"]
    assert home(past, coming).events_are_past is False
    assert [card.title for card in home(past).events] == ["Hội nghị qua"]
    assert home(past).events_are_past is True
    assert home().events_are_past is False


def test_running_campaigns_come_first_then_coming_then_undated_ones() -> None:
    view = home(
        campaign("toi", start="2020-09-01"),
        campaign("chay", start="2020-01-01"),
        campaign("khong-ngay"),
        campaign("het", end="2020-01-01"),
    )

    assert [run.state for run in view.campaigns] == ["ongoing", "upcoming", "undated"]


def test_where_none_runs_the_last_that_ended_is_shown() -> None:
    view = home(campaign("a", end="2019-12-31"), campaign("b", end="2020-06-30"))

    assert [run.name for run in view.campaigns] == ["Phong trào b"]


def test_each_section_with_news_shows_its_newest_four_below_those_at_the_top() -> None:
    view = home(
        section("chinh-tri", name="Chính trị", order=1), section("trong", order=2), *news(9)
    )

    (brief,) = view.sections
    assert brief.section.text == "Chính trị"
    assert titles(view.seconds) == ["Tin a08", "Tin a07", "Tin a06", "Tin a05"]
    assert titles(brief.cards) == ["Tin a04", "Tin a03", "Tin a02", "Tin a01"]


def test_a_section_whose_news_is_all_at_the_top_shows_it_again() -> None:
    (brief,) = home(section("chinh-tri", name="Chính trị"), *news(2)).sections

    assert titles(brief.cards) == ["Tin a02", "Tin a01"]


def test_the_newest_documents_are_shown() -> None:
    view = home(*(document(f"d{n}", issued=f"2014-04-0{n}") for n in range(1, 8)))

    assert [card.href for card in view.documents] == [f"/van-ban/d{n}/" for n in range(7, 2, -1)]


def test_an_empty_site_has_a_front_page() -> None:
    view = home()

    assert view.lead is None
    assert [view.seconds, view.events, view.campaigns, view.sections] == [(), (), (), ()]
