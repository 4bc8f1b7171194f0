"""What tests/node/package-lock.json pins; where each package then lies."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.building import ROOT
from tests.programs import program

FOLDER = ROOT / "tests" / "node"
_LOCK = FOLDER / "package-lock.json"
_MADE = FOLDER / "node_modules" / ".package-lock.json"


def package(name: str) -> Path:
    """The folder of an installed package. Without npm or the network the test is skipped with a
    reason, and fails where CI promised both."""
    npm = program("npm")
    with (FOLDER / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not _MADE.exists() or _MADE.stat().st_mtime < _LOCK.stat().st_mtime:
            _install(npm)
    return FOLDER / "node_modules" / name


def _install(npm: str) -> None:
    shutil.rmtree(_MADE.parent, ignore_errors=True)
    arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run([npm, *arguments], cwd=FOLDER, capture_output=True, text=True)
    if done.returncode == 0:
        _MADE.touch()
        return
    reason = f"npm could not install tests/node: {done.stderr.strip()[-300:]}"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
