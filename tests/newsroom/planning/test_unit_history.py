from __future__ import annotations

from typing import Any

from newsroom.planning.views.changes import UnitStep
from tests.newsroom.builders import article, unit
from tests.newsroom.planning.plans import planned


def history(*units: Any, of: str) -> list[tuple[str, str, list[str]]]:
    """Day, what, and the names of the units of each step."""
    steps: tuple[UnitStep, ...] = planned(*units).view(f"/don-vi/{of}/").history
    return [
        (step.date.isoformat() if step.date else "", step.what, [one.text for one in step.units])
        for step in steps
    ]


def test_two_units_that_end_together_are_merged_into_one_that_begins_then() -> None:
    units = (
        unit("a", name="A", ended="2025-02-28", successors=["c"]),
        unit("b", name="B", ended="2025-02-28", successors=["c"]),
        unit("c", name="C", founded="2025-03-01"),
    )

    assert history(*units, of="c") == [("2025-03-01", "merged", ["A", "B"])]
    assert history(*units, of="a") == [("2025-02-28", "ended_merged", ["C"])]


def test_a_unit_that_was_there_before_takes_in_one_that_ends() -> None:
    units = (
        unit("a", name="A", ended="2025-02-28", successors=["c"]),
        unit("c", name="C", founded="1997-01-01"),
    )

    assert history(*units, of="c") == [
        ("1997-01-01", "founded", []),
        ("2025-03-01", "absorbed", ["A"]),
    ]
    assert history(*units, of="a") == [("2025-02-28", "ended_absorbed", ["C"])]


def test_a_unit_that_ends_is_split_into_those_that_begin_then() -> None:
    units = (
        unit("a", name="A", ended="2025-06-30", successors=["b", "c"]),
        unit("b", name="B", founded="2025-07-01"),
        unit("c", name="C", founded="2025-07-01"),
    )

    assert history(*units, of="a") == [("2025-06-30", "ended_split", ["B", "C"])]
    assert history(*units, of="b") == [("2025-07-01", "split", ["A"])]


def test_a_unit_that_goes_on_gives_a_part_to_one_that_begins() -> None:
    units = (
        unit("a", name="A", successors=["b"]),
        unit("b", name="B", founded="2020-05-01"),
    )

    assert history(*units, of="a") == [("2020-05-01", "parted", ["B"])]
    assert history(*units, of="b") == [("2020-05-01", "split", ["A"])]


def test_what_days_do_not_settle_is_only_told_as_a_succession() -> None:
    units = (
        unit("a", name="A", ended="2025-06-30", successors=["c"]),
        unit("c", name="C"),
        unit("d", name="D", successors=["e"]),
        unit("e", name="E"),
    )

    assert history(*units, of="c") == [("2025-07-01", "succeeded", ["A"])]
    assert history(*units, of="a") == [("2025-06-30", "ended_succeeded", ["C"])]
    assert history(*units, of="e") == [("", "succeeded", ["D"])]


def test_a_renaming_is_told_on_the_first_day_of_the_new_name() -> None:
    one = unit("a", former_names=[{"name": "Xưa", "until": "2021-06-30"}], founded="2000-01-01")

    steps = planned(one).view("/don-vi/a/").history
    assert [(step.what, step.name) for step in steps] == [("founded", ""), ("renamed", "Xưa")]
    assert steps[1].date.isoformat() == "2021-07-01"


def test_a_unit_that_was_only_founded_has_no_history() -> None:
    assert history(unit("a", founded="2000-01-01"), of="a") == []


def test_those_it_came_from_bear_the_names_of_their_last_day() -> None:
    units = (
        unit(
            "a",
            name="Sau",
            former_names=[{"name": "Trước", "until": "2025-12-31"}],
            ended="2025-06-30",
            successors=["c"],
        ),
        unit("c"),
    )

    (step,) = planned(*units).view("/don-vi/c/").history
    assert [one.note for one in step.units] == ["Trước"]


def test_news_of_a_time_when_a_unit_was_called_otherwise_says_how() -> None:
    plan = planned(
        unit("khac", name="Ban Khác"),
        unit("cu", name="Sở Cũ", ended="2020-03-01", successors=["u"]),
        unit("u", name="Sở Nay", former_names=[{"name": "Ty", "until": "2020-04-30"}]),
        article("a", date="2020-02-01", units=["khac", "cu"]),
        article("b", date="2020-04-01", units=["u"]),
        article("c", date="2020-05-01", units=["u"]),
    )

    notes = {card.title: card.note for card in plan.view("/don-vi/u/").news}
    assert notes == {"Tin a": "Sở Cũ", "Tin b": "Ty", "Tin c": ""}
