"""What may not be read or written: one line that names it, what was there stays, and once it may
be, the next run is right."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
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
from tests.small_disk import small_disk

NOBODY = 65534


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    try:
        mounted = small_disk(folder, 24 * 1024)
        mounted.__enter__()
    except OSError as error:
        pytest.skip(f"no small disk can be mounted here: {error}")
    yield folder
    mounted.__exit__(None, None, None)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    (tmp_path / "photos").mkdir()
    return Desk(tmp_path / "desk", Random(1), tmp_path / "photos")  # noqa: S311 - chance


def read_only(disk: Path, how: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{how}", str(disk)], check=True)


def test_a_disk_that_became_read_only_is_one_line_and_the_site_stays(
    disk: Path, desk: Desk, capfd: pytest.CaptureFixture[str]
) -> None:
    settings = replace(desk.settings("live"), output=disk / "live", cache=disk / "cache")
    with compiled_once():
        assert built(settings) == 0
        before = tree(settings.output)
        desk.add("tin-them")
        read_only(disk, "ro")
        capfd.readouterr()

        assert built(settings) == 1

        assert capfd.readouterr().err.count("\n") == 1
        assert tree(settings.output) == before
        read_only(disk, "rw")
        assert built(settings) == 0
    assert "tin-them" in str(sorted(tree(settings.output)))


def test_a_folder_that_may_not_be_published_into_keeps_what_is_live(
    disk: Path, tmp_path: Path
) -> None:
    house = House(FolderTarget(disk / "public", {}, tmp_path), tmp_path / "work")
    assert house.publish() == 0
    before = tree(disk / "public")
    read_only(disk, "ro")

    assert house.publish({"x/index.html": page("mới")}) == 1

    assert len(house.said) == 1
    assert tree(disk / "public") == before
    read_only(disk, "rw")
    assert house.publish({"x/index.html": page("mới")}) == 0, house.said


@pytest.mark.parametrize(
    ("shut", "what"),
    [
        ("articles/2020/07/*.md", "an article"),
        ("photos/**/*.jpg", "a photo"),
        ("articles/2020", "a folder"),
        ("site.yaml", "the site's own file"),
    ],
)
def test_content_that_may_not_be_read_is_named_and_the_site_stays(
    desk: Desk, tmp_path: Path, capfd: pytest.CaptureFixture[str], shut: str, what: str
) -> None:
    settings = desk.settings("live", keep_going=False)
    with compiled_once():
        assert built(settings) == 0
        before = tree(settings.output)
        found = sorted(desk.content.glob(shut))
        if not found:
            pytest.fail(f"the site has no such thing: {what}")
        mode = found[0].stat().st_mode
        found[0].chmod(0)
        hand_over(tmp_path, found[0])

        status = as_nobody(lambda: built(settings))
        said = capfd.readouterr().err

        assert status in (1, 2), said
        assert found[0].name in said
        assert "Traceback" not in said
        assert tree(settings.output) == before
        found[0].chmod(mode)
        assert built(settings) == 0


def hand_over(folder: Path, but: Path) -> None:
    """Give all that lies there to a user whom permissions stop, but this, which is shut."""
    if os.getuid():
        return
    for parent in [*folder.parents][:-1]:
        parent.chmod(parent.stat().st_mode | 0o055)
    for path in [folder, *folder.rglob("*")]:
        if path != but and not path.is_symlink():
            os.chown(path, NOBODY, NOBODY)


def as_nobody(do: Callable[[], int]) -> int:
    """Do it as a user whom permissions stop, in a process of its own."""
    if not hasattr(os, "fork"):
        pytest.skip("needs fork and users")
    pid = os.fork()
    if pid == 0:
        try:
            if os.getuid() == 0:
                os.setuid(NOBODY)
            os._exit(do())
        finally:
            os._exit(99)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def built(settings: Settings) -> int:
    """The exit status of a build; it tells of its progress to nobody."""
    said = io.StringIO()
    status = run(settings, Report(settings, said))
    if status == 2:  # problems are told where people read them
        print(said.getvalue(), file=sys.stderr, flush=True)
    return status
