"""What a bucket remembers of releases: small over the line, read whole, and never believed."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest

from publishing.hosts import Failed
from publishing.manifest import About, Entry, Manifest, encode
from publishing.memory import Memory
from publishing.shelf import LISTS, MANIFESTS, OWN, POINTER
from tests.built_site import ARTICLE, page
from tests.publishing.house import House
from tests.publishing.store import BUCKET, Store

MANY = {f"x/{number}.txt": str(number) for number in range(60)}


@pytest.fixture
def house(store: Store, tmp_path: Path) -> House:
    return House(store.target(tmp_path), tmp_path)


def test_a_second_manifest_is_a_small_part_of_the_first(store: Store, house: House) -> None:
    house.publish(MANY)
    house.publish(MANY | {ARTICLE: page("sửa"), "moi.txt": "mới"})

    everything = store.all()
    (listed,) = (data for key, data in everything.items() if key.startswith(LISTS))
    assert len(everything[f"{MANIFESTS}{house.release}.json"]) < len(listed) / 3


def test_a_manifest_is_read_as_it_was_kept(store: Store, house: House, tmp_path: Path) -> None:
    house.publish(MANY)
    first = house.last and house.last.after
    house.publish({**dict(list(MANY.items())[9:]), ARTICLE: page("sửa"), "moi.txt": "mới"})
    second = house.last and house.last.after

    memory = Memory(store.target(tmp_path).bucket)

    assert first
    assert second
    assert memory.of(first.about.release) == first
    assert memory.of(second.about.release) == second


def test_a_release_that_changes_much_begins_a_list_of_its_own(store: Store, house: House) -> None:
    house.publish(MANY)
    house.publish({path: f"{text}!" for path, text in MANY.items()})

    assert len(lists(store)) == 2


def test_a_list_goes_when_no_release_leans_on_it(store: Store, tmp_path: Path) -> None:
    house = House(store.target(tmp_path, keep=1), tmp_path)
    for sign in "!?.":
        house.publish({path: text + sign for path, text in MANY.items()})

    assert len(lists(store)) == 2


def test_a_manifest_that_was_kept_whole_and_indented_is_still_read(
    store: Store, house: House
) -> None:
    house.publish(MANY)
    live = house.target.manifest()
    assert live is not None
    for key in lists(store):
        store.client.delete_object(Bucket=BUCKET, Key=key)
    put(store, f"{MANIFESTS}{live.about.release}.json", msgspec.json.format(encode(live)))

    assert house.target.manifest() == live
    assert house.publish(MANY | {"moi.txt": "mới"}) == 0, house.said
    assert set(store.public()) == {*live.files, "moi.txt"}


def test_equal_manifests_are_equal_bytes(store: Store, tmp_path: Path) -> None:
    kept = []
    for paths in (["a", "b"], ["b", "a"]):
        files = {path: Entry(digest=path, size=1, kind="copy") for path in paths}
        store.new()
        Memory(store.target(tmp_path).bucket).keep(Manifest(about("one"), files), None)
        kept.append(store.all())

    assert kept[0] == kept[1]


@pytest.mark.parametrize(
    "spoilt",
    [
        b"",
        b"\x1f\x8bcut",
        gzip.compress(b"{}", mtime=0),
        gzip.compress(b"[]", mtime=0)[:-4],
        b"{}",
    ],
    ids=["empty", "no gzip", "another's", "cut off", "unpacked"],
)
@pytest.mark.parametrize("folder", [MANIFESTS, LISTS], ids=["release", "list"])
def test_a_damaged_manifest_stops_publishing(
    store: Store, house: House, folder: str, spoilt: bytes
) -> None:
    house.publish(MANY)
    before = store.public()
    (key,) = (key for key in store.all() if key.startswith(folder))
    put(store, key, spoilt)

    assert House(store.target(house.work / "2"), house.work / "2").publish() == 1
    assert store.public() == before


def test_a_list_that_names_a_path_outside_is_refused(store: Store, tmp_path: Path) -> None:
    files = {"../out": {"digest": "", "size": 1, "kind": "copy"}}
    text = json.dumps(files).encode()
    put(store, f"{LISTS}{sha256(text).hexdigest()}", text)
    leaning = {"format": 2, "about": msgspec.to_builtins(about("r")), "files": {}}
    leaning["base"] = sha256(text).hexdigest()
    put(store, f"{MANIFESTS}r.json", json.dumps(leaning).encode())

    with pytest.raises(Failed):
        Memory(store.target(tmp_path).bucket).of("r")


def test_a_withdrawal_leaves_no_list_that_names_the_text(store: Store, house: House) -> None:
    house.publish(MANY | {"x/bi-rut.txt": "x"})
    house.publish(MANY, withdrawn="Sai người", force=True, reason="Sai người")
    with house.target.held():
        house.target.manifest()
        house.target.forget_others()

    own = {key: data for key, data in store.all().items() if key.startswith(OWN)}
    live = house.target.manifest()
    assert live
    assert live.files.keys() == store.public().keys()
    assert len(own) == 3
    assert not any(b"bi-rut" in unpacked(data) for data in own.values())


def test_forgetting_keeps_what_the_live_release_leans_on(store: Store, tmp_path: Path) -> None:
    house = House(store.target(tmp_path), tmp_path)
    house.publish(MANY)
    house.publish(MANY | {"moi.txt": "mới"})

    store.target(tmp_path).forget_others()

    live = store.target(tmp_path).manifest()
    assert live
    assert live.files.keys() == store.public().keys()
    assert [key for key in store.all() if key.startswith(LISTS)]


def test_an_earlier_release_that_cannot_be_read_now_loses_nothing(
    store: Store, house: House
) -> None:
    house.publish(MANY | {"a.txt": "1"})
    first = house.release
    house.publish({path: f"{text}!" for path, text in MANY.items()} | {"a.txt": "2"})
    whole = store.all()
    put(store, f"{MANIFESTS}{first}.json", b"")

    house.publish({path: f"{text}!" for path, text in MANY.items()} | {"a.txt": "3"})

    kept = {key for key in whole if key.startswith(OWN) and key != POINTER}
    assert kept <= store.all().keys()


def about(release: str) -> About:
    return replace(About(release="", made="", url=""), release=release)


def lists(store: Store) -> list[str]:
    return [key for key in store.all() if key.startswith(LISTS)]


def put(store: Store, key: str, data: bytes) -> None:
    store.client.put_object(Bucket=BUCKET, Key=key, Body=data)


def unpacked(data: bytes) -> bytes:
    return gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data
