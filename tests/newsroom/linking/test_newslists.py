from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newsroom.linking.site import Site
from newsroom.records import Article, Record
from newsroom.records.values import starts
from tests.newsroom.builders import (
    article,
    bloc,
    campaign,
    document,
    event,
    link_to,
    number,
    section,
    site,
    unit,
)


def ids(articles: tuple[Article | None, ...]) -> list[str]:
    return [one.id if one else "" for one in articles]


def test_lists_are_newest_first_and_a_date_alone_is_midnight() -> None:
    made = site(
        article("midnight", date="2020-07-31"),
        article("morning", date="2020-07-31 09:54"),
        article("b", date="2020-07-30"),
        article("a", date="2020-07-30"),
    )

    assert ids(made.articles()) == ["morning", "midnight", "b", "a"]


def test_lists_hold_neither_what_is_hidden_nor_what_has_left() -> None:
    withdrawal = {"date": "2020-08-01"}
    made = site(
        article("listed"),
        article("draft", status="draft"),
        article("embargoed", date="2020-09-01"),
        article("expired", expires="2020-07-31"),
        article("withdrawn", status="withdrawn", withdrawal=withdrawal),
    )

    assert ids(made.articles()) == ["listed"]
    assert ids(made.pages_of_articles()) == ["expired", "listed", "withdrawn"]


def test_languages_have_lists_of_their_own() -> None:
    made = site(article("vi"), article("en", language="en"))

    assert ids(made.articles()) == ["vi"]
    assert ids(made.articles("en")) == ["en"]
    assert ids(made.articles_of(made.records.section["chinh-tri"])) == ["vi"]


def test_a_campaigns_news_includes_its_sub_campaigns_each_article_once() -> None:
    made = site(
        campaign("root"),
        campaign("child", parent="root"),
        campaign("grandchild", parent="child"),
        article("x", campaigns=["grandchild", "root"]),
        article("y", campaigns=["root"]),
    )

    assert ids(made.articles_of(made.records.campaign["root"])) == ["y", "x"]
    assert ids(made.articles_of(made.records.campaign["child"])) == ["x"]


def test_a_units_news_includes_that_of_the_units_it_succeeded() -> None:
    made = site(
        unit("old", successors=["middle"]),
        unit("middle", successors=["new"]),
        unit("new"),
        article("x", units=["old"]),
    )

    assert ids(made.articles_of(made.records.unit["new"])) == ["x"]


def test_a_units_news_leaves_out_that_of_its_successors() -> None:
    made = site(unit("old", successors=["new"]), unit("new"), article("x", units=["new"]))

    assert made.articles_of(made.records.unit["old"]) == ()


def test_a_blocs_news_is_its_own() -> None:
    made = site(
        bloc("b", years=[{"year": 2020, "members": ["u"]}]),
        unit("u"),
        article("its", blocs=["b"]),
        article("members", units=["u"]),
    )

    assert ids(made.articles_of(made.records.bloc["b"])) == ["its"]


def test_a_documents_news_is_what_cites_it_in_a_field_a_link_or_a_number() -> None:
    made = site(
        document("d", number="34-CT/TW", issued="2014-04-07"),
        article("field", documents=["d"]),
        article("linked", link_to("document:d")),
        article("number", number("34-CT/TW", date="2014-04-07")),
        article("other", number("35-CT/TW")),
    )

    assert ids(made.articles_of(made.records.document["d"])) == ["number", "linked", "field"]


def test_an_events_news_is_what_reports_it() -> None:
    made = site(event("e"), article("x", event="e"), article("y"))

    assert ids(made.articles_of(made.records.event["e"])) == ["x"]


def test_genres_come_in_the_order_of_the_format_without_the_empty_ones() -> None:
    made = site(article("a", genre="speech"), article("b"), article("c", genre="review"))

    assert list(made.articles_by_genre()) == ["news", "review", "speech"]


def test_months_are_vietnams_and_come_newest_first() -> None:
    made = site(
        article("july", date="2020-07-15"),
        replace(article("august"), date=datetime(2020, 7, 31, 18, tzinfo=UTC)),
        now="2020-09-01 08:00",
    )

    assert list(made.articles_by_month()) == [(2020, 8), (2020, 7)]


def test_neighbours_share_section_and_language() -> None:
    made = site(
        section("khac"),
        article("1", date="2020-07-01"),
        article("2", date="2020-07-02", section="khac"),
        article("3", date="2020-07-03", language="en"),
        article("4", date="2020-07-04"),
    )

    assert ids(made.neighbours(made.records.article["1"])) == ["4", ""]
    assert ids(made.neighbours(made.records.article["4"])) == ["", "1"]


def test_an_article_in_no_list_has_no_neighbours() -> None:
    made = site(article("x"), article("gone", expires="2020-07-31"))

    assert made.neighbours(made.records.article["gone"]) == (None, None)


def test_related_are_the_four_nearest_older_of_the_first_campaign() -> None:
    many = [article(f"a{day}", date=f"2020-07-0{day}", campaigns=["child"]) for day in range(1, 8)]
    made = site(campaign("root"), campaign("child", parent="root"), *many)
    first = article("x", date="2020-07-06 12:00", campaigns=["root"])
    made = site(campaign("root"), campaign("child", parent="root"), *many, first)

    assert ids(made.related(first)) == ["a6", "a5", "a4", "a3"]
    assert ids(made.related(many[0])) == []


def test_related_are_of_the_first_unit_where_there_is_no_campaign() -> None:
    older = article("older", date="2020-07-01", units=["u"])
    one = article("x", units=["u", "v"])
    made = site(unit("u"), unit("v"), older, one, article("v", date="2020-07-02", units=["v"]))

    assert ids(made.related(one)) == ["older"]


def test_an_expired_article_keeps_its_related_ones() -> None:
    older = article("older", date="2020-07-01", units=["u"])
    gone = article("gone", units=["u"], expires="2020-07-31")

    assert ids(site(unit("u"), older, gone).related(gone)) == ["older"]


def test_an_article_without_campaign_and_unit_has_none_related() -> None:
    made = site(article("x"), article("y"))

    assert made.related(made.records.article["x"]) == ()


days = st.integers(0, 5).map(lambda number: date(2020, 7, 1) + timedelta(days=number))
statuses = st.sampled_from(["published", "draft"])
some_articles = st.lists(
    st.builds(
        lambda day, number, status, where: article(
            f"n{number}", date=day, status=status, section=where
        ),
        days,
        st.integers(0, 99),
        statuses,
        st.sampled_from(["chinh-tri", "khac"]),
    ),
    max_size=12,
    unique_by=lambda one: one.id,
)


@given(some_articles)
def test_newer_and_older_are_each_others_inverse(articles: list[Article]) -> None:
    made = site(section("khac"), *articles)

    for one in made.articles():
        newer, older = made.neighbours(one)
        assert newer is None or made.neighbours(newer)[1] is one
        assert older is None or made.neighbours(older)[0] is one


@given(some_articles)
def test_the_order_of_lists_is_total_whatever_order_the_files_came_in(
    articles: list[Article],
) -> None:
    made = site(section("khac"), *articles)
    again = site(section("khac"), *reversed(articles))

    assert made.articles() == again.articles()
    keys = [(starts(one.date), one.id) for one in made.articles()]
    assert all(newer > older for newer, older in pairwise(keys))


def test_a_list_is_answered_for_every_kind_that_has_news() -> None:
    things: list[Record] = [campaign("c"), unit("u"), bloc("b"), document("d"), event("e")]
    made: Site = site(*things)

    assert [made.articles_of(thing) for thing in things] == [()] * 5
