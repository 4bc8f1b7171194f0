"""What a second build touches, what it says of it, and that nothing goes stale unseen: each
pitfall of other generators by its name."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from newsroom.rendering import render
from newsroom.settings import Settings
from tests.newsroom.desk_of_edits import Desk
from tests.newsroom.rebuilding import clean, compiled_once, files, rebuild, rebuilt


@pytest.fixture(scope="module", autouse=True)
def quick() -> Iterator[None]:
    with compiled_once():
        yield


def test_where_nothing_changed_nothing_is_touched(desk: Desk) -> None:
    done = rebuild(desk)

    assert done.touched == set()
    assert " 0 mới hoặc đổi" in done.told


def test_a_body_edit_makes_the_page_and_the_feeds_that_carry_its_text(desk: Desk) -> None:
    path = desk.content / "articles" / "phat-dong.md"
    path.write_text(path.read_text("utf-8") + "\nThêm một câu.\n", "utf-8")

    done = rebuild(desk)

    pages = {path for path in done.touched if not path.startswith("tim-kiem/")}
    assert {path for path in pages if not path.endswith("feed.atom")} == {
        "tin/2020/03/phat-dong/index.html"
    }
    assert "feed.atom" in done.touched


def test_a_retag_touches_the_old_list_and_the_new(desk: Desk) -> None:
    desk.set(desk.content / "articles" / "guong-cham-cay.md", tags="[hoà giải]")

    done = rebuild(desk)

    assert {"tin/the/hoa-giai/index.html", "tin/2020/03/guong-cham-cay/index.html"} <= done.touched
    assert "tin/the/cay-xanh/index.html" in done.touched | done.gone


def test_another_address_takes_the_old_page_away(desk: Desk) -> None:
    old = desk.content / "articles" / "thong-bao-hop.md"
    old.rename(old.with_name("thong-bao.md"))

    done = rebuild(desk)

    assert "tin/2020/03/thong-bao-hop/index.html" in done.gone
    assert "tin/2020/03/thong-bao/index.html" in files(desk)


def test_what_is_deleted_and_added_again_is_there_again(desk: Desk) -> None:
    path = desk.content / "articles" / "thong-bao-hop.md"
    text, before = path.read_text("utf-8"), files(desk)
    path.unlink()
    rebuild(desk)
    path.write_text(text, "utf-8")

    rebuild(desk)

    assert files(desk) == before


def test_another_order_of_the_menu_reaches_every_page(desk: Desk) -> None:
    desk.change(desk.content / "site.yaml", "  - /tin/\n", "  - /su-kien/\n")
    rebuild(desk)

    assert files(desk) == clean(desk)


def test_an_older_file_with_an_older_mtime_is_a_change(desk: Desk) -> None:
    path = desk.content / "articles" / "phat-dong.md"
    path.write_text(path.read_text("utf-8").replace("Đoạn", "Khúc"), "utf-8")
    os.utime(path, (1, 1))

    assert rebuild(desk).touched
    assert files(desk) == clean(desk)


def test_another_output_folder_is_built_whole(desk: Desk) -> None:
    done = rebuild(desk, output="two")

    assert "Dựng lại toàn bộ: chưa có bản dựng trước" in done.told
    assert files(desk, "two") == files(desk)


def test_content_that_was_moved_is_the_same_content(desk: Desk) -> None:
    elsewhere = desk.content.rename(desk.folder / "elsewhere")

    done = rebuild(desk, content=elsewhere)
    path = elsewhere / "articles" / "phat-dong.md"
    path.write_text(path.read_text("utf-8") + "\nThêm một câu.\n", "utf-8")
    rebuild(desk, content=elsewhere)

    assert "Dựng lại toàn bộ" not in done.told
    assert done.touched == set()
    assert files(desk) == clean(desk, content=elsewhere)


def test_a_hidden_article_leaves_every_file_in_the_same_build(desk: Desk) -> None:
    path = desk.content / "articles" / "guong-cham-cay.md"
    desk.set(path, status="draft", title="Chuyện kín đáo")

    rebuild(desk)

    assert not [
        path for path, data in files(desk).items() if "Tổ dân phố chăm cây".encode() in data
    ]
    assert not [path for path, data in files(desk).items() if "Chuyện kín đáo".encode() in data]


def test_the_clock_changes_exactly_what_is_due(desk: Desk) -> None:
    path = desk.content / "articles" / "guong-cham-cay.md"
    desk.set(path, date=f"{desk.now + timedelta(hours=3):%Y-%m-%d %H:%M}")
    rebuild(desk)
    desk.now += timedelta(hours=2)
    early = rebuild(desk)
    desk.now += timedelta(hours=2)

    late = rebuild(desk)

    assert early.touched == set()
    assert "tin/2020/08/guong-cham-cay/index.html" in late.touched
    assert files(desk) == clean(desk)


@pytest.mark.parametrize("name", ["index.html", "feed.atom", "tin/2020/03/phat-dong/index.html"])
def test_what_someone_deleted_or_edited_by_hand_is_healed(desk: Desk, name: str) -> None:
    before = files(desk)
    file = desk.folder / "one" / name
    file.write_bytes(before[name][::-1])
    edited = rebuild(desk)
    file.unlink()

    deleted = rebuild(desk)

    assert edited.touched == deleted.touched == {name}
    assert files(desk) == before


def test_each_output_made_is_explained_where_that_is_asked(desk: Desk) -> None:
    desk.set(desk.content / "articles" / "phat-dong.md", title="Đầu đề khác")
    desk.change(
        desk.theme / "templates" / "pages" / "unit.html",
        "{% block main %}",
        "{% block main %}<br>",
    )
    (desk.folder / "one" / "robots.txt").unlink()
    (desk.folder / "one" / "404.html").write_text("x", "utf-8")

    told = rebuild(desk, explain=True).told.splitlines()

    page = "tin/2020/03/phat-dong/index.html"
    assert f"{page}: dữ liệu đổi (articles/phat-dong.md)" in told
    assert "don-vi/phong-cu/index.html: mẫu trang hoặc chữ giao diện đổi" in told
    assert "robots.txt: tệp bị thiếu" in told
    assert "404.html: tệp bị sửa từ bên ngoài" in told


def test_a_damaged_state_is_a_full_build_said_in_one_line(desk: Desk) -> None:
    (state,) = desk.folder.glob("cache/state-*.sqlite")
    state.write_bytes(b"not a database")

    done = rebuild(desk)

    assert "Dựng lại toàn bộ: tệp trạng thái bị hỏng\n" in done.told
    assert done.touched == set()


def test_a_theme_edited_during_the_build_is_not_taken_for_built(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    template = desk.theme / "templates" / "base.html"
    before = template.read_text("utf-8")

    def while_someone_edits(*given: Any) -> Any:
        template.write_text(before.replace("</body>", "</body >"), "utf-8")
        return render(*given)

    desk.change(desk.theme / "styles" / "base.css", "/*", "/* ")
    desk.change(
        desk.theme / "components" / "leaf" / "leaf.html", "{% endmacro %}", " {% endmacro %}"
    )
    monkeypatch.setattr("newsroom.making.render", while_someone_edits)
    rebuild(desk)
    monkeypatch.undo()
    template.write_text(before, "utf-8")

    rebuild(desk)

    assert files(desk) == clean(desk)


def test_content_with_an_error_leaves_the_output_as_it_was(desk: Desk) -> None:
    before = files(desk)
    desk.set(desk.content / "articles" / "phat-dong.md", section="khong-co")

    done = rebuild(desk, keep_going=False)

    assert done.status == 2
    assert files(desk) == before


def test_broken_and_mended_records_come_and_go(desk: Desk) -> None:
    before = files(desk)
    path = desk.content / "articles" / "phat-dong.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace("title:", "tilte:"), "utf-8")

    broken = rebuild(desk)
    without = files(desk)
    path.write_text(text, "utf-8")
    mended = rebuild(desk)

    assert (broken.status, mended.status) == (3, 0)
    assert "tin/2020/03/phat-dong/index.html" not in without
    assert files(desk) == before


def test_checking_needs_neither_the_lock_nor_an_output(desk: Desk, tmp_path: Path) -> None:
    settings = replace(desk.settings("never"), check=True, cache=tmp_path / "no-cache")

    status, told = rebuilt(settings)

    assert (status, "sẽ dựng" in told) == (0, True)
    assert not (tmp_path / "no-cache").exists()
    assert not settings.output.exists()


def test_settings_that_no_page_shows_make_nothing(desk: Desk) -> None:
    settings: Settings = replace(desk.settings("one"), workers=3, language="en", format="github")

    assert "0 mới hoặc đổi" in rebuilt(settings)[1]
