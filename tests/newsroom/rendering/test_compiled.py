"""Compiled templates are kept beside the theme, and never used for another source or word."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.catalogue import Words
from newsroom.rendering import compiled as room
from newsroom.rendering.compiling import QuickEnvironment
from newsroom.rendering.templates import Templates

WORDS = Words("vi", {"nav.home": "Trang chủ"})


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    for folder in ("templates", "components", "styles"):
        (tmp_path / folder).mkdir()
    (tmp_path / "templates" / "one.html").write_text('{{ t("nav.home") }} & {{ view.name }}')
    (tmp_path / "templates" / "other.html").write_text("{{ view['key'] }}")
    return tmp_path


@pytest.fixture(autouse=True)
def no_styles(monkeypatch: pytest.MonkeyPatch) -> None:
    from newsroom.rendering import templates
    from newsroom.rendering.styles import Styles

    monkeypatch.setattr(templates, "assemble", lambda _: Styles(text="", hash=""))


class View:
    name = "<b>"


def drawn(theme: Path, words: Words = WORDS) -> str:
    return Templates(theme, {"vi": words}).render("one.html", View()).decode()


def kept(theme: Path) -> list[Path]:
    return sorted((theme / "__pycache__").glob("*"))


def test_a_template_is_compiled_once_for_all_processes(
    theme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = drawn(theme)

    def refuse(*_: object, **__: object) -> str:
        raise AssertionError("compiled again")

    monkeypatch.setattr(QuickEnvironment, "compile", refuse)

    assert drawn(theme) == first == "Trang chủ & &lt;b&gt;"
    assert len(kept(theme)) == 1


def test_another_source_is_compiled(theme: Path) -> None:
    drawn(theme)
    (theme / "templates" / "one.html").write_text("{{ view.name }}!")

    assert drawn(theme) == "&lt;b&gt;!"


def test_another_word_is_compiled_in(theme: Path) -> None:
    drawn(theme)

    assert drawn(theme, Words("vi", {"nav.home": "Đầu trang"})) == "Đầu trang & &lt;b&gt;"


def test_another_compiler_compiles_anew(theme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn(theme)
    before = kept(theme)[0].read_bytes()
    monkeypatch.setattr(room, "_compiler", lambda: "another")
    drawn(theme)

    assert kept(theme)[0].read_bytes() != before


@pytest.mark.parametrize("damage", [b"", b"\x80", b"garbage", b"j2\x05\x00"])
def test_what_is_damaged_is_compiled_anew(theme: Path, damage: bytes) -> None:
    whole = drawn(theme)
    [file] = kept(theme)
    for cut in (damage, file.read_bytes()[:30], file.read_bytes()[:-9]):
        file.write_bytes(cut)

        assert drawn(theme) == whole


def test_a_theme_that_cannot_be_written_beside_is_compiled_each_time(theme: Path) -> None:
    (theme / "__pycache__").write_bytes(b"a file where the folder would be")

    assert drawn(theme) == "Trang chủ & &lt;b&gt;"
