from __future__ import annotations

from datetime import datetime

from newsroom.planning.feeds import NEVER
from tests.newsroom.builders import CLOSE, article, at, bloc, campaign, link_to, site_info, unit
from tests.newsroom.planning.plans import planned


def test_a_feed_carries_the_newest_twenty_in_full() -> None:
    many = [article(f"a{n:02}", f"<p>{n}</p>", date=f"2020-06-{n:02}") for n in range(1, 26)]

    view = planned(*many).view("/feed.atom")

    assert [entry.title for entry in view.entries] == [f"Tin a{n:02}" for n in range(25, 5, -1)]
    assert view.entries[0].prose.body.parts == ("<p>25</p>",)


def test_sections_campaigns_units_and_blocs_have_feeds_of_their_own() -> None:
    made = article("a", campaigns=["c"], units=["u"], blocs=["b"])

    plan = planned(made, article("khac"), campaign("c"), unit("u"), bloc("b"), url="https://x.vn")

    for folder in ("/phong-trao/c/", "/don-vi/u/", "/khoi/b/"):
        view = plan.view(f"{folder}feed.atom")
        assert [entry.title for entry in view.entries] == ["Tin a"]
        assert (view.href, view.self_href) == (
            f"https://x.vn{folder}",
            f"https://x.vn{folder}feed.atom",
        )
        feeds = [each.href for each in plan.page(folder).head.alternates]
        assert feeds == [f"https://x.vn{folder}feed.atom"]


def test_a_feed_was_updated_when_its_newest_change_was_made() -> None:
    view = planned(
        article("a", date="2020-07-30 10:00", modified="2020-07-31 09:00"),
        article("b", date="2020-07-31 08:00"),
    ).view("/feed.atom")

    assert view.updated == at("2020-07-31 09:00")
    assert [entry.title for entry in view.entries] == ["Tin b", "Tin a"]


def test_a_correction_updates_its_entry_and_is_told_in_it() -> None:
    fixed = article(
        "a", date="2020-07-30", corrections=[{"date": "2020-07-31 07:00", "text": "Sửa số"}]
    )

    (entry,) = planned(fixed).view("/feed.atom").entries
    assert entry.updated == at("2020-07-31 07:00")
    assert [(each.date, each.text) for each in entry.corrections] == [
        (at("2020-07-31 07:00"), "Sửa số")
    ]


def test_an_empty_feed_was_never_updated() -> None:
    assert planned(unit("u")).view("/don-vi/u/feed.atom").updated == NEVER


def test_an_entry_keeps_its_id_whatever_its_date_title_or_section() -> None:
    (before,) = planned(article("a")).view("/feed.atom").entries
    (after,) = planned(article("a", date="2019-01-01", title="Khác")).view("/feed.atom").entries

    assert before.id == after.id
    assert before.href != after.href


def test_ids_differ_from_article_to_article_and_from_site_to_site() -> None:
    ids = {
        entry.id
        for url in ("https://x.vn", "https://y.vn")
        for entry in planned(article("a"), article("b"), url=url).view("/feed.atom").entries
    }

    assert len(ids) == 4


def test_entries_give_whole_addresses_and_prose_a_base_to_stand_on() -> None:
    made = article("a", "<p>", link_to("unit:u"), "U", CLOSE, "</p>")

    view = planned(made, unit("u"), url="https://x.vn/tin").view("/feed.atom")

    assert view.entries[0].href == "https://x.vn/tin/tin/2020/07/a/"
    assert (view.base, view.entries[0].prose.fills[0].href) == ("https://x.vn", "/tin/don-vi/u/")


def test_without_a_byline_the_owner_is_the_author() -> None:
    view = planned(article("a"), article("b", byline="Mẫu"), site_info(owner="Ban A")).view(
        "/feed.atom"
    )

    assert [entry.author for entry in view.entries] == ["Mẫu", "Ban A"]


def test_every_moment_of_a_feed_has_a_zone() -> None:
    (entry,) = planned(article("a")).view("/feed.atom").entries

    for moment in (entry.published, entry.updated):
        assert isinstance(moment, datetime)
        assert moment.utcoffset() is not None
