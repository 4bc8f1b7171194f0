"""A build that finds nothing but texts changed makes no plan, and leaves what a clean one does."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from tests.newsroom.desk_of_edits import Desk
from tests.newsroom.long_ways import LONG_WAYS, PAGE, write
from tests.newsroom.rebuilding import Rebuilt, clean, compiled_once, files, rebuild

PLANNED = "Lập danh sách trang"


@pytest.fixture(scope="module", autouse=True)
def quick() -> Iterator[None]:
    with compiled_once():
        yield


@pytest.fixture
def desk(tmp_path: Path, photos: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A site of every kind without search, built into `one`. No file is too young to be known by
    its stamp."""
    monkeypatch.setattr("newsroom.reading.memory.COARSEST", 0)
    desk = Desk(tmp_path, Random(0), photos, search=False)  # noqa: S311 - chance, no secret
    assert rebuild(desk).status == 0
    return desk


def is_short(done: Rebuilt) -> bool:
    return done.status == 0 and PLANNED not in done.told


def test_where_nothing_changed_nothing_is_planned_or_touched(desk: Desk) -> None:
    done = rebuild(desk)

    assert is_short(done)
    assert done.touched == set()
    assert "Lần thay đổi theo lịch kế tiếp" in done.told


@pytest.mark.parametrize(
    "file",
    [
        "articles/phat-dong.md",
        "articles/2020/07/mid-year-review.md",
        "campaigns/cay-xanh.md",
        "units/so-noi-vu.md",
        "pages/gioi-thieu.md",
    ],
)
def test_a_text_edit_makes_no_plan_and_equals_a_clean_build(desk: Desk, file: str) -> None:
    write(desk, file)
    first = rebuild(desk, explain=True)
    before = files(desk)
    write(desk, file, "Và một câu nữa.")

    second = rebuild(desk)

    assert is_short(first)
    assert is_short(second)
    assert f"dữ liệu đổi ({file})" in first.told
    assert before != files(desk)
    assert files(desk) == clean(desk, search=False)


def test_a_text_edit_touches_its_page_and_the_feeds_that_carry_it(desk: Desk) -> None:
    write(desk, "articles/phat-dong.md")

    touched = rebuild(desk).touched

    assert {path for path in touched if not path.endswith("feed.atom")} == {PAGE}
    assert "feed.atom" in touched


def test_texts_are_told_apart_though_they_read_the_same(desk: Desk) -> None:
    one, other = (desk.content / "articles" / f"doi-{name}.md" for name in "ab")
    for path in (one, other):
        path.write_text(
            f"---\ntitle: Tin {path.stem}\ndate: 2020-03-02\nsection: chinh-tri\n---\nNhư nhau.\n",
            "utf-8",
        )
    rebuild(desk)
    write(desk, "articles/doi-a.md")

    done = rebuild(desk)
    write(desk, "articles/doi-b.md", "Câu khác.")
    last = rebuild(desk)

    assert is_short(done)
    assert is_short(last)
    assert files(desk) == clean(desk, search=False)


def test_a_text_that_no_file_holds_leaves_the_state(desk: Desk) -> None:
    def texts() -> int:
        (state,) = desk.folder.glob("cache/state-*.sqlite")
        with sqlite3.connect(state) as connection:
            return int(connection.execute("SELECT count(*) FROM body").fetchone()[0])

    before = texts()
    write(desk, "articles/phat-dong.md")

    assert is_short(rebuild(desk))
    assert texts() == before


def test_what_was_edited_and_put_back_is_as_before(desk: Desk) -> None:
    path = desk.content / "articles" / "phat-dong.md"
    text, before = path.read_text("utf-8"), files(desk)
    write(desk, "articles/phat-dong.md")
    rebuild(desk)
    path.write_text(text, "utf-8")

    done = rebuild(desk)

    assert is_short(done)
    assert files(desk) == before


def test_the_same_bytes_under_another_stamp_are_no_edit(desk: Desk) -> None:
    os.utime(desk.content / "articles" / "phat-dong.md", (1_400_000_000, 1_400_000_000))

    done = rebuild(desk)

    assert is_short(done)
    assert done.touched == set()


@pytest.mark.parametrize("edit", LONG_WAYS, ids=lambda edit: str(edit.__name__))
def test_whatever_else_changed_goes_the_long_way(desk: Desk, edit: Callable[[Desk], None]) -> None:
    edit(desk)
    write(desk, "campaigns/cay-xanh.md")

    done = rebuild(desk)

    assert PLANNED in done.told
    assert done.status == 0
    assert not (desk.folder / "one" / "la").exists()
    assert files(desk) == clean(desk, search=desk.search)


def test_a_text_that_is_searched_goes_the_long_way(desk: Desk) -> None:
    desk.search = True
    rebuild(desk)
    quiet = rebuild(desk)
    write(desk, "articles/phat-dong.md")

    done = rebuild(desk)

    assert is_short(quiet)
    assert PLANNED in done.told
    assert files(desk) == clean(desk, search=True)


def test_after_a_build_that_found_an_error_the_next_one_plans(desk: Desk) -> None:
    path = desk.content / "articles" / "phat-dong.md"
    text = path.read_text("utf-8")
    desk.set(path, section="khong-co")
    failed = rebuild(desk, keep_going=False)
    path.write_text(text, "utf-8")

    done = rebuild(desk)

    assert failed.status == 2
    assert PLANNED in done.told
    assert files(desk) == clean(desk, search=False)


def test_a_site_without_its_broken_records_is_no_ground_for_it(desk: Desk) -> None:
    desk.set(desk.content / "articles" / "phat-dong.md", section="khong-co")
    first = rebuild(desk)

    second = rebuild(desk)

    assert (first.status, second.status) == (3, 3)
    assert PLANNED in second.told


def test_a_view_that_was_damaged_in_the_state_is_not_drawn(desk: Desk) -> None:
    (state,) = desk.folder.glob("cache/state-*.sqlite")
    with sqlite3.connect(state) as connection:
        connection.execute("UPDATE output SET view = 'x' WHERE path = ?", (PAGE,))
    write(desk, "articles/phat-dong.md")

    done = rebuild(desk)

    assert PLANNED in done.told
    assert files(desk) == clean(desk, search=False)


def test_warnings_are_told_again(desk: Desk) -> None:
    write(desk, "articles/phat-dong.md", "Xem văn bản số 99/KH-UBND ngày 1/2/2019.")
    warned = rebuild(desk)

    again = rebuild(desk)

    assert is_short(again)
    told = [line for line in warned.told.splitlines() if ": W" in line]
    assert told == [line for line in again.told.splitlines() if ": W" in line]
