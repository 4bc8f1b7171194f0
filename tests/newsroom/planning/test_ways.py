from __future__ import annotations

from newsroom.planning.views.search import SearchView
from newsroom.planning.views.standing import WaysView
from tests.newsroom.builders import article, bloc, campaign, event, page, unit
from tests.newsroom.planning.plans import Plan, planned


def ways(plan: Plan, address: str) -> dict[str, list[str]]:
    view = plan.view(address)
    assert isinstance(view, WaysView | SearchView)
    return {group.title: [link.href for link in group.links] for group in view.groups}


def test_searching_without_scripts_goes_by_lists() -> None:
    plan = planned(article("a"), campaign("c"), unit("u"), bloc("b"))

    assert ways(plan, "/tim-kiem/") == {
        "Chuyên mục": ["/chuyen-muc/chinh-tri/"],
        "Phong trào thi đua": ["/phong-trao/c/"],
        "Cơ quan, đơn vị": ["/don-vi/u/"],
        "Khối, cụm thi đua": ["/khoi/b/"],
        "Lưu trữ": ["/luu-tru/2020/"],
    }


def test_many_units_are_searched_by_letter() -> None:
    plan = planned(*(unit(f"u{n}", name=f"An {n}") for n in range(201)))

    assert ways(plan, "/tim-kiem/")["Cơ quan, đơn vị"] == ["/don-vi/van/a/"]


def test_the_site_map_names_every_part_and_page() -> None:
    plan = planned(page("gioi-thieu"), page("about", language="en"))

    groups = ways(plan, "/so-do-trang/")
    assert "/du-lieu/" in groups["Toàn trang"]
    assert groups["Trang thông tin"] == ["/gioi-thieu/"]
    assert groups["English"] == ["/en/about/"]


def test_the_feeds_page_names_every_feed_and_calendar() -> None:
    plan = planned(unit("u"), campaign("c"), event("e", campaign="c"))

    named = {href for group in ways(plan, "/nguon-tin/").values() for href in group}
    made = {f"/{path}" for path in plan.outputs if path.endswith((".atom", ".ics"))}
    assert named == made


def test_a_missing_page_shows_ways_on_and_is_not_found_by_searching() -> None:
    plan = planned()

    assert plan.page("/404.html").head.robots == "noindex"
    assert "/tim-kiem/" in ways(plan, "/404.html")["Về trang chủ"]


def test_a_new_article_of_a_known_year_changes_none_of_them() -> None:
    before = planned(article("a"))
    after = planned(article("a"), article("b"))

    for address in ("/tim-kiem/", "/so-do-trang/", "/nguon-tin/", "/404.html"):
        assert before.output(address) == after.output(address)
