"""A builder that stays leaves, after every edit, what a clean build would; a mere edit of a text
goes the short way, and whatever looks like one but is more does not."""

from __future__ import annotations

import os
import pkgutil
import signal
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from newsroom.build import run
from newsroom.catalogue import interface_words
from newsroom.linking import link
from newsroom.planning.site_plan import plan
from newsroom.reading import read
from newsroom.records import Body
from newsroom.rendering import workers as crew
from newsroom.resident import Resident
from newsroom.writing import Staging, Written, write
from tests.building import tree
from tests.newsroom.desk_of_edits import Desk
from tests.newsroom.edits import EDITS
from tests.newsroom.rebuilding import clean, compiled_once
from tests.newsroom.residents import add_below, divide, staying, without_search
from tests.newsroom.test_oracle import assert_same

SCRIPTS, STEPS = 10, 10


@pytest.fixture(scope="module", autouse=True)
def quick() -> Iterator[None]:
    with compiled_once(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(crew, "FORK_ABOVE", 0)
        patch.setattr(os, "sync", lambda: None)
        patch.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture
def desk(tmp_path: Path, photos: Path) -> Desk:
    return Desk(tmp_path, Random(1), photos)  # noqa: S311 - chance, no secret


@pytest.mark.parametrize("seed", range(SCRIPTS))
def test_whatever_is_edited_the_resident_leaves_what_a_clean_build_does(
    tmp_path: Path, photos: Path, seed: int
) -> None:
    desk = Desk(tmp_path, Random(seed), photos)  # noqa: S311 - chance, no secret
    warm = staying(desk)
    done: list[str] = []
    for _ in range(STEPS):
        name = desk.chance.choice([*sorted(EDITS), *["edit_a_body"] * 20])
        before, planned_by = files_of(desk), conditions(desk)
        EDITS[name](desk)
        done.append(name)
        if planned_by != conditions(desk):
            warm = staying(desk)  # other settings need another resident
        saved = changed(before, files_of(desk))
        edition = warm.build(saved if desk.chance.random() < 0.8 else None, lambda _: None)
        story = f"seed {seed}: {', '.join(done)}"
        assert edition.status == run(without_search(desk, "clean")), story
        if edition.status != 2:
            assert_same(tree(desk.folder / "warm"), clean(desk, search=False), story)


def test_an_edit_of_a_text_goes_the_short_way_to_the_same_site(desk: Desk) -> None:
    warm = staying(desk)
    warm.build()
    for text in ("Câu thứ nhất.", "Câu thứ hai."):
        edition = warm.build([add_below(desk, text)])
        assert edition.short
        assert edition.written
        feeds, pages = divide(edition.written.made)
        assert len(pages) == 1
        assert feeds  # they carry the text too
        assert tree(desk.folder / "warm") == clean(desk, search=False)


def test_where_texts_are_searched_an_edit_of_one_goes_the_long_way(desk: Desk) -> None:
    warm = Resident(lambda: desk.settings("warm"))
    warm.build()
    assert not warm.build([add_below(desk, "Một câu.")]).short
    assert tree(desk.folder / "warm") == clean(desk)


def test_the_next_process_finds_nothing_to_do_after_the_short_way(desk: Desk) -> None:
    warm = staying(desk)
    warm.build()
    assert warm.build([add_below(desk, "Một câu.")]).short
    again = staying(desk).build()
    assert again.written
    assert not again.written.made


@pytest.mark.parametrize(
    "line",
    [
        "Xem [phong trào](campaign:cay-xanh).",
        "## Một đề mục",
        '<p id="cho-khac">Một chỗ.</p>',
        "Xem [một liên kết hỏng](campaign:khong-co).",
        "Gọi số 0912 345 678.",
    ],
)
def test_an_edit_that_is_more_than_text_goes_the_long_way(desk: Desk, line: str) -> None:
    warm = staying(desk)
    warm.build()
    edition = warm.build([add_below(desk, line)])
    assert not edition.short
    assert edition.status == run(without_search(desk, "clean"))
    assert_same(tree(desk.folder / "warm"), clean(desk, search=False), line)


def test_a_title_edited_with_the_text_goes_the_long_way(desk: Desk) -> None:
    warm = staying(desk)
    warm.build()
    path = add_below(desk, "Một câu.")
    path.write_text(path.read_text("utf-8").replace("title: ", "title: Mới, ", 1), "utf-8")
    assert not warm.build([path]).short
    assert tree(desk.folder / "warm") == clean(desk, search=False)


def test_what_a_build_in_between_left_is_not_taken_for_its_own(desk: Desk) -> None:
    warm = staying(desk)
    warm.build()
    EDITS["retitle"](desk)
    run(without_search(desk))
    edition = warm.build([add_below(desk, "Một câu.")])
    assert not edition.short
    assert tree(desk.folder / "warm") == clean(desk, search=False)


def test_a_change_that_nobody_told_of_is_seen_when_it_looks_around(desk: Desk) -> None:
    warm = staying(desk)
    warm.build()
    assert warm.is_current()
    path = add_below(desk, "Một câu.")
    assert not warm.is_current()
    warm.build([path])
    assert warm.is_current()


@pytest.mark.parametrize("moment", ["newsroom.making.render", "newsroom.making.write"])
def test_ctrl_c_ends_the_resident_whenever_it_comes(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    do = pkgutil.resolve_name(moment.replace(".render", ":render").replace(".write", ":write"))

    def interrupted(*given: Any, **named: Any) -> Any:
        signal.raise_signal(signal.SIGINT)
        return do(*given, **named)

    monkeypatch.setattr(moment, interrupted)
    with pytest.raises(KeyboardInterrupt):
        staying(desk).build()


def test_ctrl_c_on_the_short_way_ends_the_resident_too(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    warm = staying(desk)
    warm.build()

    def interrupted(staging: Staging) -> Written:
        signal.raise_signal(signal.SIGINT)
        return write(staging)

    monkeypatch.setattr("newsroom.retouching.write", interrupted)
    with pytest.raises(KeyboardInterrupt):
        warm.build([add_below(desk, "Một câu.")])
    assert tree(desk.folder / "warm") == clean(desk, search=False)


def test_neither_linking_nor_planning_looks_into_a_text(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = without_search(desk)
    reading = read(settings)
    assert reading.records
    monkeypatch.setattr(Body, "whole", lambda _: pytest.fail("a text was asked for"))
    linked = link(reading.records, now=settings.now, preview=False, keep_going=True)
    plan(linked.site, settings, interface_words(settings.theme, settings.labels))


def files_of(desk: Desk) -> dict[Path, tuple[int, int]]:
    found = (path for path in desk.content.rglob("*") if path.is_file())
    return {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in found}


def changed(before: dict[Path, tuple[int, int]], after: dict[Path, tuple[int, int]]) -> list[Path]:
    return [path for path in before | after if before.get(path) != after.get(path)]


def conditions(desk: Desk) -> tuple[object, ...]:
    return desk.site_url, dict(desk.labels)
