"""Every field of every view changes its digest, so that no output can go stale unseen."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime
from types import NoneType
from typing import get_args, get_type_hints

import pytest

from newsroom.planning.digests import PLACES
from newsroom.planning.output import Output, digest_of
from tests.newsroom.planning.full_views import DAY, full, others, view_classes


@pytest.mark.parametrize("of", view_classes(), ids=lambda of: of.__name__)
def test_every_field_of_every_view_changes_its_digest(of: type) -> None:
    view = full(of)
    known = digest_of(view)

    for other in others(view):
        moved = {PLACES[of]: getattr(view, PLACES[of])} if of in PLACES else {}
        if moved and replace(other, **moved) == view:
            assert digest_of(other) == known, f"where a file lies is no part of {of.__name__}"
        else:
            assert digest_of(other) != known, other


@pytest.mark.parametrize("of", view_classes(), ids=lambda of: of.__name__)
def test_leaving_a_field_out_changes_the_digest(of: type) -> None:
    view, hints = full(of), get_type_hints(of, include_extras=True)
    optional = [field for field in fields(of) if NoneType in get_args(hints[field.name])]

    for field in optional:
        assert digest_of(replace(view, **{field.name: None})) != digest_of(view), field.name


def test_equal_views_have_equal_digests() -> None:
    assert [digest_of(full(of)) for of in view_classes()] == [
        digest_of(full(of)) for of in view_classes()
    ]


def test_a_day_and_its_midnight_are_not_the_same() -> None:
    assert digest_of(DAY) != digest_of(datetime(2020, 7, 31, tzinfo=UTC))


def test_nothing_has_a_digest_that_a_view_may_not_hold() -> None:
    with pytest.raises(NotImplementedError, match="object has no place in a view"):
        digest_of(object())


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.html", "/"),
        ("tin/2020/07/x/index.html", "/tin/2020/07/x/"),
        ("feed.atom", "/feed.atom"),
    ],
)
def test_an_output_knows_its_address(path: str, address: str) -> None:
    assert Output(path=path, renderer="page", view=None).address == address
