"""Publishing leaves a whole new edition in the folder, or the old one as it was."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from publishing.press import Printed
from publishing.swap import workshop
from tests.building import tree
from tests.built_site import ARTICLE, lay, page, sound_site
from tests.publishing.house import House


def beside(public: Path) -> list[str]:
    """What a publishing left half-done beside the published folder."""
    known = {public.name, f".{public.name}.newsroom", "cache"}
    return [path.name for path in public.parent.iterdir() if path.name not in known]


def test_a_sound_site_is_published_with_the_hosts_tables(house: House, public: Path) -> None:
    assert house.publish() == 0

    published = tree(public)
    site = {path: text.encode() for path, text in sound_site().items() if path != ".newsroom"}
    assert published.keys() == site.keys() | {"_headers", "_redirects"}
    assert published.items() >= site.items()
    assert b"sha256-" in published["_headers"]
    assert beside(public) == []
    assert len(house.said) == 1


def test_the_next_edition_takes_the_place_of_the_last(house: House, public: Path) -> None:
    house.publish({"cu/index.html": page("cũ")})

    assert house.publish({"moi/index.html": page("mới")}) == 0

    assert not (public / "cu").exists()
    assert (public / "moi" / "index.html").is_file()
    assert beside(public) == []


def test_a_file_that_did_not_change_keeps_its_mtime(house: House, public: Path) -> None:
    house.publish()
    long_ago = 1_000_000_000
    for name in ("index.html", ARTICLE):
        os.utime(public / name, (long_ago, long_ago))

    house.publish({ARTICLE: page("đã sửa")})

    assert (public / "index.html").stat().st_mtime == long_ago
    assert (public / ARTICLE).stat().st_mtime != long_ago


@pytest.mark.parametrize(("status", "answer"), [(2, 2), (1, 1), (3, 1), (70, 1)])
def test_a_build_that_failed_changes_nothing(
    house: House, public: Path, status: int, answer: int
) -> None:
    house.publish()
    before = tree(public)

    assert house.publish_from(lambda _: None, printed=Printed(status=status)) == answer

    assert tree(public) == before
    assert beside(public) == []
    assert len(house.said) == 1


def test_a_refused_site_changes_nothing_and_every_reason_is_said(
    house: House, public: Path
) -> None:
    house.publish()
    before = tree(public)

    assert house.publish({"x/index.html": page('<a href="/mat/">x</a>'), ".env": ""}) == 1

    assert tree(public) == before
    assert beside(public) == []
    assert len(house.said) == 3


def test_a_site_that_is_refused_the_first_time_leaves_no_folder(
    house: House, public: Path
) -> None:
    assert house.publish({"index.html": page("")}) == 1

    assert not public.exists()


def test_a_thousand_reasons_are_not_all_said(house: House) -> None:
    links = "".join(f'<a href="/mat-{number}/">x</a>' for number in range(1000))

    house.publish({"x/index.html": page(links)})

    assert len(house.said) < 50


def test_a_folder_that_publishing_did_not_write_is_never_replaced(
    house: House, public: Path
) -> None:
    lay(public, {"thesis.doc": "years of work"})

    assert house.publish_from(never) == 1

    assert tree(public) == {"thesis.doc": b"years of work"}
    assert str(public) in house.said[0]


def test_someone_elses_headers_do_not_make_a_folder_ours(house: House, public: Path) -> None:
    lay(public, {"_headers": "/*\n  X: y\n", "index.html": "theirs"})

    assert house.publish_from(never) == 1
    assert (public / "index.html").read_text("utf-8") == "theirs"


def test_an_empty_folder_may_be_published_to(house: House, public: Path) -> None:
    public.mkdir()

    assert house.publish() == 0


def test_a_full_disk_is_one_line_and_changes_nothing(
    house: House, public: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.publish()
    before = tree(public)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)

    assert house.publish({"moi/index.html": page("mới")}) == 1
    assert tree(public) == before
    assert beside(public) == []
    assert "No space left" in house.said[0]


def test_two_publishings_to_one_folder_never_run_at_once(house: House, public: Path) -> None:
    with workshop(public):
        assert house.publish_from(never) == 1

    assert not public.exists()
    assert house.publish() == 0


def never(_: Path) -> None:
    raise AssertionError("this must not be built")
