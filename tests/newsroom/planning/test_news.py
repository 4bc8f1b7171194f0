from __future__ import annotations

from datetime import date

from tests.newsroom.builders import article, page, section
from tests.newsroom.planning.plans import planned


def test_a_list_is_grouped_by_vietnams_months_newest_first() -> None:
    groups = (
        planned(
            article("a", date="2020-07-31"),
            article("b", date="2020-06-30T20:00:00+00:00"),
            article("c", date="2020-06-30"),
        )
        .view("/tin/")
        .groups
    )

    assert [(group.month, len(group.cards)) for group in groups] == [
        (date(2020, 7, 1), 2),
        (date(2020, 6, 1), 1),
    ]


def test_a_section_lists_its_own_and_leads_to_the_others() -> None:
    plan = planned(
        section("mot", name="Một", description="Việc một."),
        section("hai"),
        article("a", section="mot"),
        article("b", section="hai"),
    )

    view = plan.view("/chuyen-muc/mot/")
    assert plan.cards("/chuyen-muc/mot/") == ["Tin a"]
    assert (view.title, view.description, view.feed) == (
        "Một",
        "Việc một.",
        "/chuyen-muc/mot/feed.atom",
    )
    assert "/chuyen-muc/hai/" in [way.href for way in view.ways]
    assert "/chuyen-muc/mot/" not in [way.href for way in view.ways]


def test_genres_and_tags_are_lists_of_their_own() -> None:
    plan = planned(
        article("a", genre="exemplar", tags=["Điển hình"]), article("b", tags=["điển hình"])
    )

    assert plan.cards("/tin/the-loai/exemplar/") == ["Tin a"]
    assert plan.view("/tin/the-loai/exemplar/").title == "Điển hình tiên tiến"
    assert sorted(plan.cards("/tin/the/dien-hinh/")) == ["Tin a", "Tin b"]


def test_the_archive_leads_by_year_to_months_that_have_news() -> None:
    plan = planned(
        article("a", date="2020-07-31"),
        article("b", date="2020-01-01"),
        article("c", date="2018-12-31"),
    )

    years = plan.view("/luu-tru/").years
    assert [(year.year, [month.text for month in year.months]) for year in years] == [
        (2020, ["Tháng 7 năm 2020", "Tháng 1 năm 2020"]),
        (2018, ["Tháng 12 năm 2018"]),
    ]
    assert plan.view("/luu-tru/2018/").years == (years[1],)
    assert plan.cards("/luu-tru/2020/01/") == ["Tin b"]
    assert [crumb.href for crumb in plan.page("/luu-tru/2020/01/").crumbs] == [
        "/",
        "/luu-tru/",
        "/luu-tru/2020/",
    ]


def test_english_articles_stand_in_no_vietnamese_list() -> None:
    plan = planned(article("a"), article("e", language="en"))

    assert plan.cards("/tin/") == plan.cards("/chuyen-muc/chinh-tri/") == ["Tin a"]
    assert [card.title for card in plan.view("/en/").cards] == ["Tin e"]


def test_english_news_are_paged_as_every_list_is() -> None:
    made = (article(f"e{n:02}", date=f"2020-06-{n:02}", language="en") for n in range(1, 31))

    plan = planned(*made, page("about", language="en"))

    own, first = plan.view("/en/"), plan.view("/en/trang/1/")
    assert (len(own.cards), len(first.cards)) == (10, 20)
    assert (bool(own.pages), bool(first.pages)) == (True, False)
    assert plan.page("/en/trang/1/").crumbs[-1].href == "/en/"
    assert own.pager.older == "/en/trang/1/"


def test_a_numbered_page_says_its_number_and_stands_under_the_list() -> None:
    plan = planned(*(article(f"a{n:02}", date=f"2020-06-{n:02}") for n in range(1, 31)))

    first = plan.page("/tin/trang/1/")
    assert first.head.title == "Tin tức, trang 1"
    assert first.crumbs[-1].href == "/tin/"
    assert plan.page("/tin/").head.title == "Tin tức"
