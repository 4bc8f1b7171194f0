from __future__ import annotations

from typing import Any

import pytest

from newsroom.records import Record
from tests.newsroom.builders import bloc, document, unit
from tests.newsroom.linking.told import told

OTHERS = (unit("u"), unit("v"), document("d"))


def scored(*rows: tuple[str, str, int | None], **scores: Any) -> Record:
    """A year's table with a unit, a total and a rank in each row."""
    made = [
        {"unit": id, "total": total} | ({"rank": rank} if rank else {}) for id, total, rank in rows
    ]
    year = {
        "year": 2020,
        "members": ["u", "v"],
        "scores": {"decision": "d", "rows": made, **scores},
    }
    return bloc("x", years=[year])


@pytest.mark.parametrize(
    ("one", "other", "row"),
    [
        (("92", 1), ("95", 2), 1),
        (("95", 2), ("92", 1), 0),
        (("92", 1), ("91", 1), 1),
        (("95", 1), ("92", 2), None),
        (("92", 1), ("92", 2), None),
        (("92", 1), ("92", 1), None),
        (("92", 1), ("95", None), None),
    ],
)
def test_more_points_never_stand_below_fewer(
    one: tuple[str, int], other: tuple[str, int | None], row: int | None
) -> None:
    keys = ("years", 0, "scores", "rows", row, "rank")

    found = told(scored(("u", *one), ("v", *other)), *OTHERS)

    assert found == ([] if row is None else [("blocs/x.md", "W228", keys)])


def test_the_criteria_make_the_scale() -> None:
    criteria = [{"label": "Một", "max": 60}, {"label": "Hai", "max": "39.5"}]
    keys = ("years", 0, "scores", "scale")

    assert told(scored(scale=100, criteria=criteria), *OTHERS) == [("blocs/x.md", "W227", keys)]
    assert told(scored(scale="99.5", criteria=criteria), *OTHERS) == []
    assert told(scored(criteria=criteria), *OTHERS) == []
    assert told(scored(scale=100), *OTHERS) == []
