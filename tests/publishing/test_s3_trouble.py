"""A store in trouble: what readers have stays whole, and the next publishing finishes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from publishing.shelf import OWN
from tests.built_site import ARTICLE, page, sound_site
from tests.publishing.house import House
from tests.publishing.store import KEY, SECRET, Spoil, Store, refusal

NEWER = "anh/b-4567cdef-400.jpg"
OLDER = "anh/a-0123abcd-400.jpg"


@pytest.fixture
def house(store: Store, tmp_path: Path) -> House:
    house = House(store.target(tmp_path, workers=2), tmp_path)
    assert house.publish(edition(OLDER)) == 0, house.said
    return house


def edition(picture: str) -> dict[str, str]:
    """An edition whose every page shows one picture."""
    shown = f'<img src="/{picture}" alt=""><a href="/tin/2020/07/so-ket/">x</a>'
    return {picture: picture, ARTICLE: page(shown), "index.html": page(shown)}


def after(number: int, trouble: bytes, method: str = "PUT") -> Spoil:
    """Let so many requests of the method through, then give this answer to every one."""
    seen = [0]

    def spoil(asked: str, path: str) -> bytes | None:
        if asked != method or OWN in path:
            return None
        seen[0] += 1
        return trouble if seen[0] > number else None

    return spoil


def pages_without_assets(public: dict[str, bytes]) -> list[str]:
    """Pages that show a picture which is not there."""
    return [
        f"{path}: {picture}"
        for path, data in public.items()
        if path.endswith(".html")
        for picture in re.findall(r'src="/([^"]+)"', data.decode())
        if picture not in public
    ]


TROUBLES: dict[str, tuple[bytes, str]] = {
    "a cut line": (b"", "mất kết nối"),
    "half an answer": (b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nx", "sự cố"),
    "a store in trouble": (refusal("500 Internal Server Error", "InternalError"), "sự cố"),
    "a full quota": (refusal("507 Insufficient Storage", "QuotaExceeded"), "hết chỗ"),
    "a skewed clock": (refusal("403 Forbidden", "RequestTimeTooSkewed"), "đồng hồ"),
    "a wrong key": (refusal("403 Forbidden", "InvalidAccessKeyId"), "khoá"),
    "a key with too few rights": (refusal("403 Forbidden", "AccessDenied"), "quyền"),
    "too much haste": (refusal("503 Slow Down", "SlowDown"), "chậm lại"),
}


@pytest.mark.parametrize("number", [0, 2])
@pytest.mark.parametrize("trouble", TROUBLES)
def test_trouble_half_way_leaves_no_page_without_its_assets_and_the_next_run_finishes(
    store: Store, house: House, trouble: str, number: int
) -> None:
    before = house.release
    answer, word = TROUBLES[trouble]
    store.line.spoil = after(number, answer)

    assert house.publish(edition(NEWER)) == 1

    assert any(word in line for line in house.said), house.said
    assert pages_without_assets(store.public()) == []
    store.line.spoil = lambda _method, _path: None
    assert house.release == before

    assert house.publish(edition(NEWER)) == 0, house.said
    site = sound_site() | edition(NEWER) | {OLDER: OLDER}
    site.pop(".newsroom")
    assert store.public() == {path: text.encode() for path, text in site.items()}


@pytest.mark.parametrize("path", [NEWER, ARTICLE, "index.html"])
def test_bytes_that_were_spoilt_on_the_way_are_noticed_and_never_called_live(
    store: Store, house: House, path: str
) -> None:
    before = house.release
    store.line.alter = lambda method, asked, body: (
        body.replace(body[-9:-8], b"?") if method == "PUT" and asked.endswith(f"/{path}") else body
    )

    assert house.publish(edition(NEWER)) == 1

    assert path in house.said[-1]
    store.line.alter = lambda _method, _path, body: body
    assert house.release == before
    assert house.publish(edition(NEWER)) == 0, house.said
    assert store.public()[path] == edition(NEWER)[path].encode()


def test_where_a_tag_says_nothing_the_store_is_asked_what_it_has(
    store: Store, house: House
) -> None:
    """As where it encrypts by a key of its own: the tag is no MD5."""
    bucket = house.target.bucket  # type: ignore[attr-defined]
    plain = bucket.put

    def put(key: str, *given: object, **more: object) -> str:
        plain(key, *given, **more)
        if key == NEWER:
            store.client.put_object(Bucket="thi-dua", Key=key, Body=b"half")
        return "d41d8cd98f00b204e9800998ecf8427e-1"

    bucket.put = put
    store.line.requests.clear()

    assert house.publish(edition(NEWER)) == 1

    assert NEWER in house.said[-1]
    assert ("HEAD", f"/thi-dua/{NEWER}") in store.line.requests


def test_the_bucket_is_listed_once(store: Store, house: House) -> None:
    store.line.requests.clear()

    assert house.publish(edition(NEWER)) == 0

    assert len([path for method, path in store.line.requests if "list-type" in path]) == 1


def test_what_arrived_before_the_cut_is_not_sent_again(store: Store, house: House) -> None:
    more = {f"anh/c-{number:08x}.jpg": "x" * 20_000 for number in range(20)}
    store.line.spoil = after(15, b"")
    assert house.publish(edition(NEWER) | more) == 1
    store.line.spoil = lambda _method, _path: None
    store.line.requests.clear()

    assert house.publish(edition(NEWER) | more) == 0

    pictures = [
        path for method, path in store.line.requests if method == "PUT" and "/anh/" in path
    ]
    assert 0 < len(pictures) <= 8


@pytest.mark.parametrize("trouble", ["too much haste", "a store in trouble", "a cut line"])
def test_a_trouble_that_passes_is_waited_for(store: Store, tmp_path: Path, trouble: str) -> None:
    house, seen = House(store.target(tmp_path, attempts=3), tmp_path), [0]

    def spoil(method: str, _path: str) -> bytes | None:
        seen[0] += method == "PUT"
        return TROUBLES[trouble][0] if method == "PUT" and seen[0] in (2, 5) else None

    store.line.spoil = spoil

    assert house.publish(edition(NEWER)) == 0, house.said
    assert pages_without_assets(store.public()) == []


def test_a_slow_line_is_no_trouble(store: Store, house: House) -> None:
    store.line.slowly = 0.05

    assert house.publish(edition(NEWER)) == 0


def test_what_an_edition_that_never_went_live_left_is_removed(store: Store, house: House) -> None:
    store.line.spoil = after(3, b"")
    assert house.publish(edition(NEWER) | {"x.txt": "x"}) == 1
    store.line.spoil = lambda _method, _path: None

    assert house.publish(edition(OLDER) | {"y.txt": "y"}) == 0

    assert NEWER not in store.public()
    assert "x.txt" not in store.public()


def test_a_deletion_that_fails_leaves_a_live_edition(store: Store, house: House) -> None:
    house.publish(edition(OLDER) | {"x.txt": "x"})
    store.line.spoil = after(0, b"", "DELETE")

    assert house.publish(edition(NEWER)) == 1
    store.line.spoil = lambda _method, _path: None

    assert pages_without_assets(store.public()) == []
    assert house.publish(edition(NEWER) | {"y.txt": "y"}) == 0
    assert "x.txt" not in store.public()


def test_a_damaged_manifest_stops_everything(store: Store, house: House) -> None:
    (key,) = [key for key in store.all() if key.startswith(f"{OWN}releases/")]
    store.client.put_object(Bucket="thi-dua", Key=key, Body=b'{"about"')
    before = store.public()

    assert house.publish(edition(NEWER)) == 1

    assert store.public() == before
    assert "bảng kê" in house.said[0]


def test_no_key_is_ever_written_or_said(
    store: Store, house: House, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    said: list[str] = []
    for answer, _ in TROUBLES.values():
        store.line.spoil = after(0, answer)
        house.publish(edition(NEWER), secrets={"AWS_SECRET_ACCESS_KEY": SECRET})
        said += house.said
    store.line.spoil = lambda _method, _path: None
    house.publish({**edition(NEWER), "x.txt": f"oops {SECRET}"}, secrets={"S3_SECRET": SECRET})
    said += house.said
    house.publish(edition(NEWER))

    everything = "\n".join([*said, *capfd.readouterr()]).encode()
    everything += b"".join(store.all().values())
    everything += b"".join(
        p.read_bytes() for p in tmp_path.rglob("*") if p.is_file() and p.name != "x.txt"
    )
    assert SECRET.encode() not in everything
    assert KEY.encode() not in everything
    assert any("S3_SECRET" in line for line in said)
