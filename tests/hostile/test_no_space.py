"""A disk that is full, truly: one line, exit status 1, what was there stays, and the next run
finishes once there is space."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from newsroom.build import run
from newsroom.report import Report
from newsroom.settings import Settings
from publishing.folder import FolderTarget
from tests.building import tree
from tests.built_site import page
from tests.newsroom.desk_of_edits import Desk
from tests.newsroom.rebuilding import compiled_once
from tests.publishing.house import House
from tests.publishing.server import serving
from tests.small_disk import KIB, filled, free, small_disk

ROOM = 24 * 1024
"""KiB: enough for everything that one test lays there, and then not."""
LEFT = [0, 20, 200]
MORE = [pytest.param(kibibytes, marks=pytest.mark.long) for kibibytes in range(4, 1200, 24)]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    try:
        mounted = small_disk(folder, ROOM)
        mounted.__enter__()
    except OSError as error:
        pytest.skip(f"no small disk can be mounted here: {error}")
    yield folder
    mounted.__exit__(None, None, None)


@pytest.mark.parametrize("kibibytes", [*LEFT, *MORE])
@pytest.mark.parametrize("full", ["output and cache", "cache"])
def test_a_build_on_a_full_disk_is_one_line_and_leaves_the_site(
    disk: Path, tmp_path: Path, kibibytes: int, full: str, capfd: pytest.CaptureFixture[str]
) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    desk = Desk(tmp_path / "desk", Random(1), photos)  # noqa: S311 - chance, no secret
    output = disk / "live" if "output" in full else tmp_path / "live"
    settings = replace(desk.settings("live"), output=output, cache=disk / "cache")
    with compiled_once():
        assert built(settings) == 0
        before = tree(output)
        base = desk.theme / "templates" / "base.html"
        desk.change(base, "</body>", "</body >")
        desk.add("tin-them")

        with filled(disk, kibibytes * KIB):
            capfd.readouterr()
            status, told = built(settings), capfd.readouterr().err

        clean = replace(settings, output=tmp_path / "clean", cache=tmp_path / "clean-cache")
        assert built(clean) == 0
        wanted = tree(clean.output)
        assert status in (0, 1), told
        if status == 1:
            assert tree(output) in (before, wanted)
            assert told.count("\n") == 1, told
        else:
            assert tree(output) == wanted
        assert built(settings) == 0
    assert tree(output) == wanted
    assert not list(disk.glob(".*newsroom*"))


def test_a_disk_without_a_byte_is_told_as_such(disk: Path, tmp_path: Path) -> None:
    """That the disk of these tests does run full, and not only nearly."""
    (disk / "x").write_bytes(b"x" * 100)
    with filled(disk, 0):
        assert free(disk) == 0
        with pytest.raises(OSError, match="No space left"):
            (disk / "y").write_bytes(b"y" * 5000)
    assert tmp_path.exists()


@pytest.mark.parametrize("kibibytes", [0, 40])
def test_a_publication_to_a_full_disk_leaves_the_live_folder(
    disk: Path, tmp_path: Path, kibibytes: int
) -> None:
    house = House(FolderTarget(disk / "public", {}, tmp_path), tmp_path / "work")
    assert house.publish({"x/index.html": page("cũ" * 20_000)}) == 0, house.said
    before = tree(disk / "public")

    with filled(disk, kibibytes * KIB):
        assert house.publish({"x/index.html": page("mới" * 20_000)}) == 1

    assert len(house.said) == 1
    assert tree(disk / "public") == before
    assert house.publish({"x/index.html": page("mới" * 20_000)}) == 0, house.said
    assert (disk / "public/x/index.html").read_text("utf-8") == page("mới" * 20_000)


@pytest.mark.parametrize("kibibytes", [0, 40, 90])
def test_a_publication_to_a_full_server_leaves_what_is_live(
    disk: Path, tmp_path: Path, kibibytes: int
) -> None:
    with serving(disk) as server:
        house = House(server.target(tmp_path / "work"), tmp_path / "work")
        assert house.publish({"x/index.html": page("cũ" * 20_000)}) == 0, house.said
        before, release = tree(server.current), house.release

        with filled(disk, kibibytes * KIB):
            assert house.publish({"x/index.html": page("mới" * 20_000)}) == 1

        assert "hết chỗ" in house.said[-1]
        assert (tree(server.current), house.release) == (before, release)
        house.moment += timedelta(hours=1)
        assert house.publish({"x/index.html": page("mới" * 20_000)}) == 0, house.said
        assert (server.current / "x/index.html").read_text("utf-8") == page("mới" * 20_000)


def built(settings: Settings) -> int:
    """The exit status of a build; it tells of its progress to nobody."""
    return run(settings, Report(settings, io.StringIO()))
