"""A published folder remembers its releases: what each held, and how to go back."""

from __future__ import annotations

import gzip
import shutil
from hashlib import sha256
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it ships no types

from publishing.folder import FolderTarget
from publishing.manifest import decode
from tests.building import tree
from tests.built_site import ARTICLE, page
from tests.publishing.house import House


def test_the_manifest_names_every_file_and_stands_beside_the_folder(
    house: House, public: Path
) -> None:
    house.publish(kinds={ARTICLE: ("page:article", "articles/2020/07/so-ket.md")})

    manifest = decode(
        (public.with_name(".public.newsroom") / f"{house.release}.json").read_bytes()
    )

    assert manifest.files.keys() == tree(public).keys() - {"_headers", "_redirects"}
    entry, data = manifest.files[ARTICLE], (public / ARTICLE).read_bytes()
    assert (entry.digest, entry.size) == (sha256(data).hexdigest(), len(data))
    assert (entry.kind, entry.source) == ("page:article", "articles/2020/07/so-ket.md")


def test_the_same_site_again_is_no_new_release(house: House) -> None:
    house.publish()
    first = house.release

    assert house.publish() == 0

    assert house.release == first
    assert first in house.said[0]


def test_one_can_go_back_and_forth(house: House, public: Path) -> None:
    house.publish({"cu/index.html": page("cũ")})
    old, first = tree(public), house.release
    house.publish({"moi/index.html": page("mới")})
    new, second = tree(public), house.release

    go_back(house, first)
    assert (tree(public), house.release) == (old, first)
    go_back(house, second)
    assert (tree(public), house.release) == (new, second)


def test_five_releases_are_kept_and_no_more(house: House, public: Path) -> None:
    for number in range(8):
        house.publish({"x/index.html": page(f"bản {number}")})

    known = house.target.releases()

    assert known.live == known.releases[0].release
    assert len(known.releases) == 6
    assert len(list(public.with_name(".public.newsroom").glob("*.json"))) == 6


OLD, NEW = "anh/a-0123abcd-400.jpg", "anh/a-4567cdef-400.jpg"


def test_a_picture_that_no_page_uses_waits_for_readers_of_older_pages(
    house: House, public: Path
) -> None:
    house.publish({OLD: "old"})

    for number in range(5):
        house.publish({NEW: "new", "x.txt": str(number)})
        assert (public / OLD).read_text() == "old"
    house.publish({NEW: "new", "x.txt": "last"})

    assert not (public / OLD).exists()
    assert (public / NEW).exists()


def test_a_newer_page_still_finds_its_picture_after_one_went_back(
    house: House, public: Path
) -> None:
    house.publish()
    first = house.release
    house.publish({NEW: "new"})

    go_back(house, first)
    assert (public / NEW).read_text() == "new"

    assert house.publish({"x.txt": "x"}) == 0
    assert (public / NEW).read_text() == "new"


def test_a_folder_whose_manifest_is_lost_is_still_compared(house: House, public: Path) -> None:
    house.publish({f"x{number}/index.html": page("x") for number in range(20)})
    shutil.rmtree(public.with_name(".public.newsroom"))

    assert house.publish() == 1

    assert any("20" in line or "22" in line for line in house.said)


def test_copies_are_made_where_the_host_serves_them(tmp_path: Path) -> None:
    house = House(FolderTarget(tmp_path / "public", {"compressed": True}, tmp_path), tmp_path)
    house.publish({"x/index.html": page("dài " * 1000)})
    copies = {
        path: data
        for path, data in tree(tmp_path / "public").items()
        if path[-3:] in (".gz", ".br")
    }

    assert copies.keys() == {"x/index.html.gz", "x/index.html.br"}
    whole = (tmp_path / "public" / "x" / "index.html").read_bytes()
    assert gzip.decompress(copies["x/index.html.gz"]) == whole
    assert brotli.decompress(copies["x/index.html.br"]) == whole


def go_back(house: House, release: str) -> None:
    with house.target.held():
        live = house.target.manifest()
        assert live is not None
        house.target.go_back(house.target.of(release), live)
