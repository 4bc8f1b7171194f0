from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tests.newsroom.builders import (
    article,
    award,
    bloc,
    campaign,
    document,
    event,
    link_to,
    site,
    unit,
)


def ids(records: Iterable[Any]) -> list[str]:
    return [record.id for record in records]


def test_documents_come_newest_first() -> None:
    made = site(
        document("a", issued="2014-04-07"),
        document("b", issued="2014-04-07"),
        document("c", issued="2016-05-15"),
    )

    assert ids(made.documents()) == ["c", "b", "a"]


def test_what_replaces_or_amends_a_document_comes_oldest_first() -> None:
    one = document("d", issued="2010-01-01")
    made = site(
        one,
        document("2", issued="2016-01-01", replaces=["d"], amends=["d"]),
        document("1", issued="2015-01-01", replaces=["d"], amends=["d"]),
    )

    assert ids(made.replaced_by(one)) == ["1", "2"]
    assert ids(made.amended_by(one)) == ["1", "2"]


def test_a_document_has_the_years_of_blocs_that_stand_on_it_newest_first() -> None:
    scores = {"decision": "d", "published": True}
    made = site(
        document("d"),
        bloc("b", years=[{"year": 2019, "pledge": "d", "regulation": "d"}]),
        bloc("c", years=[{"year": 2020, "scores": scores}]),
    )
    under = made.blocs_under(made.records.document["d"])

    assert [(one.id, year) for one, year in under] == [("c", 2020), ("b", 2019)]


def test_scores_that_are_not_published_betray_no_decision() -> None:
    one = bloc("b", years=[{"year": 2020, "scores": {"decision": "d"}}])
    made = site(document("d"), one)

    assert made.blocs_under(made.records.document["d"]) == ()


def test_events_come_newest_first_and_coming_ones_soonest_first() -> None:
    made = site(
        event("over", start="2020-07-29"),
        event("late", start="2020-09-01"),
        event("soon", start="2020-08-02 08:00"),
        event("today", start="2020-08-01 07:00"),
    )

    assert ids(made.events()) == ["late", "soon", "today", "over"]
    assert ids(made.coming_events()) == ["today", "soon", "late"]


def test_a_campaigns_events_are_its_own_and_those_its_milestones_name() -> None:
    steps = [
        {"kind": "launch", "date": "2020-01-01", "event": "named"},
        {"kind": "pledge", "date": "2020-02-01", "event": "own"},
    ]
    made = site(
        campaign("c", milestones=steps),
        campaign("other"),
        event("named", start="2020-01-01"),
        event("own", start="2020-02-01", campaign="c"),
        event("none", start="2020-03-01", campaign="other"),
    )

    assert ids(made.events_of(made.records.campaign["c"])) == ["own", "named"]


def test_blocs_and_documents_have_events() -> None:
    made = site(bloc("b"), document("d"), event("e", bloc="b", documents=["d"]))

    assert ids(made.events_of(made.records.bloc["b"])) == ["e"]
    assert ids(made.events_of(made.records.document["d"])) == ["e"]


def test_awards_come_newest_first_by_conferring_else_decision_else_period() -> None:
    made = site(
        document("d", issued="2020-03-01"),
        award("conferred", conferred="2020-02-01", decision="d"),
        award("decided", conferred=None, decision="d"),
        award("period", conferred=None, period="2019"),
    )

    assert ids(made.awards()) == ["decided", "conferred", "period"]


def test_awards_are_found_from_all_that_they_name() -> None:
    one = award(
        "a",
        recipient={"type": "individual", "name": "Người nhận", "unit": "u"},
        campaign="c",
        bloc="b",
        decision="d",
        revoked={"date": "2020-07-31", "decision": "r"},
    )
    records = (unit("u"), campaign("c"), bloc("b"), document("d"), document("r"))
    made = site(one, award("other"), *records)

    assert [ids(made.awards_of(record)) for record in records] == [["a"]] * 5


def test_an_article_has_the_awards_its_body_links_to() -> None:
    one = article("x", link_to("award:old"), link_to("award:new"), link_to("award:new"))
    made = site(one, award("new"), award("old", conferred="2019-01-01"), award("other"))

    assert ids(made.awards_of(one)) == ["new", "old"]
