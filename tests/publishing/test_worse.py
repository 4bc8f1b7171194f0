"""An edition that is worse than the live one is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from publishing.manifest import About, Manifest
from publishing.refusals import Candidate
from publishing.worse import worse
from tests.built_site import URL, lay, page, sound_site
from tests.publishing.house import House, Kinds

MEGABYTE = "x" * 1_000_000


def refused(tmp_path: Path, live: dict[str, str], now: dict[str, str], kinds: Kinds) -> list[str]:
    """The reasons against `now` where `live` is live."""
    before = Candidate(built=lay(tmp_path / "live", live), given_url=URL, kinds=kinds)
    manifest = Manifest(About(release="r", made="", url=URL), before.entries)
    after = Candidate(built=lay(tmp_path / "now", now), given_url=URL, kinds=kinds, live=manifest)
    return [refusal.id for refusal in worse(after)]


def pages(number: int) -> dict[str, str]:
    return {f"x{each}/index.html": page("x") for each in range(number)}


@pytest.mark.parametrize(("left", "reasons"), [(90, []), (89, ["refused.fewer"])])
def test_a_tenth_of_the_pages_may_go_and_no_more(
    tmp_path: Path, left: int, reasons: list[str]
) -> None:
    assert refused(tmp_path, pages(100), pages(left), {}) == reasons


@pytest.mark.parametrize(
    "kind", ["article", "withdrawn", "campaign", "unit", "bloc", "document", "event", "page"]
)
def test_the_address_of_a_record_may_not_go_without_a_trace(tmp_path: Path, kind: str) -> None:
    kinds = {"x0/index.html": (f"page:{kind}", "tin/x.md")}
    rest = pages(20)
    rest.pop("x0/index.html")

    assert refused(tmp_path, pages(20), rest, kinds) == ["refused.gone"]


def test_a_stub_in_its_place_is_trace_enough(tmp_path: Path) -> None:
    kinds = {"x0/index.html": ("page:article", "tin/x.md")}
    stub = {"x0/index.html": page("Bài đã gỡ")}

    assert refused(tmp_path, pages(20), pages(20) | stub, kinds) == []


def test_a_list_that_nobody_needs_may_go(tmp_path: Path) -> None:
    kinds = {"x0/index.html": ("page:listing", "")}
    rest = pages(20)
    rest.pop("x0/index.html")

    assert refused(tmp_path, pages(20), rest, kinds) == []


def test_a_site_may_not_double_at_once(tmp_path: Path) -> None:
    live = {f"{each}.pdf": MEGABYTE for each in range(4)}
    more = {f"{each}.pdf": MEGABYTE for each in range(9)}

    assert refused(tmp_path, live, more, {}) == ["refused.grown"]
    assert refused(tmp_path / "less", live, dict(list(more.items())[:7]), {}) == []


def test_a_small_site_may_get_its_first_photos(tmp_path: Path) -> None:
    assert refused(tmp_path, {"a.txt": "x"}, {"a.txt": "x", "b.jpg": MEGABYTE}, {}) == []


def test_many_files_are_not_deleted_at_once(tmp_path: Path) -> None:
    live = {f"{each}.json": "{}" for each in range(101)}

    assert refused(tmp_path, live, {}, {}) == ["refused.deletions"]


def test_force_needs_a_reason_and_the_reason_is_recorded(house: House, public: Path) -> None:
    assert house.publish(pages(20)) == 0

    assert house.publish() == 1
    assert house.publish(force=True) == 1
    assert "--reason" in house.said[0]
    assert house.publish(force=True, reason=" ") == 1
    assert (public / "x0/index.html").exists()

    assert house.publish(force=True, reason="đóng chuyên trang cũ") == 0
    assert not (public / "x0/index.html").exists()
    live = house.target.manifest()
    assert live
    assert live.about.forced == "đóng chuyên trang cũ"
    assert any(line.startswith("Từ chối") for line in house.said)


def test_a_reason_without_need_is_not_recorded(house: House) -> None:
    assert house.publish(force=True, reason="thử") == 0

    live = house.target.manifest()
    assert live
    assert live.about.forced == ""


def test_an_empty_site_never_takes_the_place_of_a_full_one(house: House, public: Path) -> None:
    house.publish(pages(20))

    assert house.publish_from(lambda built: lay(built, {".newsroom": ""})) == 1

    said = "\n".join(house.said)
    for word in ("trang chủ", "feed.atom", "sitemap.xml", "chỉ còn 0 trang", "không có bài viết"):
        assert word in said
    assert len(list(public.rglob("*.html"))) == len(pages(20)) + 2
    assert sound_site()["index.html"] == (public / "index.html").read_text("utf-8")
