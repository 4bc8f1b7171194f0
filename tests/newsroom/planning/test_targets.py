from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from newsroom.planning.views.campaigns import TargetView
from tests.newsroom.builders import campaign, document
from tests.newsroom.planning.plans import planned


def target(**values: Any) -> TargetView:
    made = {"label": "Chỉ tiêu", "value": 98, "unit": "%"} | values
    view = planned(campaign("c", targets=[made]), document("d")).view("/phong-trao/c/").targets[0]
    assert isinstance(view, TargetView)
    return view


def on(day: str, value: float | str) -> dict[str, Any]:
    return {"date": day, "value": value}


@pytest.mark.parametrize(
    ("goal", "unit", "value", "state", "gap", "share", "value_at", "goal_at"),
    [
        (98, "%", "96.4", "below", "1.6", "98", "96.4", "98"),
        (98, "%", 98, "reached", "0", "100", "98", "98"),
        (90, "%", 99, "over", "-9", "110", "99", "90"),
        (100, "%", 120, "over", "-20", "120", "100", "100"),
        (600, "nơi", 660, "over", "-60", "110", "100", "90.9"),
        (400, "xã", 100, "below", "300", "25", "25", "100"),
        (3, "xã", 1, "below", "2", "33", "33.3", "100"),
    ],
)
def test_a_rate_runs_to_a_hundred_and_a_count_to_the_larger_figure(
    goal: int, unit: str, value: Any, state: str, gap: str, share: str, value_at: str, goal_at: str
) -> None:
    view = target(value=goal, unit=unit, progress=[on("2020-07-01", value)])

    assert (view.state, view.gap, view.share) == (state, Decimal(gap), Decimal(share))
    assert (view.value_at, view.goal_at) == (Decimal(value_at), Decimal(goal_at))


def test_a_target_without_a_figure_says_so_and_keeps_its_goal() -> None:
    view = target()

    assert (view.state, view.latest, view.gap, view.share) == ("none", None, None, None)
    assert (view.value_at, view.goal_at) == (Decimal(0), Decimal(98))


def test_figures_come_oldest_first_with_their_source() -> None:
    view = target(
        progress=[on("2020-07-01", 90), on("2020-03-01", 80) | {"source": "d"}],
    )

    assert [figure.value for figure in view.figures] == [80, 90]
    assert view.latest == view.figures[-1]
    assert view.figures[0].source is not None
    assert view.figures[0].source.href == "/van-ban/d/"


@pytest.mark.parametrize(
    ("value", "state", "gap"), [(5, "below", 2), (3, "reached", 0), (2, "over", -1)]
)
def test_a_target_below_its_baseline_is_reached_by_falling(
    value: int, state: str, gap: int
) -> None:
    view = target(value=3, unit="hộ", baseline=8, progress=[on("2020-07-01", value)])

    assert (view.state, view.gap, view.share) == (state, Decimal(gap), None)
    assert view.goal_at == Decimal("37.5")


def test_a_goal_of_nothing_divides_nothing() -> None:
    view = target(value=0, unit="vụ", progress=[on("2020-07-01", 0)])

    assert (view.state, view.share, view.value_at) == ("reached", None, Decimal(0))


def test_the_table_has_a_column_for_every_day_with_a_figure() -> None:
    targets = [
        {"label": "A", "value": 1, "progress": [on("2020-07-01", 1), on("2020-03-01", 1)]},
        {"label": "B", "value": 1, "progress": [on("2020-05-01", 1), on("2020-07-01", 1)]},
    ]

    view = planned(campaign("c", targets=targets)).view("/phong-trao/c/")

    assert view.figure_dates == (date(2020, 3, 1), date(2020, 5, 1), date(2020, 7, 1))


@pytest.mark.parametrize(
    ("due", "value", "late"),
    [
        ("2020-07-31", 97, True),
        ("2020-07-31", None, True),
        ("2020-07-31", 98, False),
        ("2020-08-01", 97, False),
        (None, 97, False),
    ],
)
def test_a_target_is_late_once_its_day_is_over_without_the_goal(
    due: str | None, value: int | None, late: bool
) -> None:
    progress = [on("2020-07-01", value)] if value else []
    made = {"progress": progress} | ({"due": due} if due else {})

    assert target(**made).late is late


def test_the_document_that_sets_a_target_stands_beside_it_and_in_its_sheets() -> None:
    made = {"label": "Chỉ tiêu", "value": 98, "source": "d", "progress": [on("2020-07-01", 9)]}
    plan = planned(campaign("c", targets=[made]), document("d"))

    assert plan.view("/phong-trao/c/").targets[0].source.href == "/van-ban/d/"
    assert plan.view("/phong-trao/c/so-lieu.csv").rows[0][3] == "d-số"
    table = plan.view("/du-lieu/target.json")
    assert table.rows[0][table.columns.index("goal_source")] == "d"
