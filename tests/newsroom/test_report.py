"""What a build tells: on a terminal, in a log, and where whoever listened has gone."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom import progress
from newsroom.build import run
from newsroom.report import STAGES, Report
from tests.building import NOW, ROOT
from tests.newsroom.desk_of_edits import Desk


def test_an_impact_whose_reader_left_ends_without_a_traceback(tmp_path: Path) -> None:
    """As in `invoke impact … | head`: the pipe is closed before the first line."""
    asked = {
        "NEWSROOM_IMPACT": "unit:van-phong-tinh-uy",
        "NEWSROOM_NOW": NOW,
        "NEWSROOM_CACHE": str(tmp_path / "cache"),
    }
    command = [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py"]
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as pipe:
        done = subprocess.run(
            [*command, "-o", str(tmp_path / "output"), "--fatal", "errors"],
            cwd=ROOT,
            env={**os.environ, **asked},
            stdout=pipe,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert done.stderr.decode() == ""
    assert done.returncode == 0


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_each_long_stage_has_a_bar_and_elsewhere_none(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    monkeypatch.setenv("TERM", "xterm")
    shown, plain = Terminal(), io.StringIO()
    for number, stream in enumerate((shown, plain)):
        settings = desk.settings(f"bars-{number}")
        assert run(settings, Report(settings, stream)) == 0

    drawn = re.split(r"[\r\n]", shown.getvalue())
    bars = [line for line in drawn if "━" in line or "╸" in line]
    for name in STAGES.values():
        assert any(name in line for line in bars), name
    assert "━" not in plain.getvalue()
    assert all(f"{STAGES[stage]}: " in plain.getvalue() for stage in STAGES)
