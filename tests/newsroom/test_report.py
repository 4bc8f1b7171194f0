"""What a build tells, where whoever listened has gone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.building import NOW, ROOT


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
