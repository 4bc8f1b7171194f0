"""An edition takes the live one's place at once, and a kill at any moment is put right."""

from __future__ import annotations

from pathlib import Path

import pytest

from publishing import swap as swap_room
from publishing.swap import swap, workshop
from tests.building import tree
from tests.built_site import lay


@pytest.fixture
def live(tmp_path: Path) -> Path:
    return lay(tmp_path / "public", {"index.html": "old"})


@pytest.fixture(params=["at once", "in two steps"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways of swapping: where the system exchanges folders, and where it cannot."""
    if request.param == "in two steps":
        monkeypatch.setattr(swap_room, "_exchange", lambda *_: False)
    return str(request.param)


@pytest.mark.usefixtures("way")
def test_the_edition_is_live_and_nothing_else_is_left(live: Path) -> None:
    with workshop(live) as place:
        swap(lay(place / "edition", {"new.html": "new"}), live)

    assert tree(live) == {"new.html": b"new"}
    assert [path.name for path in live.parent.iterdir()] == ["public"]


@pytest.mark.usefixtures("way")
def test_the_first_edition_needs_no_live_one(tmp_path: Path) -> None:
    target = tmp_path / "deep" / "public"

    with workshop(target) as place:
        swap(lay(place / "edition", {"new.html": "new"}), target)

    assert tree(target) == {"new.html": b"new"}


def test_linux_swaps_in_one_step(live: Path) -> None:
    with workshop(live) as place:
        edition = lay(place / "edition", {"new.html": "new"})
        if not swap_room._exchange(edition, live):
            pytest.skip("this file system cannot exchange two folders")

        assert tree(live) == {"new.html": b"new"}
        assert tree(edition) == {"index.html": b"old"}


def test_a_live_folder_that_was_left_aside_is_moved_back(live: Path) -> None:
    aside = live.with_name(".public.publishing") / "aside"
    aside.parent.mkdir()
    live.rename(aside)

    with workshop(live):
        pass

    assert tree(live) == {"index.html": b"old"}


def test_a_swap_that_fails_half_way_leaves_the_live_folder_live(live: Path, way: str) -> None:
    with pytest.raises(OSError, match="edition"), workshop(live) as place:
        swap(place / "edition-that-is-not-there", live)

    assert tree(live) == {"index.html": b"old"}, way


def test_what_a_killed_publishing_left_is_swept(live: Path) -> None:
    lay(live.with_name(".public.publishing"), {"built/x.html": "half", "edition/y": "half"})

    with workshop(live) as place:
        assert list(place.iterdir()) == []

    assert tree(live) == {"index.html": b"old"}
    assert not live.with_name(".public.publishing").exists()
