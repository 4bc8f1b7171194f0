from __future__ import annotations

from pathlib import Path

import pytest

from tests import broken as sites


def test_the_sound_site_has_no_problem(tmp_path: Path) -> None:
    sites.lay("", tmp_path / "content")

    assert sites.told(tmp_path / "content") == []


@pytest.mark.parametrize("name", sites.names())
def test_a_site_with_a_mistake_is_told_just_that(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    sites.lay(name, tmp_path / "content")

    told = sites.told(tmp_path / "content")

    assert told == (sites.FOLDER / name / "expected.txt").read_text("utf-8").splitlines()


def test_every_mistake_can_be_told_in_english_too(tmp_path: Path) -> None:
    for name in sites.names():
        sites.lay(name, tmp_path / name)

        assert sites.told(tmp_path / name, "en"), name
