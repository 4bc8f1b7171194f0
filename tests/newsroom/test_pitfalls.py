"""What other generators got wrong when they built again, each by its name: the defect, then the
rule that keeps it out. Most compare what stands with a clean build; the oracle tries them in any
order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.planning.digests import Digests
from newsroom.planning.views.news import ListingView
from newsroom.planning.views.shared import ArticleCard, MonthGroup
from tests.building import start, tree
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
