from __future__ import annotations

from dataclasses import is_dataclass
from decimal import Decimal
from typing import Any

import pytest

from newsroom.reading.checking import TYPES
from newsroom.records.bloc import Bloc, BlocYear, ScoreRow, Scores
from newsroom.records.body import Body
from newsroom.records.shapes import item_of, references, shape, shape_at
from newsroom.records.strict import Strict
from newsroom.records.values import Kind, Ref


def test_every_reference_is_found_with_its_place() -> None:
    row = ScoreRow(unit="so-y-te", total=Decimal(90))
    year = BlocYear(
        year=2020,
        head="so-mau",
        members=("so-mau", "so-y-te"),
        scores=Scores(rows=(row,), decision="qd"),
    )
    bloc = Bloc(id="a", file="a", name="A", years=(year,), body=Body(parts=("",)))

    found = [(keys, marker, id) for keys, marker, id in references(bloc)]

    assert found == [
        (("years", 0, "head"), Ref("unit"), "so-mau"),
        (("years", 0, "members", 0), Ref("unit"), "so-mau"),
        (("years", 0, "members", 1), Ref("unit"), "so-y-te"),
        (("years", 0, "scores", "rows", 0, "unit"), Ref("unit"), "so-y-te"),
        (("years", 0, "scores", "decision"), Ref("document"), "qd"),
    ]


def test_the_type_at_a_place_is_known() -> None:
    assert shape_at(Bloc, ("years", 0)) is BlocYear
    assert shape_at(Bloc, ("years", 0, "scores", "rows", 3)) is ScoreRow
    assert shape_at(Bloc, ("khong", "co")) is None


@pytest.mark.parametrize("kind", TYPES)
def test_every_shape_that_an_editor_writes_refuses_unknown_keys(kind: Kind) -> None:
    pending, seen = [TYPES[kind]], set[type]()
    while pending:
        cls: Any = pending.pop()
        seen.add(cls)
        assert issubclass(cls, Strict), cls
        inner = (item_of(hint) or hint for hint in shape(cls).values())
        pending += [one for one in inner if isinstance(one, type) and is_dataclass(one)]
        pending = [one for one in pending if one not in seen]
