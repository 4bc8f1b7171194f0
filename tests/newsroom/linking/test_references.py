from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from newsroom.linking.references import references_of, without_absent
from newsroom.records import RECORD_KINDS, Article, Award, Bloc, Campaign, Document, Event, Page
from newsroom.records.unit import Unit
from tests.newsroom.builders import article, award, bloc, campaign, document, event, page, unit

SCORES = {"decision": "d3", "rows": [{"unit": "u5", "total": 1}]}
FULL = (
    article(
        "x",
        section="s",
        campaigns=["c"],
        units=["u"],
        blocs=["b"],
        documents=["d"],
        event="e",
        counterpart="y",
    ),
    campaign(
        "x",
        launched_by={"unit": "u"},
        lead_unit="u",
        parent="c",
        blocs=["b"],
        units=["u"],
        targets=[
            {
                "label": "l",
                "value": 1,
                "progress": [{"date": "2020-01-01", "value": 1, "source": "d"}],
            }
        ],
        documents=[{"document": "d", "role": "plan"}],
        milestones=[{"kind": "launch", "date": "2020-01-01", "event": "e", "article": "a"}],
    ),
    unit("x", parent="u", successors=["u"]),
    bloc(
        "x",
        years=[
            {
                "year": 2020,
                "head": "u1",
                "deputies": ["u2"],
                "members": ["u3"],
                "pledge": "d1",
                "regulation": "d2",
                "scores": SCORES,
            }
        ],
    ),
    document("x", replaces=["d"], amends=["d"]),
    event("x", campaign="c", bloc="b", documents=["d"]),
    award(
        "x",
        recipient={"type": "individual", "unit": "u"},
        decision="d",
        campaign="c",
        bloc="b",
        revoked={"date": "2020-01-01", "decision": "d"},
    ),
    page("x", counterpart="p"),
)


def test_every_reference_is_found_however_deep() -> None:
    found = {type(one).__name__: [ref.keys for ref in references_of(one)] for one in FULL}

    assert found == {
        "Article": [
            ("section",),
            ("campaigns", 0),
            ("units", 0),
            ("blocs", 0),
            ("documents", 0),
            ("event",),
            ("counterpart",),
        ],
        "Campaign": [
            ("launched_by", "unit"),
            ("lead_unit",),
            ("parent",),
            ("blocs", 0),
            ("units", 0),
            ("targets", 0, "progress", 0, "source"),
            ("documents", 0, "document"),
            ("milestones", 0, "event"),
            ("milestones", 0, "article"),
        ],
        "Unit": [("parent",), ("successors", 0)],
        "Bloc": [
            ("years", 0, "head"),
            ("years", 0, "deputies", 0),
            ("years", 0, "members", 0),
            ("years", 0, "pledge"),
            ("years", 0, "regulation"),
            ("years", 0, "scores", "rows", 0, "unit"),
            ("years", 0, "scores", "decision"),
        ],
        "Document": [("replaces", 0), ("amends", 0)],
        "Event": [("campaign",), ("bloc",), ("documents", 0)],
        "Award": [
            ("recipient", "unit"),
            ("decision",),
            ("campaign",),
            ("bloc",),
            ("revoked", "decision"),
        ],
        "Page": [("counterpart",)],
    }


def test_a_reference_says_of_which_kind_it_is() -> None:
    found = {ref.keys[0]: (ref.kind, ref.id) for ref in references_of(FULL[0])}

    assert found["section"] == ("section", "s")
    assert found["counterpart"] == ("article", "y")


def test_a_record_with_nothing_absent_is_left_as_it_is() -> None:
    for one in FULL:
        assert without_absent(one, lambda *_: False) is one


def test_a_record_goes_when_it_cannot_stand_without_what_is_absent() -> None:
    assert without_absent(FULL[0], lambda kind, _: kind == "section") is None


def test_an_optional_reference_is_left_out() -> None:
    kept = without_absent(FULL[0], lambda kind, _: kind in ("event", "unit"))

    assert isinstance(kept, Article)
    assert kept.event is None
    assert kept.units == ()
    assert kept.campaigns == ("c",)


def test_a_line_of_a_list_goes_when_it_cannot_stand() -> None:
    kept = without_absent(FULL[1], lambda kind, _: kind == "document")

    assert isinstance(kept, Campaign)
    assert kept.documents == ()
    assert kept.targets[0].progress[0].source is None


def test_a_part_goes_when_it_cannot_stand() -> None:
    kept = without_absent(FULL[3], lambda _, name: name == "d3")

    assert isinstance(kept, Bloc)
    assert kept.years[0].scores is None
    assert kept.years[0].head == "u1"


@pytest.mark.parametrize("kind", [Article, Campaign, Unit, Bloc, Document, Event, Award, Page])
def test_no_field_named_for_a_kind_goes_unmarked(kind: Any) -> None:
    example = next(one for one in FULL if isinstance(one, kind))
    marked = {ref.keys[0] for ref in references_of(example)}
    plurals = {f"{name}s" for name in RECORD_KINDS}
    named = {field.name for field in fields(kind)} & {*RECORD_KINDS, *plurals, "parent"}

    assert named <= marked
