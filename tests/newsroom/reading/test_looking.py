from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from newsroom.reading import looking
from tests.newsroom.reading.remembered import FILE, PHOTO, Desk, vanishing, with_photo


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    desk = Desk(tmp_path, monkeypatch)
    desk.lay(with_photo)
    return desk


def never(*_: object) -> Any:
    raise AssertionError("read once more")


def test_a_photo_that_vanishes_between_scan_and_read_is_not_found(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "at_one_moment", vanishing("hoi-truong.jpg"))

    assert [found.code for found in desk.read().problems] == ["E401"]


def test_bytes_of_a_photo_that_are_known_are_not_decoded_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = desk.read()
    os.utime(desk.content / PHOTO, ns=(1, 1))
    os.utime(desk.content / FILE, ns=(1, 1))
    monkeypatch.setattr(looking, "look_at", never)

    assert desk.read() == first
    assert set(desk.opened) == {PHOTO, FILE}
    desk.read()
    assert desk.opened == []


def test_another_photo_under_the_same_name_is_seen(desk: Desk) -> None:
    before = desk.read().records
    other = Path(__file__).parents[2] / "photos" / "hopper_orientation_6.jpg"
    (desk.content / PHOTO).write_bytes(other.read_bytes())
    after = desk.read().records

    assert before is not None
    assert after is not None
    assert before.photos[PHOTO].digest != after.photos[PHOTO].digest


def test_content_that_moved_to_another_folder_is_found_there(desk: Desk) -> None:
    desk.read()
    moved = desk.content.rename(desk.content.parent / "moved")
    desk.content = moved
    desk.settings = replace(desk.settings, content=moved)
    records = desk.read().records

    assert records is not None
    assert records.photos[PHOTO].path == str(moved / PHOTO)
