"""The environment changes with what can change a page, and with nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from newsroom.settings import Settings
from newsroom.state import environment, environment_of
from vietnamese import VIETNAM

SETTINGS = Settings(
    content=Path("content"),
    theme=Path("theme"),
    cache=Path("cache"),
    output=Path("output"),
    now=datetime(2020, 8, 1, 8, 0, tzinfo=VIETNAM),
)


@pytest.mark.parametrize(
    "other",
    [
        replace(SETTINGS, site_url="https://a.example"),
        replace(SETTINGS, preview=True),
        replace(SETTINGS, labels={"nav.home": "Đầu trang"}),
    ],
)
def test_a_setting_that_changes_pages_changes_the_environment(other: Settings) -> None:
    changed = environment_of(other)

    assert {name for name, digest in environment_of(SETTINGS).items() if changed[name] != digest}
    assert changed["settings"] != environment_of(SETTINGS)["settings"]


@pytest.mark.parametrize(
    "other",
    [
        replace(SETTINGS, now=SETTINGS.now + timedelta(days=400)),
        replace(SETTINGS, content=Path("other")),
        replace(SETTINGS, workers=8, cache=Path("elsewhere"), format="json", language="en"),
        replace(SETTINGS, keep_going=True, explain=True, verify=True),
    ],
)
def test_what_no_page_shows_does_not(other: Settings) -> None:
    assert environment_of(other) == environment_of(SETTINGS)


def test_any_file_of_the_code_changes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = tmp_path / "newsroom"
    (code / "planning").mkdir(parents=True)
    (code / "planning" / "home.py").write_text("a = 1", "utf-8")
    monkeypatch.setattr(environment, "_CODE", code)
    before = environment_of(SETTINGS)["code"]

    (code / "__pycache__").mkdir()
    (code / "__pycache__" / "home.pyc").write_bytes(b"\x00")
    assert environment_of(SETTINGS)["code"] == before

    (code / "planning" / "home.py").write_text("a = 2", "utf-8")
    edited = environment_of(SETTINGS)["code"]
    (code / "planning" / "home.py").rename(code / "planning" / "house.py")
    assert len({before, edited, environment_of(SETTINGS)["code"]}) == 3


def test_a_library_of_another_version_changes_it_and_an_unused_one_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages = tmp_path / "site-packages"
    (packages / "jinja2-3.1.6.dist-info").mkdir(parents=True)
    monkeypatch.setattr("sys.path", [str(packages)])
    before = environment_of(SETTINGS)["libraries"]

    (packages / "pytest-9.2.0.dist-info").mkdir()
    assert environment_of(SETTINGS)["libraries"] == before

    (packages / "jinja2-3.1.6.dist-info").rename(packages / "Jinja2-3.1.7.dist-info")
    assert environment_of(SETTINGS)["libraries"] != before
