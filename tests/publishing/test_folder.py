"""Publishing leaves a whole new edition in the folder, or the old one as it was."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from publishing.folder import publish_to_folder
from publishing.swap import workshop
from tests.building import tree
from tests.built_site import ARTICLE, lay, page, sound_site

Build = Callable[[Path], int]


class Press:
    """Stands for the build, and for the one who reads what publishing says."""

    def __init__(self, tmp_path: Path) -> None:
        self.target = tmp_path / "public"
        self.said: list[str] = []

    def publish(self, files: dict[str, str] | None = None, status: int = 0) -> int:
        """Publish the sound site with these files in it; the build ends with `status`."""

        def build(built: Path) -> int:
            lay(built, sound_site() | (files or {}))
            return status

        return self.publish_from(build)

    def publish_from(self, build: Build) -> int:
        """Publish what this build makes."""
        self.said.clear()
        return publish_to_folder(build=build, target=self.target, say=self.said.append)

    def beside(self) -> list[str]:
        """What else is left beside the published folder."""
        return [path.name for path in self.target.parent.iterdir() if path != self.target]


@pytest.fixture
def press(tmp_path: Path) -> Press:
    return Press(tmp_path)


def test_a_sound_site_is_published_with_the_hosts_tables(press: Press) -> None:
    assert press.publish() == 0

    published = tree(press.target)
    site = {path: text.encode() for path, text in sound_site().items() if path != ".newsroom"}
    assert published.keys() == site.keys() | {"_headers", "_redirects"}
    assert published.items() >= site.items()
    assert b"sha256-" in published["_headers"]
    assert press.beside() == []
    assert len(press.said) == 1


def test_the_next_edition_takes_the_place_of_the_last(press: Press) -> None:
    press.publish({"cu/index.html": page("cũ")})

    assert press.publish({"moi/index.html": page("mới")}) == 0

    assert not (press.target / "cu").exists()
    assert (press.target / "moi" / "index.html").is_file()
    assert press.beside() == []


def test_a_file_that_did_not_change_keeps_its_mtime(press: Press) -> None:
    press.publish()
    long_ago = 1_000_000_000
    for name in ("index.html", ARTICLE):
        os.utime(press.target / name, (long_ago, long_ago))

    press.publish({ARTICLE: page("đã sửa")})

    assert (press.target / "index.html").stat().st_mtime == long_ago
    assert (press.target / ARTICLE).stat().st_mtime != long_ago


@pytest.mark.parametrize(("status", "answer"), [(2, 2), (1, 1), (3, 1), (70, 1)])
def test_a_build_that_failed_changes_nothing(press: Press, status: int, answer: int) -> None:
    press.publish()
    before = tree(press.target)

    assert press.publish({"moi/index.html": page("mới")}, status) == answer

    assert tree(press.target) == before
    assert press.beside() == []
    assert len(press.said) == 1


def test_a_refused_site_changes_nothing_and_every_reason_is_said(press: Press) -> None:
    press.publish()
    before = tree(press.target)

    assert press.publish({"x/index.html": page('<a href="/mat/">x</a>'), ".env": ""}) == 1

    assert tree(press.target) == before
    assert press.beside() == []
    assert len(press.said) == 3


def test_a_site_that_is_refused_the_first_time_leaves_no_folder(press: Press) -> None:
    assert press.publish({"index.html": page("")}) == 1

    assert not press.target.exists()


def test_a_thousand_reasons_are_not_all_said(press: Press) -> None:
    links = "".join(f'<a href="/mat-{number}/">x</a>' for number in range(1000))

    press.publish({"x/index.html": page(links)})

    assert len(press.said) < 50


def test_a_folder_that_publishing_did_not_write_is_never_replaced(press: Press) -> None:
    lay(press.target, {"thesis.doc": "years of work"})

    assert press.publish_from(never) == 1

    assert tree(press.target) == {"thesis.doc": b"years of work"}
    assert str(press.target) in press.said[0]


def test_someone_elses_headers_do_not_make_a_folder_ours(press: Press) -> None:
    lay(press.target, {"_headers": "/*\n  X: y\n", "index.html": "theirs"})

    assert press.publish_from(never) == 1
    assert (press.target / "index.html").read_text("utf-8") == "theirs"


def test_an_empty_folder_may_be_published_to(press: Press) -> None:
    press.target.mkdir()

    assert press.publish() == 0


def test_a_full_disk_is_one_line_and_changes_nothing(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    press.publish()
    before = tree(press.target)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copy2", full)

    assert press.publish({"moi/index.html": page("mới")}) == 1
    assert tree(press.target) == before
    assert press.beside() == []
    assert "No space left" in press.said[0]


def test_two_publishings_to_one_folder_never_run_at_once(press: Press) -> None:
    with workshop(press.target):
        assert press.publish_from(never) == 1

    assert not press.target.exists()
    assert press.publish() == 0


def never(_: Path) -> int:
    raise AssertionError("this must not be built")
