"""Digests that share what many views show miss nothing of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from newsroom.planning.digests import OPENED, PLACES, SHARED, Digests
from newsroom.planning.views.page import PageView
from newsroom.planning.views.shared import ArticleCard
from tests.newsroom.planning.full_views import DAY, full, others, view_classes


@pytest.mark.parametrize("of", view_classes(), ids=lambda of: of.__name__)
def test_every_field_of_every_view_changes_its_digest(of: type) -> None:
    view, digests = full(of), Digests()
    known = digests.of(view)

    for other in others(view):
        assert digests.of(other) != known or lies_elsewhere(other, view), other


def lies_elsewhere(one: Any, other: Any) -> bool:
    """Whether nothing but the place of a file tells them apart."""
    place = PLACES.get(type(one))
    return place is not None and replace(one, **{place: getattr(other, place)}) == other


@pytest.mark.parametrize("of", PLACES, ids=lambda of: str(of.__name__))
def test_where_a_file_lies_is_not_in_a_digest_and_what_it_holds_is(of: type) -> None:
    view = full(of)

    moved = replace(view, **{PLACES[of]: "elsewhere"})

    assert Digests().of(moved) == Digests().of(view)
    assert Digests().of(replace(view, digest="other")) != Digests().of(view)


@pytest.mark.parametrize("of", [view for view, _ in OPENED], ids=lambda of: of.__name__)
def test_what_is_shared_counts_however_deep_it_stands(of: type) -> None:
    page, digests = replace(full(PageView), view=full(of)), Digests()
    known = digests.of(page)

    for other in others(page):
        assert digests.of(other) != known, other


@pytest.mark.parametrize("of", view_classes(), ids=lambda of: of.__name__)
def test_equal_views_have_equal_digests(of: type) -> None:
    shared = Digests()

    assert shared.of(full(of)) == shared.of(full(of)) == Digests().of(full(of))


def test_a_value_that_is_gone_lends_its_digest_to_no_other() -> None:
    digests = Digests()
    found = {digests.of(replace(full(ArticleCard), title=str(number))) for number in range(100)}

    assert len(found) == 100


def test_only_whole_views_are_shared_or_opened() -> None:
    known = set(view_classes())

    assert known >= SHARED
    assert known >= {view for view, _ in OPENED}


def test_a_day_and_its_midnight_are_not_the_same() -> None:
    assert Digests().of(DAY) != Digests().of(datetime(2020, 7, 31, tzinfo=UTC))


def test_nothing_has_a_digest_that_a_view_may_not_hold() -> None:
    with pytest.raises(NotImplementedError, match="object has no place in a view"):
        Digests().of(object())
