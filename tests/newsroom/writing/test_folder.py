"""A folder that is not ours, and a path that leaves ours, are never written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.settings import Settings
from newsroom.writing import OutputRefused, Staging
from newsroom.writing.folder import check_path
from tests.building import tree
from tests.output_folder import lay, site


def test_a_folder_with_someones_files_is_refused_in_one_line(settings: Settings) -> None:
    settings.output.mkdir()
    (settings.output / "thesis.doc").write_bytes(b"years of work")

    with pytest.raises(OutputRefused) as refused:
        lay({"index.html": b""}, settings)

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
        lay({}, moved)


def test_a_folder_inside_content_is_refused(settings: Settings) -> None:
    with pytest.raises(OutputRefused):
        lay({}, replace(settings, output=settings.content / "out"))


def test_a_folder_named_from_within_content_is_refused_too(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.content.mkdir()
    monkeypatch.chdir(settings.content)

    with pytest.raises(OutputRefused):
        lay({}, replace(settings, output=Path("out")))


def test_a_file_in_place_of_the_folder_is_refused(settings: Settings) -> None:
    settings.output.write_bytes(b"a file")

    with pytest.raises(OutputRefused):
        lay({"index.html": b""}, settings)

    assert settings.output.read_bytes() == b"a file"


def test_an_empty_folder_is_ours(settings: Settings) -> None:
    settings.output.mkdir()

    lay({"index.html": b""}, settings)

    assert site(settings.output) == {"index.html": b""}


@pytest.mark.parametrize(
    "path",
    ["../x", "a/../../x", "/etc/x", "a//b", "a/./b", "a\\b", "a b", "", ".newsroom"],
)
def test_a_path_that_could_leave_the_folder_is_never_written(
    settings: Settings, path: str
) -> None:
    with pytest.raises(ValueError, match="output"):
        lay({path: b""}, settings)

    assert not settings.output.exists()


@pytest.mark.parametrize("paths", [("a", "a"), ("a", "a/b"), ("a/b", "a")])
def test_two_outputs_that_meet_are_never_written(
    settings: Settings, paths: tuple[str, str]
) -> None:
    with pytest.raises(ValueError, match="two outputs meet"):
        Staging(settings, paths)

    assert not settings.output.exists()


@pytest.mark.parametrize(
    "path", ["bài-cũ/index.html", "a+b,c;(d)@e=f&g'h!~$/x.html", ".well-known/x"]
)
def test_an_old_address_of_any_script_can_be_a_folder(path: str) -> None:
    check_path(path)


@pytest.mark.parametrize("path", ["a/../b", "a//b", "a./b", "a:b", "a*b", "a b", "ba\u0300i"])
def test_a_name_that_some_disk_refuses_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="safe"):
        check_path(path)
