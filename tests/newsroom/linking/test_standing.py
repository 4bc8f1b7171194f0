from __future__ import annotations

from tests.newsroom.builders import article, page, section, site, unit


def test_sections_come_by_order_then_in_vietnamese_order() -> None:
    made = site(
        section("chinh-tri", order=2),
        section("a", name="Đời sống", order=1),
        section("b", name="Dân vận", order=1),
    )

    assert [one.id for one in made.sections()] == ["b", "a", "chinh-tri"]


def test_pages_of_a_language_come_by_order_then_in_vietnamese_order() -> None:
    made = site(
        page("a", title="Điều khoản"),
        page("b", title="Diễn đàn"),
        page("c", title="An", order=1),
        page("about", language="en"),
    )

    assert [one.id for one in made.pages()] == ["b", "a", "c"]
    assert [one.id for one in made.pages("en")] == ["about"]


def test_aliases_lead_to_what_has_a_page() -> None:
    withdrawal = {"date": "2020-08-01"}
    made = site(
        article("x", aliases=["/cu/x", "/cu/x.html"]),
        article("draft", status="draft", aliases=["/cu/draft"]),
        article("gone", status="withdrawn", withdrawal=withdrawal, aliases=["/cu/gone"]),
        article("past", expires="2020-07-31", aliases=["/cu/past"]),
        unit("u", aliases=["/co-quan/u/"]),
    )

    assert {alias: record.id for alias, record in made.aliases().items()} == {
        "/co-quan/u/": "u",
        "/cu/gone/": "gone",
        "/cu/past/": "past",
        "/cu/x.html": "x",
        "/cu/x/": "x",
    }
