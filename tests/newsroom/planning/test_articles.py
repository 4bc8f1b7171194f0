from __future__ import annotations

from datetime import date

import pytest

from newsroom.planning.articles import repeats
from newsroom.planning.views.news import ArticleView, WithdrawnView
from tests.newsroom.builders import (
    CLOSE,
    article,
    award,
    bloc,
    campaign,
    document,
    event,
    link_to,
    page,
    unit,
)
from tests.newsroom.planning.plans import planned

A = "/tin/2020/07/a/"


@pytest.mark.parametrize(
    ("summary", "text", "repeated"),
    [
        ("", "Ngày 29/7, hội nghị.", False),
        ("Ngày 29/7, hội nghị", "Ngày 29/7, hội nghị đã họp.", True),
        ("Ngày 29/7, hội nghị…", "Ngày 29/7, hội nghị đã họp.", True),
        ("NGÀY 29/7: hội nghị.", "Ngày 29/7, hội nghị đã họp.", True),
        ("Ngày 29/7, hoà bình…", "Ngày 29/7, hòa bình lập lại.", True),
        ("Ngày 29/7, hội ngh", "Ngày 29/7, hội nghị đã họp.", False),
        ("Ngày 29/7, đại hội.", "Ngày 29/7, hội nghị đã họp.", False),
        ("Một đoạn. Hai đoạn.", "Một đoạn.\nHai đoạn.", False),
        ("Sơ kết.", "Hội nghị sơ kết.", False),
    ],
)
def test_the_page_knows_when_the_body_opens_with_the_sapo(
    summary: str, text: str, *, repeated: bool
) -> None:
    assert repeats(summary, text) is repeated


def test_an_articles_units_stand_under_the_names_they_bore_that_day() -> None:
    renamed = unit("u", name="Sở A", former_names=[{"name": "Ty A", "until": "2020-08-01"}])

    (link,) = planned(article("a", units=["u"]), renamed).view(A).units

    assert (link.text, link.note, link.href) == ("Sở A", "Ty A", "/don-vi/u/")


def test_a_unit_that_kept_its_name_has_no_note() -> None:
    renamed = unit("u", name="Sở A", former_names=[{"name": "Ty A", "until": "2020-01-01"}])

    (link,) = planned(article("a", units=["u"]), renamed).view(A).units

    assert link.note == ""


def test_an_article_shows_all_that_it_refers_to() -> None:
    made = article(
        "a",
        campaigns=["c"],
        blocs=["b"],
        documents=["d"],
        event="e",
        source={"name": "Báo tỉnh", "url": "https://bao.example"},
        period="2020-H1",
        tasks={"total": 7},
        tags=["Thi đua"],
    )

    view = planned(
        made,
        campaign("c", short_name="Đợt", start="2020-01-01"),
        bloc("b"),
        document("d"),
        event("e"),
    ).view(A)

    assert [(link.text, link.note) for link in view.campaigns] == [("Đợt", "ongoing")]
    assert view.blocs[0].href == "/khoi/b/"
    assert view.documents[0].href == "/van-ban/d/"
    assert view.event.href == "/lich/e/"
    assert view.source.href == "https://bao.example"
    assert view.period == "6 tháng đầu năm 2020"
    assert (view.tasks_total, view.tasks) == (7, ())
    assert view.tags[0].href == "/tin/the/thi-dua/"


def test_neighbours_and_related_are_cards() -> None:
    plan = planned(
        article("a", campaigns=["c"]),
        article("cu", date="2020-07-30", campaigns=["c"]),
        article("moi", date="2020-08-01"),
        campaign("c"),
    )

    view = plan.view(A)
    assert (view.newer.title, view.older.title) == ("Tin moi", "Tin cu")
    assert [card.title for card in view.related] == ["Tin cu"]


def test_an_award_that_the_body_cites_says_that_it_was_revoked() -> None:
    cited = award("w", revoked={"date": "2020-07-15", "reason": "Hồ sơ sai"})

    plan = planned(article("a", "<p>", link_to("award:w"), "bằng", CLOSE, "</p>"), cited)

    (card,) = plan.view(A).awards
    assert (card.revoked_on, card.revoked_reason) == (date(2020, 7, 15), "Hồ sơ sai")


def test_a_withdrawn_article_leaves_a_stub_that_gives_nothing_away() -> None:
    gone = article(
        "a",
        title="Bí mật",
        status="withdrawn",
        withdrawal={"date": "2020-07-31", "reason": "Số liệu sai"},
    )

    plan = planned(gone)

    page = plan.page(A)
    assert isinstance(page.view, WithdrawnView)
    assert page.view.reason == "Số liệu sai"
    assert page.head.robots == "noindex"
    assert not [path for path, out in plan.outputs.items() if "Bí mật" in repr(out.view)]


def test_an_expired_article_stays_with_a_notice_and_leaves_every_list() -> None:
    plan = planned(article("a", expires="2020-07-31", tags=["x"]))

    page = plan.page(A)
    assert isinstance(page.view, ArticleView)
    assert page.view.expired_on == date(2020, 7, 31)
    assert page.head.robots == "noindex"
    assert page.view.tags[0].href == ""
    assert plan.cards("/tin/") == []
    assert plan.view("/feed.atom").entries == ()


@pytest.mark.parametrize("hidden", [{"status": "draft"}, {"date": "2020-08-02"}])
def test_a_hidden_article_has_no_output_but_in_a_preview(hidden: dict[str, str]) -> None:
    made = article("a", **hidden)
    address = f"/tin/{hidden.get('date', '2020-07')[:7].replace('-', '/')}/a/"

    assert address not in planned(made)
    preview = planned(made, preview=True)
    assert preview.view(address).preview in ("draft", "embargoed")
    assert preview.page(address).head.robots == "noindex"


def test_an_article_and_its_english_counterpart_name_each_other() -> None:
    plan = planned(
        article("a", counterpart="b"),
        article("b", language="en", counterpart="a"),
        url="https://x.vn",
    )

    both = {"vi": "https://x.vn/tin/2020/07/a/", "en": "https://x.vn/en/tin/2020/07/b/"}
    for address in (A, "/en/tin/2020/07/b/"):
        alternates = plan.page(address).head.alternates
        assert {each.hreflang: each.href for each in alternates} == both


def test_a_counterpart_that_may_not_be_read_is_not_named() -> None:
    plan = planned(article("a", counterpart="b"), article("b", language="en", status="draft"))

    assert plan.page(A).head.alternates == ()


def test_an_articles_head_says_when_it_was_last_put_right() -> None:
    made = article(
        "a", modified="2020-07-31 10:00", corrections=[{"date": "2020-08-01", "text": "Sửa số"}]
    )

    page = planned(made).page(A)
    assert page.head.modified == date(2020, 8, 1)
    assert isinstance(page.view, ArticleView)
    assert [note.text for note in page.view.corrections] == ["Sửa số"]


def test_chrome_holds_nothing_of_articles() -> None:
    before = planned(article("a"), page("gioi-thieu")).page(A)
    after = planned(article("a"), article("b", section="chinh-tri"), page("gioi-thieu")).page(A)

    assert before.chrome == after.chrome
