from __future__ import annotations

from typing import Any

import pytest

from newsroom.records import Record
from tests.newsroom.builders import (
    article,
    award,
    bloc,
    campaign,
    document,
    event,
    page,
    unit,
)
from tests.newsroom.linking.told import params, problems, told


@pytest.mark.parametrize(
    ("record", "key"),
    [
        (campaign("x", start="2020-02-01", end="2020-01-31"), "end"),
        (event("x", start="2020-02-01 10:00", end="2020-02-01 09:00"), "end"),
        (bloc("x", start="2020-02-01", end="2020-01-31"), "end"),
        (unit("x", founded="2020-02-01", ended="2020-01-31"), "ended"),
        (document("x", effective="2020-02-01", expired="2020-01-31"), "expired"),
        (article("x", date="2020-07-31", expires="2020-07-30"), "expires"),
    ],
)
def test_nothing_ends_before_it_starts(record: Record, key: str) -> None:
    assert told(record) == [(record.file, "E211", (key,))]


@pytest.mark.parametrize(
    "record",
    [
        campaign("x", start="2020-02-01", end="2020-02-01"),
        event("x", start="2020-02-01 10:00", end="2020-02-01"),
        article("x", date="2020-07-31 09:54", expires="2020-07-31"),
    ],
)
def test_an_end_without_a_time_includes_its_day(record: Record) -> None:
    assert told(record) == []


def test_a_phase_does_not_end_before_it_starts() -> None:
    phases = [{"name": "Một", "start": "2020-02-01", "end": "2020-01-31"}]

    assert told(campaign("x", phases=phases)) == [("campaigns/x.md", "E211", ("phases", 0, "end"))]


def test_a_counterpart_is_in_the_other_language() -> None:
    assert told(article("x", counterpart="y"), article("y")) == [
        ("articles/x.md", "E209", ("counterpart",))
    ]
    assert told(article("x", counterpart="y"), article("y", language="en")) == []


def test_a_counterpart_that_has_another_is_told() -> None:
    found = problems(
        page("a", counterpart="en"), page("b"), page("en", language="en", counterpart="b")
    )

    assert [(one.file, one.code) for one in found] == [("pages/a.md", "E209")]
    assert params(found[0])["third"] == "b"


def test_a_withdrawn_article_says_when_and_why() -> None:
    assert told(article("x", status="withdrawn")) == [("articles/x.md", "E212", ("status",))]


def test_an_article_with_a_withdrawal_is_withdrawn() -> None:
    assert told(article("x", withdrawal={"date": "2020-08-01"})) == [
        ("articles/x.md", "E213", ("withdrawal",))
    ]


def test_a_bloc_has_each_year_once() -> None:
    assert told(bloc("b", years=[{"year": 2020}, {"year": 2019}, {"year": 2020}])) == [
        ("blocs/b.md", "E214", ("years", 2, "year"))
    ]


def one_year(**values: Any) -> list[Any]:
    year = {"year": 2020, "members": ["u"]} | values
    return [bloc("b", years=[year]), unit("u"), unit("v"), document("d")]


def test_a_head_or_deputy_who_is_no_member_is_a_warning() -> None:
    assert told(*one_year(head="v", deputies=["u", "v"])) == [
        ("blocs/b.md", "W215", ("years", 0, "deputies", 1)),
        ("blocs/b.md", "W215", ("years", 0, "head")),
    ]


def test_a_year_whose_members_are_not_known_yet_may_have_a_head() -> None:
    assert told(*one_year(head="v", members=[])) == []


def test_a_score_of_a_unit_outside_the_bloc_is_an_error() -> None:
    rows = [{"unit": "u", "total": 90}, {"unit": "v", "total": 95.5}]
    scores = {"decision": "d", "rows": rows}

    assert told(*one_year(scores=scores)) == [
        ("blocs/b.md", "E216", ("years", 0, "scores", "rows", 1, "unit"))
    ]


def test_a_campaign_is_launched_by_a_unit_or_by_a_name() -> None:
    assert told(campaign("c", launched_by={"unit": "u", "name": "Tỉnh ủy"}), unit("u")) == [
        ("campaigns/c.md", "E217", ("launched_by", "name"))
    ]
    assert told(campaign("c", launched_by={})) == [("campaigns/c.md", "E217", ("launched_by",))]
    assert told(campaign("c", launched_by={"name": "Tỉnh ủy"})) == []


def test_an_award_goes_to_a_unit_or_a_name() -> None:
    assert told(award("a", recipient={"type": "individual"})) == [
        ("awards/a.md", "E218", ("recipient",))
    ]
    assert told(award("a", recipient={"type": "individual", "name": "Người nhận"})) == []


def test_an_award_has_a_year() -> None:
    assert told(award("a", conferred=None)) == [("awards/a.md", "E219", ())]


def scored(**row: object) -> Record:
    scores = {"decision": "d", "rows": [{"unit": "u", **row}]}
    return bloc("x", years=[{"year": 2020, "members": ["u"], "scores": scores}])


def test_a_total_is_the_sum_of_its_parts() -> None:
    place = ("years", 0, "scores", "rows", 0, "total")
    others = (unit("u"), document("d"))

    assert told(scored(bloc="92", bonus="3.5", deduction="0.5", total="95.0"), *others) == []
    assert told(scored(self=94, bloc="92", total="94"), *others) == [("blocs/x.md", "E226", place)]
    assert told(scored(self=94, total="94"), *others) == []
    assert told(scored(total="94"), *others) == []
