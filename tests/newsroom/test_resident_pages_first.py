"""A builder that stays shows a page before all else, is ready before it is asked, keeps no more
than stands."""

from __future__ import annotations

import gc
from pathlib import Path
from random import Random

import pytest
from jinja2 import Environment

from newsroom.records import Body
from tests.building import tree
from tests.newsroom.desk_of_edits import Desk
from tests.newsroom.rebuilding import clean
from tests.newsroom.residents import add_below, divide, staying


@pytest.fixture
def desk(tmp_path: Path, photos: Path) -> Desk:
    return Desk(tmp_path, Random(1), photos)  # noqa: S311 - chance, no secret


def test_a_page_is_shown_before_the_rest_of_its_edition_is_written(desk: Desk) -> None:
    warm = staying(desk)
    warm.build()
    before, seen = tree(desk.folder / "warm"), []
    edition = warm.build(
        [add_below(desk, "Một câu.")], lambda told: seen.append((told, tree(desk.folder / "warm")))
    )
    assert edition.written
    feeds, pages = divide(edition.written.made)
    ((problems, shown),) = seen
    assert problems == edition.problems
    assert {path for path in before | shown if before.get(path) != shown.get(path)} == {*pages}
    assert feeds
    assert tree(desk.folder / "warm") == clean(desk, search=False)


def test_killed_once_a_page_was_shown_the_next_process_makes_the_rest(desk: Desk) -> None:
    warm = staying(desk)
    warm.build()
    path = add_below(desk, "Một câu.")

    def killed(_: object) -> None:
        raise SystemExit

    with pytest.raises(SystemExit):
        warm.build([path], killed)
    again = staying(desk).build()
    assert again.written
    assert divide(again.written.made)[0]
    assert tree(desk.folder / "warm") == clean(desk, search=False)


def test_once_ready_an_edit_of_a_text_compiles_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    staying(desk).build()
    warm = staying(desk)
    warm.build()
    warm.get_ready()
    monkeypatch.setattr(Environment, "compile", lambda *_: pytest.fail("a template was compiled"))
    assert warm.build([add_below(desk, "Một câu.")]).short


def test_a_text_that_was_edited_away_is_not_kept(desk: Desk) -> None:
    warm = staying(desk)
    warm.build()
    for number in range(3):
        assert warm.build([add_below(desk, f"Câu thứ {number}.")]).short
    gc.collect()
    words = [one.text for one in gc.get_objects() if type(one) is Body and one._text is not None]
    assert sum("Câu thứ 0." in text for text in words) == 1
