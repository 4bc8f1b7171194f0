from __future__ import annotations

from decimal import Decimal
from typing import Any

from newsroom.planning.views.data import TableView
from tests.newsroom.builders import article, bloc, campaign, document, event, unit
from tests.newsroom.planning.plans import planned

DECISION = document("qd", type="decision")
YEAR = {
    "year": 2020,
    "head": "a",
    "deputies": ["b"],
    "members": ["a", "b", "c"],
    "pledge": "qd",
    "tasks": {"total": 7},
}
UNITS = (unit("a"), unit("b"), unit("c"))


def rows(view: TableView) -> list[dict[str, Any]]:
    return [dict(zip(view.columns, row, strict=True)) for row in view.rows]


def test_each_figure_of_a_target_has_a_line_with_its_source() -> None:
    made = campaign(
        "c",
        targets=[
            {
                "label": "Đúng hẹn",
                "value": "98.5",
                "unit": "%",
                "baseline": "91",
                "due": "2020-12-31",
                "progress": [
                    {"date": "2020-06-30", "value": "96.4", "source": "qd"},
                    {"date": "2020-03-31", "value": "-2.5"},
                ],
            },
            {"label": "Sáng kiến", "value": 30},
        ],
    )

    first, second, third = rows(planned(made, DECISION).view("/du-lieu/target.json"))

    assert (first["date"], first["figure"], first["source"]) == (
        "2020-03-31",
        Decimal("-2.5"),
        None,
    )
    assert (second["campaign"], second["number"], second["value"], second["due"]) == (
        "c",
        1,
        Decimal("98.5"),
        "2020-12-31",
    )
    assert second["source"] == "qd"
    assert (third["number"], third["date"], third["figure"]) == (2, None, None)


def test_a_milestone_names_an_article_only_where_readers_may_see_it() -> None:
    made = campaign(
        "c",
        milestones=[
            {"kind": "launch", "date": "2020-01-15", "article": "an"},
            {"kind": "interim_review", "date": "2020-07-29", "article": "a", "event": "e"},
        ],
    )
    told = planned(made, article("a"), article("an", status="draft"), event("e"))

    launch, review = rows(told.view("/du-lieu/milestone.json"))

    assert (launch["kind"], launch["article"]) == ("launch", None)
    assert (review["event"], review["article"]) == ("e", "a")


def test_members_of_a_blocs_year_stand_in_the_decisions_order_with_their_parts() -> None:
    plan = planned(bloc("k", years=[YEAR]), *UNITS, DECISION)

    members = rows(plan.view("/du-lieu/member.json"))
    (year,) = rows(plan.view("/du-lieu/bloc_year.json"))

    assert [(row["order"], row["unit"], row["role"]) for row in members] == [
        (1, "a", "head"),
        (2, "b", "deputy"),
        (3, "c", "member"),
    ]
    assert (year["head"], year["pledge"], year["tasks_total"]) == ("a", "qd", 7)


def test_scores_are_open_data_only_when_they_are_published() -> None:
    scores = {"decision": "qd", "rows": [{"unit": "a", "total": "97.25", "rank": 1}]}
    draft = bloc("k", years=[YEAR | {"scores": scores}])
    public = bloc("k", years=[YEAR | {"scores": scores | {"published": True}}])

    assert "/du-lieu/score.json" not in planned(draft, *UNITS, DECISION)
    (row,) = rows(planned(public, *UNITS, DECISION).view("/du-lieu/score.json"))
    assert (row["total"], row["rank"], row["decision"]) == (Decimal("97.25"), 1, "qd")


def test_years_of_blocs_have_files_of_their_own_so_that_an_edit_changes_few() -> None:
    plan = planned(bloc("k", years=[YEAR, YEAR | {"year": 2019}]), DECISION, *UNITS)

    for kind in ("bloc_year", "member"):
        assert {row["year"] for row in rows(plan.view(f"/du-lieu/{kind}-2020.json"))} == {2020}
        assert f"/du-lieu/{kind}-2019.csv" in plan
        assert len(rows(plan.view(f"/du-lieu/{kind}.json"))) > 1
    assert "/du-lieu/target-2020.json" not in plan
