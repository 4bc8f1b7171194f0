"""The output folder becomes exactly what was rendered, or stays as it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newsroom.settings import Settings
from newsroom.writing import Staging, Written, write
from newsroom.writing import staging as staging_room
from newsroom.writing.folder import Look
from tests.building import tree
from tests.output_folder import Files, lay, left_beside, site


def test_a_new_folder_holds_the_outputs_and_the_marker(settings: Settings) -> None:
    files = {"index.html": b"home", "tin/2020/07/x/index.html": b"x"}

    written = lay(files, settings)

    assert written == Written(made=tuple(files), kept=(), removed=())
    assert site(settings.output) == files
    assert (settings.output / ".newsroom").is_file()
    assert left_beside(settings) == []


def test_a_file_with_the_same_bytes_is_not_touched(settings: Settings) -> None:
    lay({"a.html": b"same", "b.html": b"old"}, settings)
    long_ago = 1_000_000_000
    for name in ("a.html", "b.html"):
        os.utime(settings.output / name, (long_ago, long_ago))

    written = lay({"a.html": b"same", "b.html": b"new"}, settings)

    assert (written.made, written.kept) == (("b.html",), ("a.html",))
    assert (settings.output / "a.html").stat().st_mtime == long_ago
    assert (settings.output / "b.html").stat().st_mtime != long_ago


def test_what_is_no_longer_planned_goes_with_its_empty_folders(settings: Settings) -> None:
    lay({"index.html": b"", "tin/a/index.html": b"a", "tin/b/index.html": b"b"}, settings)

    written = lay({"index.html": b"", "tin/b/index.html": b"b"}, settings)

    assert written.removed == ("tin/a/index.html",)
    assert not (settings.output / "tin" / "a").exists()
    assert (settings.output / "tin" / "b").is_dir()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"a": b"file"}, {"a/b/c": b"deep"}),
        ({"a/b/c": b"deep", "a/d": b"d"}, {"a": b"file"}),
        ({"a": b"1", "b/c": b"2"}, {"a/c": b"2", "b": b"1"}),
    ],
    ids=["a file becomes a folder", "a folder becomes a file", "both at once"],
)
def test_files_and_folders_change_places(settings: Settings, before: Files, after: Files) -> None:
    lay(before, settings)

    lay(after, settings)

    assert site(settings.output) == after


def test_a_link_in_the_way_is_replaced_and_never_followed(
    settings: Settings, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "index.html").write_bytes(b"the same, but not ours")
    lay({"x.html": b"x"}, settings)
    (settings.output / "tin").symlink_to(outside, target_is_directory=True)
    (settings.output / "x.html").unlink()
    (settings.output / "x.html").symlink_to(outside / "index.html")
    (settings.output / "stray").symlink_to(outside, target_is_directory=True)
    files = {"tin/index.html": b"ours", "x.html": b"the same, but not ours"}

    written = lay(files, settings)

    assert tree(outside) == {"index.html": b"the same, but not ours"}
    assert site(settings.output) == files
    assert not any(path.is_symlink() for path in settings.output.rglob("*"))
    assert "stray" in written.removed


def test_a_rendering_that_fails_leaves_the_folder_as_it_was(settings: Settings) -> None:
    lay({"index.html": b"good", "old.html": b"old"}, settings)

    def failing() -> None:
        with Staging(settings, ["index.html", "x.html"]) as staging:
            staging.take({"index.html": staging.put("index.html", b"better")})
            raise OSError("a photo is broken")

    with pytest.raises(OSError, match="a photo is broken"):
        failing()

    assert site(settings.output) == {"index.html": b"good", "old.html": b"old"}
    assert left_beside(settings) == []


def test_what_is_not_staged_must_stand_there_already(settings: Settings) -> None:
    lay({"index.html": b"good"}, settings)

    with pytest.raises(ValueError, match="new"), Staging(settings, ["index.html", "new"]) as half:
        write(half)

    assert site(settings.output) == {"index.html": b"good"}


def test_what_is_not_staged_stays_and_is_not_read(settings: Settings) -> None:
    lay({"a.html": b"a", "b.html": b"b"}, settings)
    (settings.output / "a.html").chmod(0)

    with Staging(settings, ["a.html", "b.html"]) as staging:
        staging.take({"b.html": staging.put("b.html", b"2")})
        written = write(staging)

    (settings.output / "a.html").chmod(0o644)
    assert (written.made, written.kept) == (("b.html",), ("a.html",))
    assert site(settings.output) == {"a.html": b"a", "b.html": b"2"}


def test_what_was_laid_is_told_as_it_stands_on_disk(settings: Settings) -> None:
    with Staging(settings, ["a.html"]) as staging:
        laid = staging.put("a.html", b"four")
        staging.take({"a.html": laid})
        write(staging)

    status = (settings.output / "a.html").stat()
    assert laid == (True, status.st_size, status.st_mtime_ns)


def test_where_there_was_no_folder_the_whole_site_is_there_at_once(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "replace")  # no file is moved by itself

    lay({"index.html": b"1", "a/b/c": b"2"}, settings)

    assert site(settings.output) == {"index.html": b"1", "a/b/c": b"2"}
    assert (settings.output / ".newsroom").is_file()
    assert left_beside(settings) == []


def test_where_the_folder_cannot_be_moved_its_files_are(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "rename", refuse)

    lay({"index.html": b"1", "a/b/c": b"2"}, settings)

    assert site(settings.output) == {"index.html": b"1", "a/b/c": b"2"}
    assert left_beside(settings) == []


def test_a_full_disk_leaves_the_folder_as_it_was(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay({"index.html": b"good"}, settings)
    whole = staging_room.write_file

    def full(path: str, data: bytes) -> Look:
        if path.endswith("/second.html"):
            raise OSError(28, "No space left on device")
        return whole(path, data)

    monkeypatch.setattr(staging_room, "write_file", full)
    with pytest.raises(OSError, match="No space left"):
        lay({"index.html": b"new", "second.html": b"2"}, settings)

    assert site(settings.output) == {"index.html": b"good"}


@pytest.mark.skipif(not os.path.ismount("/proc"), reason="needs a folder that is a mount point")
def test_staging_is_beside_the_output_unless_that_is_another_disk(tmp_path: Path) -> None:
    assert staging_room.staging_folder(tmp_path / "output").parent == tmp_path
    assert staging_room.staging_folder(Path("/proc")).parent == Path("/proc")


def test_an_output_that_is_a_disk_of_its_own_is_staged_inside(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = settings.output / ".newsroom-staging"
    monkeypatch.setattr(staging_room, "staging_folder", lambda _: inside)
    inside.mkdir(parents=True)
    (inside / "half.html").write_bytes(b"left by a killed build")

    written = lay({"index.html": b"2"}, settings)

    assert written.removed == ()
    assert site(settings.output) == {"index.html": b"2"}
    assert not inside.exists()


def test_an_output_behind_a_link_is_written_where_the_link_leads(
    settings: Settings, tmp_path: Path
) -> None:
    real = tmp_path / "elsewhere" / "site"
    real.mkdir(parents=True)
    settings.output.symlink_to(real, target_is_directory=True)

    lay({"index.html": b"1"}, settings)

    assert site(real) == {"index.html": b"1"}
    assert settings.output.is_symlink()
