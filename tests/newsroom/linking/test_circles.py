from __future__ import annotations

import pytest

from newsroom.records import Record
from tests.newsroom.builders import campaign, document, linked, unit
from tests.newsroom.linking.told import params, problems, told


@pytest.mark.parametrize(
    ("records", "place"),
    [
        ((campaign("a", parent="a"),), ("campaigns/a.md", ("parent",))),
        (
            (campaign("a", parent="b"), campaign("b", parent="a")),
            ("campaigns/b.md", ("parent",)),
        ),
        ((unit("a", parent="b"), unit("b", parent="a")), ("units/b.md", ("parent",))),
        (
            (unit("a", successors=["c", "b"]), unit("b", successors=["a"]), unit("c")),
            ("units/b.md", ("successors", 0)),
        ),
        (
            (document("a", replaces=["b"]), document("b", replaces=["c", "a"]), document("c")),
            ("documents/b.md", ("replaces", 1)),
        ),
    ],
)
def test_a_circle_is_told_where_it_closes(
    records: tuple[Record, ...], place: tuple[str, tuple[str | int, ...]]
) -> None:
    assert told(*records) == [(place[0], "E210", place[1])]


def test_a_circle_is_told_step_by_step() -> None:
    steps = {"a": "b", "b": "c", "c": "d", "d": "a"}
    ring = [campaign(id, parent=parent) for id, parent in steps.items()]

    assert params(problems(*ring)[0])["path"] == "d → a → b → c → d"


def test_two_ways_to_one_end_are_no_circle() -> None:
    split = unit("a", successors=["b", "c"])

    assert told(split, unit("b", successors=["d"]), unit("c", successors=["d"]), unit("d")) == []


def test_a_long_chain_is_no_circle_and_no_crash() -> None:
    chain = [campaign(f"c{i}", parent=f"c{i + 1}") for i in range(3000)]

    result = linked(*chain, campaign("c3000"))

    assert result.problems == ()
    assert len(result.site.campaigns()) == 3001


def test_a_site_still_stands_when_a_circle_was_told() -> None:
    ring = (unit("a", successors=["b"]), unit("b", successors=["a"]), unit("c", parent="b"))

    site = linked(*ring).site

    assert [one.id for one in site.units()] == ["a", "c"]
    assert site.records.unit["a"].successors == ()
