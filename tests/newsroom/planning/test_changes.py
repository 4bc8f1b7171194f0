"""What a change in content changes in the plan: a handful of outputs, and never a full page."""

from __future__ import annotations

from typing import Any

from newsroom.planning.output import digest_of
from tests.newsroom.builders import (
    CLOSE,
    article,
    award,
    bloc,
    campaign,
    document,
    link_to,
    page,
    section,
    unit,
)
from tests.newsroom.planning.plans import Plan, planned

REGISTER = (
    section("chinh-tri"),
    section("kinh-te"),
    campaign("c"),
    campaign("khac"),
    unit("u"),
    unit("v"),
    bloc("b"),
    document("d"),
)


def news(count: int) -> list[Any]:
    return [
        article(
            f"a{n:03}",
            f"<p>Tin {n}</p>",
            date=f"20{10 + n // 28}-{n % 12 + 1:02}-{n % 28 + 1:02}",
            section="kinh-te" if n % 2 else "chinh-tri",
            campaigns=["khac"] if n % 3 else ["c"],
            units=["v"] if n % 4 else ["u"],
        )
        for n in range(count)
    ]


def changed(before: Plan, after: Plan) -> set[str]:
    """The addresses whose output is new, gone, or shows something else."""
    old = {path: digest_of(out.view) for path, out in before.outputs.items()}
    new = {path: digest_of(out.view) for path, out in after.outputs.items()}
    every = old.keys() | new.keys()
    differing = {path for path in every if old.get(path) != new.get(path)}
    return {"/" + path.removesuffix("index.html") for path in differing}


def test_a_new_article_changes_a_handful_of_old_outputs() -> None:
    old = news(200)
    new = article("moi", date="2020-07-31", section="chinh-tri", campaigns=["c"], units=["u"])

    before, after = planned(*REGISTER, *old), planned(*REGISTER, *old, new)

    in_section = before.view("/chuyen-muc/chinh-tri/").groups[0].cards[0].href
    assert changed(before, after) == {
        "/",
        "/tin/",
        "/tin/2020/07/moi/",
        in_section,
        "/chuyen-muc/chinh-tri/",
        "/chuyen-muc/chinh-tri/feed.atom",
        "/don-vi/u/",
        "/don-vi/u/feed.atom",
        "/don-vi/u/tin/",
        "/du-lieu/",
        "/du-lieu/article-2020.csv",
        "/du-lieu/article-2020.json",
        "/du-lieu/article.csv",
        "/du-lieu/article.json",
        "/feed.atom",
        "/luu-tru/",
        "/luu-tru/2020/",
        "/luu-tru/2020/07/",
        "/phong-trao/c/",
        "/phong-trao/c/feed.atom",
        "/phong-trao/c/tin/",
        "/sitemap-2020-07.xml",
        "/sitemap-pages.xml",
        "/sitemap.xml",
        "/so-do-trang/",
        "/tim-kiem/",
        "/tin/the-loai/news/",
    }


def test_another_article_of_a_known_month_leaves_archive_ways_and_maps_of_pages() -> None:
    old = [*news(200), article("truoc", date="2020-07-30")]

    touched = changed(
        planned(*REGISTER, *old), planned(*REGISTER, *old, article("moi", date="2020-07-31"))
    )

    for address in ("/luu-tru/", "/so-do-trang/", "/tim-kiem/", "/du-lieu/", "/sitemap-pages.xml"):
        assert address not in touched


def test_an_edit_inside_an_old_body_changes_its_page_alone() -> None:
    old = news(200)
    edited = [article("a050", "<p>Khác</p>", **_as_before(old[50])), *old[:50], *old[51:]]

    before, after = planned(*REGISTER, *old), planned(*REGISTER, *edited)

    assert changed(before, after) == {address(old[50])}


def test_an_edit_inside_a_new_body_changes_its_page_and_the_feeds_that_carry_it() -> None:
    old = news(200)
    edited = [article("a199", "<p>Khác</p>", **_as_before(old[199])), *old[:199]]

    before, after = planned(*REGISTER, *old), planned(*REGISTER, *edited)

    assert changed(before, after) == {
        address(old[199]),
        "/feed.atom",
        "/chuyen-muc/kinh-te/feed.atom",
        "/don-vi/v/feed.atom",
        "/phong-trao/khac/feed.atom",
    }


def test_a_figure_of_a_campaign_changes_the_pages_that_show_it() -> None:
    figure = {"date": "2020-06-30", "value": 90}
    target = {"label": "Đúng hẹn", "value": 98, "unit": "%"}
    old = news(200)

    before = planned(*REGISTER[:2], *REGISTER[3:], campaign("c", targets=[target]), *old)
    after = planned(
        *REGISTER[:2],
        *REGISTER[3:],
        campaign("c", targets=[target | {"progress": [figure]}]),
        *old,
    )

    assert changed(before, after) == {
        "/",
        "/phong-trao/",
        "/phong-trao/c/",
        "/phong-trao/c/so-lieu.csv",
        "/du-lieu/campaign.csv",
        "/du-lieu/campaign.json",
        "/du-lieu/target.csv",
        "/du-lieu/target.json",
    }


def test_an_older_figure_changes_the_campaign_and_leaves_every_list_of_campaigns() -> None:
    def campaign_with(older: int) -> Any:
        figures = [{"date": "2020-03-31", "value": older}, {"date": "2020-06-30", "value": 90}]
        target = {"label": "Đúng hẹn", "value": 98, "unit": "%", "progress": figures}
        return campaign("c", targets=[target], units=["u"])

    before = planned(*REGISTER[:2], *REGISTER[3:], campaign_with(80))
    after = planned(*REGISTER[:2], *REGISTER[3:], campaign_with(81))

    assert changed(before, after) == {
        "/phong-trao/c/",
        "/phong-trao/c/so-lieu.csv",
        "/du-lieu/campaign.csv",
        "/du-lieu/campaign.json",
        "/du-lieu/target.csv",
        "/du-lieu/target.json",
    }


def test_a_merger_changes_the_two_units_their_news_and_what_lists_them() -> None:
    told = article("tin", date="2020-01-05", units=["u"])
    others = (*REGISTER[:4], *REGISTER[6:], told)

    before = planned(*others, unit("u"), unit("v"))
    after = planned(*others, unit("u", ended="2020-06-30", successors=["v"]), unit("v"))

    assert changed(before, after) == {
        "/don-vi/",
        "/don-vi/u/",
        "/don-vi/v/",
        "/don-vi/v/feed.atom",
        "/don-vi/v/tin/",
        "/du-lieu/unit.csv",
        "/du-lieu/unit.json",
        "/sitemap-pages.xml",
    }


def test_a_revocation_changes_every_page_that_shows_or_cites_the_award_and_no_other() -> None:
    cited = ("<p>", link_to("award:a"), "Bằng khen", CLOSE, "</p>")
    told, untold = article("tin", *cited), article("khac", date="2020-07-30")
    others = (*REGISTER, told, untold, page("gioi-thieu", *cited))
    given = {"recipient": {"type": "collective", "unit": "u"}, "campaign": "c", "decision": "d"}
    kept = {"level": "Tỉnh", **given}

    before = planned(*others, award("a", **kept))
    after = planned(*others, award("a", revoked={"date": "2020-07-31"}, **kept))

    assert changed(before, after) == {
        "/chuyen-muc/chinh-tri/feed.atom",
        "/don-vi/u/",
        "/du-lieu/award-2020.csv",
        "/du-lieu/award-2020.json",
        "/du-lieu/award.csv",
        "/du-lieu/award.json",
        "/feed.atom",
        "/gioi-thieu/",
        "/khen-thuong/",
        "/khen-thuong/2020/",
        "/khen-thuong/cap/tinh/",
        "/khen-thuong/don-vi/u/",
        "/khen-thuong/phong-trao/c/",
        "/khen-thuong/loai/certificate-merit/",
        "/phong-trao/c/",
        "/tin/2020/07/tin/",
        "/van-ban/d/",
    }


def test_a_day_that_passes_without_a_date_of_its_own_changes_nothing() -> None:
    things = (*REGISTER, *news(50))

    before = planned(*things, now="2020-08-01 08:00")
    assert changed(before, planned(*things, now="2020-09-15 20:00")) == set()


def address(record: Any) -> str:
    return f"/tin/{record.date.isoformat()[:7].replace('-', '/')}/{record.id}/"


def _as_before(record: Any) -> dict[str, Any]:
    kept = ("title", "date", "section", "campaigns", "units")
    return {name: getattr(record, name) for name in kept}
