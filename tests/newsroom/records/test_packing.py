from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from newsroom.records import SiteInfo, Unit
from newsroom.records.body import Body, Text
from newsroom.records.packing import Packer
from newsroom.records.remains import bodies_of
from tests.sound import records_of

ROOT = Path(__file__).parents[3]


def records(site: str) -> list[Any]:
    found = records_of(ROOT / site)
    return [
        found.site,
        *(record for _, record in found.all()),
        *found.photos.values(),
        *found.files.values(),
    ]


@pytest.mark.parametrize("site", ["tests/sites/every_kind", "content"])
def test_every_record_comes_back_as_it_was(site: str) -> None:
    texts: dict[str, Text] = {}
    packer = Packer(texts.__getitem__)
    for record in records(site):
        texts |= {body.digest: body.whole() for body in bodies_of(record)}

        back = packer.unpack(type(record), packer.pack(record))

        assert back == record
        assert repr(back) == repr(record)
        assert list(map(whole, bodies_of(back))) == list(map(whole, bodies_of(record)))


def whole(body: Body) -> tuple[Any, ...]:
    return body.whole(), body.slots, body.headings, body.opening, bool(body)


def test_what_is_as_usual_takes_no_room() -> None:
    unit = Unit(id="x", file="units/x.md", name="X", kind="party", body=Body(parts=("",)))
    plain = msgspec.msgpack.decode(Packer(never).pack(unit))

    assert plain == {"id": "x", "file": "units/x.md", "name": "X", "kind": "party", "body": []}


def test_an_empty_body_never_asks_for_its_text() -> None:
    unit = Unit(id="x", file="units/x.md", name="X", kind="party", body=Body(parts=("",)))
    packer = Packer(never)

    back = packer.unpack(Unit, packer.pack(unit))

    assert (bool(back.body), back.body.parts) == (False, ("",))


@pytest.mark.parametrize(
    "data", [b"", b"\xc1", b"\x80", b"\x90", b"\xa1x", b"\x81\xa1x\xa1y", b"\x81\xa4body\x91\xa1x"]
)
def test_other_bytes_are_refused(data: bytes) -> None:
    for kind in (Unit, SiteInfo):
        with pytest.raises(ValueError, match="not a packed"):
            Packer(never).unpack(kind, data)


def never(digest: str) -> Any:
    raise AssertionError(digest)
