"""What other generators got wrong when they built again, each by its name: the defect, then the
rule that keeps it out. Most compare what stands with a clean build; the oracle tries them in any
order."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.planning.digests import Digests
from newsroom.planning.views.news import ListingView
from newsroom.planning.views.shared import ArticleCard, MonthGroup
from publishing.guard import guard
from publishing.refusals import Candidate
from tests.building import ROOT, tree
from tests.newsroom.desk_of_edits import Desk
from tests.newsroom.planning.full_views import full
from tests.newsroom.rebuilding import clean, compiled_once, files, rebuild

FIRST, SECOND = "articles/phat-dong.md", "articles/guong-cham-cay.md"


@pytest.fixture(scope="module", autouse=True)
def quick() -> Iterator[None]:
    with compiled_once():
        yield


def add(desk: Desk) -> None:
    desk.set(desk.add("tin-moi"), date="2020-07-31 12:00")


def retitle(desk: Desk) -> None:
    desk.set(desk.content / FIRST, title="Đầu đề khác")


def retag(desk: Desk) -> None:
    desk.set(desk.content / FIRST, tags="[cây xanh]", campaigns="[cay-xanh]", units="[so-noi-vu]")


def redate(desk: Desk) -> None:
    desk.set(desk.content / FIRST, date="2019-11-20")


@pytest.mark.parametrize(
    ("edit", "follow"),
    [
        (add, {"index.html", "tin/index.html"}),
        (retitle, {"tin/index.html", "phong-trao/cay-xanh/tin/index.html"}),
        (retag, {"tin/the/cay-xanh/index.html", "don-vi/so-noi-vu/tin/index.html"}),
        (redate, {"luu-tru/index.html", "luu-tru/2019/11/index.html"}),
    ],
)
def test_jekyll_3411_3872_hwaro_642_home_lists_archive_and_tags_do_not_go_stale(
    desk: Desk, edit: Callable[[Desk], None], follow: set[str]
) -> None:
    edit(desk)

    touched = rebuild(desk).touched

    assert follow - touched == set()
    assert files(desk) == clean(desk)


def test_jekyll_4112_hwaro_769_feeds_keep_the_text_of_articles_that_were_not_read_again(
    desk: Desk,
) -> None:
    before = files(desk)
    retitle(desk)

    rebuild(desk)

    feed = files(desk)["feed.atom"]
    assert feed == clean(desk)["feed.atom"] != before["feed.atom"]
    assert feed.count(b"<content") == before["feed.atom"].count(b"<content") > 1


def test_hugo_5266_hwaro_769_an_old_address_is_gone(desk: Desk) -> None:
    path = desk.content / "articles" / "thong-bao-hop.md"
    path.rename(path.with_name("thong-bao.md"))

    rebuild(desk)

    assert not [name for name in files(desk) if "thong-bao-hop/" in name]


def test_hugo_5266_two_addresses_that_change_places_hold_each_others_article(desk: Desk) -> None:
    one, other = desk.content / FIRST, desk.content / SECOND
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)

    rebuild(desk)

    assert files(desk) == clean(desk)


def test_sphinx_5506_another_order_of_the_menu_reaches_every_page(desk: Desk) -> None:
    pages = {name for name in files(desk) if name.endswith(".html") and "/en/" not in f"/{name}"}
    desk.change(desk.content / "site.yaml", "  - /tin/\n", "  - /su-kien/\n")

    touched = rebuild(desk).touched

    stubs = {name for name in pages - touched if b"<nav" not in files(desk)[name]}
    assert pages - touched == stubs
    assert files(desk) == clean(desk)


def test_eleventy_2992_a_middle_page_of_a_list_follows_what_it_lists(desk: Desk) -> None:
    for number in range(60):
        path = desk.add(f"tin-{number}")
        desk.set(path, date=f"2020-01-{1 + number % 28:02} 0{number // 28}:00")
    rebuild(desk)
    (page,) = [
        name
        for name, data in files(desk).items()
        if re.fullmatch(r"tin/trang/\d+/index\.html", name) and b"/tin-30/" in data
    ]
    desk.set(desk.content / "articles" / "tin-30.md", title="Đầu đề ở giữa")

    touched = rebuild(desk).touched

    assert page in touched
    assert "Đầu đề ở giữa".encode() in files(desk)[page]


def test_astro_17634_bengal_130_a_warm_build_leaves_no_dead_link_and_no_lost_photo(
    desk: Desk,
) -> None:
    retitle(desk)
    rebuild(desk)

    found = files(desk)

    dead = {
        (name, href)
        for name, data in found.items()
        if name.endswith(".html")
        for href in re.findall(r'(?:href|src)="(/[^"#?]*)', data.decode())
        if href.lstrip("/") not in found and f"{href}index.html".lstrip("/") not in found
    }
    assert dead == set()
    assert any(name.endswith(".avif") for name in found)


def test_astro_17616_17659_two_cold_builds_are_equal_whatever_the_order_of_sets(
    desk: Desk, tmp_path: Path
) -> None:
    for seed in ("1", "2"):
        given = {"PYTHONHASHSEED": seed, "NEWSROOM_WORKERS": seed}
        assert start(desk.content, tmp_path / seed, **given).wait() == 0

    assert tree(tmp_path / "1" / "output") == tree(tmp_path / "2" / "output")


def start(content: Path, folder: Path, **given: str) -> subprocess.Popen[bytes]:
    """A build in a process of its own, into folder/output."""
    options = ("-s", str(ROOT / "pelicanconf.py"), "-o", str(folder / "output"))
    own = {"NEWSROOM_NOW": "2020-08-01T08:00", "NEWSROOM_CACHE": str(folder / "cache")}
    return subprocess.Popen(
        [sys.executable, "-m", "pelican", str(content), *options, "--fatal", "errors"],
        env={**os.environ, **own, **given},
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
    )


def test_astro_17630_what_many_lists_show_is_digested_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    digested: list[object] = []
    digest = Digests._digest

    def counted(self: Digests, value: object) -> bytes:
        digested.append(value)
        return digest(self, value)

    monkeypatch.setattr(Digests, "_digest", counted)
    card = full(ArticleCard)
    groups = (replace(full(MonthGroup), cards=(card,) * 20),)
    digests = Digests()
    for number in range(1000):
        digests.of(replace(full(ListingView), title=str(number), groups=groups))

    assert sum(value is card for value in digested) == 1
    assert len(digested) == 1001


def test_lektor_1007_an_edit_of_one_language_leaves_the_other_as_it_was(desk: Desk) -> None:
    path = desk.content / "articles" / "2020" / "07" / "mid-year-review.md"
    path.write_text(path.read_text("utf-8") + "\nOne more sentence.\n", "utf-8")

    touched = rebuild(desk).touched

    pages = {name for name in touched if name.endswith(".html")} - {"tim-kiem/index.html"}
    assert pages
    assert all(name.startswith("en/") for name in pages)
    assert files(desk) == clean(desk)


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
