"""What other generators got wrong when they built again with files and what is public, each by
its name (see test_pitfalls)."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from publishing.guard import guard
from publishing.refusals import Candidate
from tests.building import start
from tests.newsroom.desk_of_edits import Desk
from tests.newsroom.rebuilding import clean, compiled_once, files, rebuild

FIRST, SECOND = "articles/phat-dong.md", "articles/guong-cham-cay.md"


@pytest.fixture(scope="module", autouse=True)
def quick() -> Iterator[None]:
    with compiled_once():
        yield


def retitle(desk: Desk) -> None:
    desk.set(desk.content / FIRST, title="Đầu đề khác")


def test_hwaro_an_older_file_that_comes_back_with_its_old_mtime_is_seen(desk: Desk) -> None:
    path = desk.content / FIRST
    old, stamp = path.read_bytes(), path.stat()
    path.write_bytes(old + "\nCâu mới.\n".encode())
    rebuild(desk)
    path.write_bytes(old)
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))

    assert rebuild(desk).touched
    assert files(desk) == clean(desk)


def test_hwaro_another_output_folder_gets_the_whole_site(desk: Desk) -> None:
    rebuild(desk, output="two")
    retitle(desk)
    rebuild(desk, output="two")

    assert files(desk, "one") != files(desk, "two") == clean(desk)


def test_hwaro_one_tag_with_a_comma_is_not_two_tags(desk: Desk) -> None:
    desk.set(desk.content / FIRST, tags='["xanh, sạch"]')
    rebuild(desk)
    one = files(desk)
    desk.set(desk.content / FIRST, tags="[xanh, sạch]")

    rebuild(desk)

    assert files(desk) == clean(desk) != one
    assert {"tin/the/xanh/index.html", "tin/the/sach/index.html"} <= files(desk).keys()


def test_hwaro_a_photo_that_came_later_is_found(desk: Desk) -> None:
    photos = desk.content / "photos" / "2020" / "07"
    desk.set(desk.content / FIRST, photo="{file: photos/2020/07/moi.png, alt: Cây}")
    missing = rebuild(desk)
    (photos / "moi.png").write_bytes((photos / "cay.png").read_bytes())

    there = rebuild(desk)

    assert (missing.status, there.status) == (3, 0)
    assert files(desk) == clean(desk)


def test_hwaro_a_template_that_shadows_another_is_drawn_with(desk: Desk) -> None:
    component = desk.theme / "components" / "leaf" / "leaf.html"
    shadow = desk.theme / "templates" / "leaf" / "leaf.html"
    shadow.parent.mkdir()
    shadow.write_text(component.read_text("utf-8").replace("<a ", "<a data-x "), "utf-8")

    with_shadow = rebuild(desk)
    same = files(desk) == clean(desk)
    shadow.unlink()

    assert with_shadow.touched
    assert same
    assert rebuild(desk).touched
    assert files(desk) == clean(desk)


def test_hugo_15026_what_is_no_longer_public_leaves_every_file_at_once(desk: Desk) -> None:
    path = desk.content / SECOND
    title = re.search(r"(?m)^title: (.*)$", path.read_text("utf-8"))
    assert title
    words = title[1].encode()
    assert [name for name, data in files(desk).items() if words in data]
    text = path.read_text("utf-8")
    for keys in (
        {"status": "draft"},
        {"date": "2020-08-01 11:00"},
        {"status": "withdrawn", "withdrawal": "{date: 2020-07-31, reason: Nhầm.}"},
    ):
        path.write_text(text, "utf-8")
        rebuild(desk)
        desk.set(path, **keys)

        rebuild(desk)

        assert [name for name, data in files(desk).items() if words in data] == []


def test_hwaro_733_a_site_that_lost_its_articles_takes_no_published_one_away(desk: Desk) -> None:
    for path in desk.content.glob("articles/**/*.md"):
        path.unlink()
    desk.broken.clear()

    rebuild(desk)

    refusals = guard(Candidate(built=desk.folder / "one", given_url="https://thu.example"))
    assert "refused.no_article" in {refusal.id for refusal in refusals}


@pytest.mark.long
def test_hugo_12129_long_texts_do_not_make_a_build_large(tmp_path: Path) -> None:
    small, large = (peak_of(tmp_path / str(size), size) for size in (1, 100))

    texts = ARTICLES * 100 * len(SENTENCE.encode()) / 2**20
    assert large - small < texts / 2, f"{small:.0f} and {large:.0f} MiB, texts {texts:.0f} MiB"


ARTICLES = 400
SENTENCE = "Các đơn vị trong khối đã rà soát chương trình công tác. " * 20


def peak_of(folder: Path, paragraphs: int) -> float:
    """The largest process of a cold build, in MiB."""
    content = folder / "content"
    (content / "articles").mkdir(parents=True)
    (content / "sections").mkdir()
    (content / "site.yaml").write_text(
        "name: Thử\nowner: Thử\nurl: https://thu.example\n", "utf-8"
    )
    (content / "sections" / "muc.yaml").write_text("name: Mục\norder: 1\n", "utf-8")
    for number in range(ARTICLES):
        head = f"---\ntitle: Tin số {number}\ndate: 2020-07-01\nsection: muc\n---\n"
        body = "\n\n".join(f"{number} {SENTENCE}" for _ in range(paragraphs))
        (content / "articles" / f"tin-{number}.md").write_text(f"{head}{body}\n", "utf-8")
    process = start(content, folder, NEWSROOM_WORKERS="1", NEWSROOM_SEARCH="0")
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return used.ru_maxrss / 1024


def test_pelican_2806_addresses_that_meet_are_told_before_anything_is_written(
    desk: Desk,
) -> None:
    before = files(desk)
    desk.set(desk.content / FIRST, aliases="[/tin/trang/1/]")
    for number in range(45):
        desk.add(f"tin-{number}")

    done = rebuild(desk, keep_going=False)

    assert done.status == 2
    assert "tin/trang/1" in done.told
    assert files(desk) == before


def test_pelican_2806_names_that_end_in_digits_do_not_meet_pages_of_lists(desk: Desk) -> None:
    for id in ("tin-2", "tin2", "trang-2", "2"):
        desk.set(desk.add(id), date="2020-02-02")

    assert rebuild(desk).status == 0
    assert {f"tin/2020/02/{id}/index.html" for id in ("tin-2", "tin2", "trang-2", "2")} <= set(
        files(desk)
    )
