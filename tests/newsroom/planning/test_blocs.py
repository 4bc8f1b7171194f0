from __future__ import annotations

from typing import Any

from tests.newsroom.builders import article, bloc, document, event, unit
from tests.newsroom.planning.plans import Plan, planned, titles

UNITS = tuple(unit(id) for id in ("x", "y", "z"))


def in_years(*years: dict[str, Any], records: tuple[Any, ...] = ()) -> Plan:
    return planned(bloc("b", years=list(years)), *UNITS, *records)


def test_members_stand_in_the_decisions_order() -> None:
    plan = in_years({"year": 2020, "head": "y", "deputies": ["x"], "members": ["z", "x", "y"]})

    view = plan.view("/khoi/b/2020/")
    assert [link.href for link in view.members] == ["/don-vi/z/", "/don-vi/x/", "/don-vi/y/"]
    assert view.head.href == "/don-vi/y/"
    assert [link.href for link in view.deputies] == ["/don-vi/x/"]


def test_a_blocs_page_shows_its_newest_year_and_leads_to_all() -> None:
    plan = in_years({"year": 2019, "members": ["x"]}, {"year": 2020, "members": ["y"]})

    view = plan.view("/khoi/b/")
    assert view.latest_year == 2020
    assert [link.href for link in view.members] == ["/don-vi/y/"]
    assert [link.href for link in view.years] == ["/khoi/b/2020/", "/khoi/b/2019/"]


def test_a_years_page_leads_to_every_other_year() -> None:
    plan = in_years({"year": 2019}, {"year": 2020}, {"year": 2021})

    view = plan.view("/khoi/b/2020/")
    assert [(link.text, bool(link.href)) for link in view.years] == [
        ("2021", True),
        ("2020", False),
        ("2019", True),
    ]
    states = [plan.view(f"/khoi/b/{year}/").state for year in (2019, 2020, 2021)]
    assert states == ["ended", "ongoing", "upcoming"]


def test_units_stand_under_the_names_they_bore_in_that_year() -> None:
    renamed = unit("u", name="Sở A", former_names=[{"name": "Ty A", "until": "2020-02-01"}])

    plan = planned(
        bloc("b", years=[{"year": 2019, "members": ["u"]}, {"year": 2020, "members": ["u"]}]),
        renamed,
    )

    assert plan.view("/khoi/b/2019/").members[0].note == "Ty A"
    assert plan.view("/khoi/b/2020/").members[0].note == ""


def test_a_year_shows_the_events_and_news_of_that_year() -> None:
    plan = in_years(
        {"year": 2019},
        {"year": 2020},
        records=(
            event("e", bloc="b"),
            article("a", blocs=["b"]),
            article("cu", date="2019-05-01", blocs=["b"]),
        ),
    )

    assert titles(plan.view("/khoi/b/2019/").news) == ["Tin cu"]
    assert titles(plan.view("/khoi/b/2020/").news) == ["Tin a"]
    assert [card.href for card in plan.view("/khoi/b/2020/").events] == ["/lich/e/"]
    assert plan.view("/khoi/b/2019/").events == ()
    assert plan.cards("/khoi/b/tin/") == ["Tin a", "Tin cu"]


def test_the_index_names_the_head_of_the_newest_year() -> None:
    plan = in_years({"year": 2019, "head": "x"}, {"year": 2020, "head": "y", "members": ["x"]})

    (row,) = plan.view("/khoi/").rows
    assert (row.year, row.head.href, row.members) == (2020, "/don-vi/y/", 1)


def scored(**scores: Any) -> Any:
    made = {"decision": "d", "published": True} | scores
    members = ["x", "y", "z"]
    year = {"year": 2020, "members": members, "scores": made}
    plan = in_years(year, records=(document("d"),))
    return plan.view("/khoi/b/2020/").scores


def row(unit: str, total: str, rank: int | None = None, **values: str) -> dict[str, Any]:
    return {"unit": unit, "total": total, **({"rank": rank} if rank else {}), **values}


def test_scores_stay_inside_until_they_are_published() -> None:
    assert scored(rows=[row("x", "90")], published=False) is None


def test_scores_stand_under_their_decision_by_rank() -> None:
    table = scored(rows=[row("x", "90", 2), row("y", "95", 1)], scale=100)

    assert table.decision.href == "/van-ban/d/"
    assert [line.unit.href for line in table.lines] == ["/don-vi/y/", "/don-vi/x/"]


def test_scores_without_ranks_stand_in_the_decisions_order() -> None:
    table = scored(rows=[row("y", "90"), row("x", "95"), row("z", "80")])

    assert [line.unit.href for line in table.lines] == ["/don-vi/y/", "/don-vi/x/", "/don-vi/z/"]


def test_a_score_table_prints_as_many_decimals_as_its_most_exact_score() -> None:
    assert scored(rows=[row("x", "90"), row("y", "95")]).digits == 0
    assert scored(rows=[row("x", "90"), row("y", "95.5", bonus="0.25")]).digits == 2
