from __future__ import annotations

from datetime import date

from tests.newsroom.builders import article, at, page, unit
from tests.newsroom.planning.plans import Plan, planned


def entries(plan: Plan, address: str) -> dict[str, object]:
    return {entry.href: entry.changed for entry in plan.view(address).entries}


def test_articles_are_mapped_by_month_with_the_day_they_changed() -> None:
    plan = planned(
        article("a", modified="2020-07-31 10:00"),
        article("e", date="2020-07-30", language="en"),
        article("cu", date="2020-06-01"),
        url="https://x.vn",
    )

    assert entries(plan, "/sitemap-2020-07.xml") == {
        "https://x.vn/en/tin/2020/07/e/": date(2020, 7, 30),
        "https://x.vn/tin/2020/07/a/": at("2020-07-31 10:00"),
    }
    assert entries(plan, "/sitemap-2020-06.xml") == {
        "https://x.vn/tin/2020/06/cu/": date(2020, 6, 1)
    }


def test_the_index_names_every_part_and_its_last_change() -> None:
    plan = planned(article("a"), article("b", date="2020-07-01"), url="https://x.vn")

    assert entries(plan, "/sitemap.xml") == {
        "https://x.vn/sitemap-2020-07.xml": date(2020, 7, 31),
        "https://x.vn/sitemap-pages.xml": None,
    }


def test_all_other_pages_are_mapped_without_a_day() -> None:
    plan = planned(unit("u"), page("gioi-thieu"), url="https://x.vn")

    mapped = entries(plan, "/sitemap-pages.xml")
    assert {"https://x.vn/", "https://x.vn/don-vi/u/", "https://x.vn/gioi-thieu/"} <= set(mapped)
    assert set(mapped.values()) == {None}


def test_numbered_pages_redirects_and_the_missing_page_are_not_mapped() -> None:
    many = [article(f"a{n:02}", date=f"2020-06-{n:02}") for n in range(1, 31)]

    plan = planned(*many, unit("u", aliases=["/cu/"]), url="https://x.vn")

    mapped = entries(plan, "/sitemap-pages.xml")
    assert "/tin/trang/1/" in plan
    assert not [href for href in mapped if "/trang/" in href or "404" in href or "/cu/" in href]


def test_a_new_article_leaves_the_maps_of_other_months_as_they_are() -> None:
    before = planned(article("cu", date="2020-06-01"))
    after = planned(article("cu", date="2020-06-01"), article("a"))

    assert before.output("/sitemap-2020-06.xml") == after.output("/sitemap-2020-06.xml")
