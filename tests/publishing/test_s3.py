"""Publishing to a real S3 server: the right files, in the right order, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from publishing.shelf import OWN
from publishing.tables import FOR_EVER, SHORTLY
from tests.built_site import ARTICLE, page, sound_site
from tests.publishing.house import House
from tests.publishing.store import BUCKET, Store

PICTURE = "anh/a-0123abcd-400.jpg"


@pytest.fixture
def house(store: Store, tmp_path: Path) -> House:
    return House(store.target(tmp_path), tmp_path)


def test_the_bucket_holds_the_site_and_nothing_more_that_is_public(
    store: Store, house: House
) -> None:
    assert house.publish({PICTURE: "x"}) == 0, house.said

    site = {path: text.encode() for path, text in sound_site().items() if path != ".newsroom"}
    assert store.public() == site | {PICTURE: b"x"}


@pytest.mark.parametrize(
    ("path", "kind", "lifetime"),
    [
        ("index.html", "text/html; charset=utf-8", SHORTLY),
        ("feed.atom", "application/xml; charset=utf-8", SHORTLY),
        (PICTURE, "image/jpeg", FOR_EVER),
        ("tim-kiem/a1b2c3d4e5.json", "application/json; charset=utf-8", FOR_EVER),
        ("du-lieu/article-2020.json", "application/json; charset=utf-8", SHORTLY),
        ("lich/lich.ics", "text/calendar; charset=utf-8", SHORTLY),
    ],
)  # fmt: skip
def test_every_object_says_its_type_and_for_how_long(
    store: Store, house: House, path: str, kind: str, lifetime: str
) -> None:
    files = {path: "{}"} if path not in sound_site() else {}
    house.publish(files)

    head = store.head(path)

    assert (head["ContentType"], head["CacheControl"]) == (kind, lifetime)
    assert len(head["Metadata"]["sha256"]) == 64


def test_only_what_changed_is_put_and_what_is_gone_goes_last(store: Store, house: House) -> None:
    house.publish({"cu.txt": "cũ", PICTURE: "x"})
    store.line.requests.clear()

    house.publish({ARTICLE: page("sửa"), PICTURE: "x"})

    asked = [(m, p.removeprefix(f"/{BUCKET}/")) for m, p in store.line.requests if OWN not in p]
    changes = [each for each in asked if each[0] in ("PUT", "DELETE")]
    assert changes == [("PUT", ARTICLE), ("DELETE", "cu.txt")]
    assert "cu.txt" not in store.public()


def test_assets_come_before_pages_and_the_home_page_last(store: Store, house: House) -> None:
    house.publish({"moi/index.html": page("x"), PICTURE: "x", "tep/a-0123abcd.pdf": "x"})

    put = [p.removeprefix(f"/{BUCKET}/") for m, p in store.line.requests if m == "PUT"]
    public = [path for path in put if not path.startswith(OWN)]
    assert public[0] == "tep/a-0123abcd.pdf"
    assert public[1] == PICTURE
    assert {*public[2:4]} == {ARTICLE, "moi/index.html"}
    assert public[-1] == "index.html"
    assert put[-1] == f"{OWN}live.json"


def test_somebody_elses_object_is_never_touched(store: Store, house: House) -> None:
    store.client.put_object(Bucket=BUCKET, Key="thu-vien/sach.pdf", Body=b"theirs")
    house.publish()
    house.publish({ARTICLE: page("sửa")})

    assert store.public()["thu-vien/sach.pdf"] == b"theirs"


def test_an_object_that_somebody_changed_is_put_right(store: Store, house: House) -> None:
    house.publish()
    store.client.put_object(Bucket=BUCKET, Key=ARTICLE, Body=b"spoilt")

    house.publish({"moi/index.html": page("mới")})

    assert store.public()[ARTICLE] == sound_site()[ARTICLE].encode()


def test_one_can_go_back_without_a_byte_over_the_line(store: Store, house: House) -> None:
    big = page("dài " * 20_000)
    house.publish({"x/index.html": big, "cu.txt": "cũ"})
    first, old = house.release, store.public()
    house.publish({"x/index.html": page("mới")})
    store.line.sent = 0

    go_back(house, first)

    assert store.public() == old
    assert store.head("x/index.html")["CacheControl"] == SHORTLY
    assert house.release == first
    assert store.line.sent < len(big)


def test_a_newer_page_still_finds_its_picture_after_one_went_back(
    store: Store, house: House
) -> None:
    house.publish()
    first = house.release
    house.publish({PICTURE: "new"})

    go_back(house, first)
    assert store.public()[PICTURE] == b"new"

    assert house.publish({"x.txt": "x"}) == 0
    assert store.public()[PICTURE] == b"new"


def test_bytes_that_no_release_needs_are_removed(store: Store, tmp_path: Path) -> None:
    house = House(store.target(tmp_path, keep=1), tmp_path)
    for number in range(4):
        house.publish({"x.txt": str(number)})

    own = [key for key in store.all() if key.startswith(OWN)]
    kept = [store.all()[key] for key in own if "/bytes/" in key]
    assert kept == [b"2"]
    assert len([key for key in own if "/releases/" in key]) == 2


def test_a_picture_waits_for_readers_of_older_pages(store: Store, house: House) -> None:
    house.publish({PICTURE: "x"})
    for number in range(5):
        house.publish({"x.txt": str(number)})
        assert PICTURE in store.public()
    house.publish({"x.txt": "last"})

    assert PICTURE not in store.public()


def test_a_site_may_stand_below_a_prefix(store: Store, tmp_path: Path) -> None:
    house = House(store.target(tmp_path, prefix="tinh/thi-dua"), tmp_path)

    assert house.publish() == 0

    assert all(key.startswith("tinh/thi-dua/") for key in store.all())
    assert house.release


def go_back(house: House, release: str) -> None:
    with house.target.held():
        live = house.target.manifest()
        assert live is not None
        house.target.go_back(house.target.of(release), live)
