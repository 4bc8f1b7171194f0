"""Another process that looks at the output folder sees what this one would see."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newsroom.writing.ahead import Ahead
from newsroom.writing.folder import look_at


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(3_000):  # more than a pipe holds at once
        (tmp_path / f"a/{number}").mkdir(parents=True)
        (tmp_path / f"a/{number}/index.html").write_bytes(b"x" * (number % 7))
    (tmp_path / "liên kết").symlink_to("a")
    return tmp_path


@pytest.mark.parametrize("apart", [True, False])
def test_it_sees_what_stands_there(folder: Path, apart: bool) -> None:
    ahead = Ahead(folder, apart=apart)

    assert ahead.present() == look_at(folder)
    assert ahead.present() is ahead.present()
    ahead.close()


@pytest.mark.parametrize("apart", [True, False])
def test_a_folder_that_is_not_there_is_empty(tmp_path: Path, apart: bool) -> None:
    assert Ahead(tmp_path / "output", apart=apart).present() == look_at(tmp_path / "output")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_nothing_is_left_of_a_look_that_nobody_wanted(folder: Path) -> None:
    ahead = Ahead(folder, apart=True)
    ahead.close()
    ahead.close()

    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_where_the_other_process_fails_this_one_looks(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path) -> None:
        raise OSError

    with monkeypatch.context() as patch:
        patch.setattr("newsroom.writing.ahead.look_at", fail)
        ahead = Ahead(folder, apart=True)

    assert ahead.present() == look_at(folder)
