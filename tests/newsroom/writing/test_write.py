"""The output folder becomes exactly what was rendered, or stays as it was."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.planning.output import Output
from newsroom.settings import Settings
from newsroom.writing import OutputRefused, Written, lock, write
from tests.building import ROOT, tree

Files = dict[str, bytes]


def rendered(files: Files) -> Iterator[tuple[Output, bytes]]:
    for path, data in files.items():
        yield Output(path=path, renderer="text", view=None), data


def site(folder: Path) -> Files:
    """What a reader of the folder finds: all but our own marker."""
    return {path: data for path, data in tree(folder).items() if path != ".newsroom"}


def test_a_new_folder_holds_the_outputs_and_the_marker(settings: Settings) -> None:
    files = {"index.html": b"home", "tin/2020/07/x/index.html": b"x"}

    written = write(rendered(files), settings)

    assert written == Written(made=tuple(files), kept=(), removed=())
    assert site(settings.output) == files
    assert (settings.output / ".newsroom").is_file()
    assert left_beside(settings) == []


def test_a_file_with_the_same_bytes_is_not_touched(settings: Settings) -> None:
    write(rendered({"a.html": b"same", "b.html": b"old"}), settings)
    long_ago = 1_000_000_000
    for name in ("a.html", "b.html"):
        os.utime(settings.output / name, (long_ago, long_ago))

    written = write(rendered({"a.html": b"same", "b.html": b"new"}), settings)

    assert (written.made, written.kept) == (("b.html",), ("a.html",))
    assert (settings.output / "a.html").stat().st_mtime == long_ago
    assert (settings.output / "b.html").stat().st_mtime != long_ago


def test_what_is_no_longer_planned_goes_with_its_empty_folders(settings: Settings) -> None:
    write(
        rendered({"index.html": b"", "tin/a/index.html": b"a", "tin/b/index.html": b"b"}), settings
    )

    written = write(rendered({"index.html": b"", "tin/b/index.html": b"b"}), settings)

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
    write(rendered(before), settings)

    write(rendered(after), settings)

    assert site(settings.output) == after


def test_a_link_in_the_way_is_replaced_and_never_followed(
    settings: Settings, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "index.html").write_bytes(b"the same, but not ours")
    write(rendered({"x.html": b"x"}), settings)
    (settings.output / "tin").symlink_to(outside, target_is_directory=True)
    (settings.output / "x.html").unlink()
    (settings.output / "x.html").symlink_to(outside / "index.html")
    (settings.output / "stray").symlink_to(outside, target_is_directory=True)
    files = {"tin/index.html": b"ours", "x.html": b"the same, but not ours"}

    written = write(rendered(files), settings)

    assert tree(outside) == {"index.html": b"the same, but not ours"}
    assert site(settings.output) == files
    assert not any(path.is_symlink() for path in settings.output.rglob("*"))
    assert "stray" in written.removed


def test_a_rendering_that_fails_leaves_the_folder_as_it_was(settings: Settings) -> None:
    write(rendered({"index.html": b"good", "old.html": b"old"}), settings)

    def failing() -> Iterator[tuple[Output, bytes]]:
        yield from rendered({"index.html": b"better"})
        raise OSError("a photo is broken")

    with pytest.raises(OSError, match="a photo is broken"):
        write(failing(), settings)

    assert site(settings.output) == {"index.html": b"good", "old.html": b"old"}
    assert left_beside(settings) == []


def test_a_full_disk_leaves_the_folder_as_it_was(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(rendered({"index.html": b"good"}), settings)
    whole = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if path.name == "second.html":
            raise OSError(28, "No space left on device")
        return whole(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        write(rendered({"index.html": b"new", "second.html": b"2"}), settings)

    assert site(settings.output) == {"index.html": b"good"}


def test_a_folder_with_someones_files_is_refused_in_one_line(settings: Settings) -> None:
    settings.output.mkdir()
    (settings.output / "thesis.doc").write_bytes(b"years of work")

    with pytest.raises(OutputRefused) as refused:
        write(rendered({"index.html": b""}), settings)

    assert tree(settings.output) == {"thesis.doc": b"years of work"}
    assert str(settings.output) in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("name", ["content", "theme", "cache"])
def test_a_folder_that_holds_a_source_of_the_build_is_refused(
    settings: Settings, name: str
) -> None:
    (settings.output).mkdir()
    (settings.output / ".newsroom").touch()
    inside = settings.output / name
    sources = {"content": settings.content, "theme": settings.theme, "cache": settings.cache}
    sources[name] = inside
    moved = replace(
        settings, content=sources["content"], theme=sources["theme"], cache=sources["cache"]
    )

    with pytest.raises(OutputRefused):
        write(rendered({}), moved)


def test_a_folder_inside_content_is_refused(settings: Settings) -> None:
    with pytest.raises(OutputRefused):
        write(rendered({}), replace(settings, output=settings.content / "out"))


def test_a_folder_named_from_within_content_is_refused_too(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.content.mkdir()
    monkeypatch.chdir(settings.content)

    with pytest.raises(OutputRefused):
        write(rendered({}), replace(settings, output=Path("out")))


def test_a_file_in_place_of_the_folder_is_refused(settings: Settings) -> None:
    settings.output.write_bytes(b"a file")

    with pytest.raises(OutputRefused):
        write(rendered({"index.html": b""}), settings)

    assert settings.output.read_bytes() == b"a file"


def test_an_empty_folder_is_ours(settings: Settings) -> None:
    settings.output.mkdir()

    write(rendered({"index.html": b""}), settings)

    assert site(settings.output) == {"index.html": b""}


@pytest.mark.parametrize(
    "path",
    ["../x", "a/../../x", "/etc/x", "a//b", "a/./b", "a\\b", "tin/Ủ.html", "a b", "", ".newsroom"],
)
def test_a_path_that_could_leave_the_folder_is_never_written(
    settings: Settings, path: str
) -> None:
    with pytest.raises(ValueError, match="output"):
        write(rendered({path: b""}), settings)

    assert not settings.output.exists()


@pytest.mark.parametrize("paths", [("a", "a"), ("a", "a/b"), ("a/b", "a")])
def test_two_outputs_that_meet_are_never_written(
    settings: Settings, paths: tuple[str, str]
) -> None:
    pairs = [(Output(path=path, renderer="text", view=None), b"") for path in paths]

    with pytest.raises(ValueError, match="two outputs meet"):
        write(pairs, settings)

    assert not settings.output.exists()


def test_killed_after_any_rename_the_next_build_finishes_the_work(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = {"a/b": b"old", "c": b"c", "gone/x": b"x"}
    new = {"a": b"file now", "c/d": b"d", "e": b"e"}
    moves = 0
    move = os.replace

    class Killed(BaseException):
        pass

    def count_down(source: Path, target: Path) -> None:
        nonlocal moves
        if moves == 0:
            raise Killed
        moves -= 1
        move(source, target)

    for survived in range(len(new)):
        monkeypatch.setattr(os, "replace", move)
        write(rendered(old), settings)
        moves = survived
        monkeypatch.setattr(os, "replace", count_down)
        with pytest.raises(Killed):
            write(rendered(new), settings)
        monkeypatch.setattr(os, "replace", move)

        write(rendered(new), settings)

        assert site(settings.output) == new, f"killed after {survived} renames"


KILLED_HALF_WAY = """
    import os, signal, sys
    from pathlib import Path
    from newsroom.planning.output import Output
    from newsroom.settings import Settings
    from newsroom.writing import lock, write
    from datetime import datetime, UTC
    here = Path(sys.argv[1])
    settings = Settings(content=here / "content", theme=here / "theme", cache=here / "cache",
                        output=here / "output", now=datetime(2020, 8, 1, tzinfo=UTC))
    def rendered():
        yield Output(path="half.html", renderer="text", view=None), b"half"
        os.kill(os.getpid(), signal.SIGKILL)
    with lock(settings):
        write(rendered(), settings)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_killed_process_leaves_neither_a_lock_nor_its_staging_to_the_next(
    settings: Settings,
) -> None:
    with lock(settings):
        write(rendered({"index.html": b"good"}), settings)
    code = textwrap.dedent(KILLED_HALF_WAY)
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "plugins")}
    here = str(settings.output.parent)

    done = subprocess.run([sys.executable, "-c", code, here], env=environment, check=False)

    assert done.returncode == -9
    assert left_beside(settings) != []
    assert site(settings.output) == {"index.html": b"good"}
    with lock(settings):
        write(rendered({"index.html": b"good"}), settings)
    assert left_beside(settings) == []


def left_beside(settings: Settings) -> list[str]:
    """Staging folders beside the output."""
    return [path.name for path in settings.output.parent.glob(".*newsroom*")]
