from __future__ import annotations

from tests.newsroom.builders import (
    article,
    award,
    bloc,
    campaign,
    document,
    event,
    link_to,
    linked,
    section,
    site_info,
    unit,
)
from tests.newsroom.linking.told import told


def test_a_record_with_an_error_is_absent_and_the_rest_stands() -> None:
    site = linked(article("bad", units=["dead"]), article("good"), keep_going=True).site

    assert [one.id for one in site.articles()] == ["good"]


def test_a_warning_leaves_its_record_in() -> None:
    site = linked(article("x", link_to("article:y")), article("y", status="draft")).site

    assert [one.id for one in site.articles()] == ["x"]


def test_what_names_an_absent_record_does_without_it() -> None:
    broken = {("unit", "u"): (), ("event", "e"): ()}
    site = linked(article("x", units=["u"], event="e"), keep_going=True, broken=broken).site

    assert site.articles()[0].units == ()
    assert site.articles()[0].event is None


def test_what_cannot_stand_without_an_absent_record_goes_too_and_so_on() -> None:
    site = linked(
        article("x", section="khac"),
        campaign("c", milestones=[{"kind": "launch", "date": "2020-01-01", "article": "x"}]),
        keep_going=True,
        broken={("section", "khac"): ()},
    ).site

    assert site.articles() == ()
    assert site.records.campaign["c"].milestones[0].article is None


def test_what_goes_with_a_broken_record_is_named() -> None:
    broken = {("section", "khac"): (), ("unit", "u"): ()}
    things = (
        article("x", section="khac", units=["u"]),
        article("y", counterpart="x", language="en"),
    )

    assert told(*things, keep_going=True, broken=broken) == [
        ("articles/x.md", "W224", ("section",))
    ]
    assert told(*things, broken=broken) == []


def test_articles_that_name_each_other_lose_what_went_later() -> None:
    site = linked(
        article("a", counterpart="z", language="en"),
        article("z", section="khac"),
        keep_going=True,
        broken={("section", "khac"): ()},
    ).site

    assert [(one.id, one.counterpart) for one in site.pages_of_articles()] == [("a", None)]


def test_a_score_table_goes_with_its_decision_but_the_year_stays() -> None:
    year = {"year": 2020, "head": "u", "scores": {"decision": "d"}}
    site = linked(
        bloc("b", years=[year]), unit("u"), keep_going=True, broken={("document", "d"): ()}
    ).site

    assert site.records.bloc["b"].years[0].scores is None
    assert site.records.bloc["b"].years[0].head == "u"


def test_the_menu_loses_what_is_absent() -> None:
    places = ("unit:u", "section:chinh-tri", "/tin/", "/don-vi/v/")
    menu = [{"url": place} for place in places]
    site = linked(site_info(navigation=menu), keep_going=True, broken={("unit", "u"): ()}).site

    assert [item.url for item in site.info.navigation] == ["section:chinh-tri", "/tin/"]


def test_a_link_in_a_body_to_an_absent_record_is_plain_text() -> None:
    one = article("x", link_to("unit:u"))
    site = linked(one, keep_going=True, broken={("unit", "u"): ()}).site

    assert site.resolve(one.body)[0].address == ""


def test_a_site_full_of_errors_still_answers_every_question() -> None:
    site = linked(
        article("x", section="dead", units=["dead"], campaigns=["dead"], event="dead"),
        article("y", campaigns=["c"], units=["u"]),
        campaign("c", parent="c", units=["dead"]),
        unit("u", successors=["u", "dead"]),
        bloc("b", years=[{"year": 2020, "head": "dead"}]),
        document("d", replaces=["d", "dead"]),
        event("e", campaign="dead"),
        award("a", decision="dead", conferred=None),
        section("s"),
    ).site

    assert [one.id for one in site.articles()] == ["y"]
    assert site.related(site.articles()[0]) == ()
    for question in ("units", "blocs", "campaigns", "documents", "events", "awards", "aliases"):
        assert not getattr(site, question)()
    assert len(site.sections()) == 2
    assert site.next_change() is None
