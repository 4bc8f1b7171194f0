"""Builds for tests: the real command in a fresh process, and what the folder then holds."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOW = "2026-11-22T08:00"


@dataclass(frozen=True)
class Build:
    """How a build ended and where it wrote."""

    status: int
    out: str
    err: str
    output: Path


def build(content: Path, output: Path, *, now: str = NOW, **environment: str) -> Build:
    """Run plain `pelican`; NEWSROOM_… settings come as keywords without the prefix."""
    named = {f"NEWSROOM_{name.upper()}": value for name, value in environment.items()}
    env = {
        **os.environ,
        "NEWSROOM_NOW": now,
        "NEWSROOM_CACHE": str(output.parent / "cache"),
        "LC_ALL": "C.UTF-8",
        **named,
    }
    arguments = [str(content), "-s", str(ROOT / "pelicanconf.py"), "-o", str(output)]
    done = subprocess.run(
        [sys.executable, "-m", "pelican", *arguments, "--fatal", "errors"],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return Build(done.returncode, done.stdout, done.stderr, output)


def start(content: Path, folder: Path, **given: str) -> subprocess.Popen[bytes]:
    """Start a build into folder/output; `given` is added to its environment."""
    options = ("-s", str(ROOT / "pelicanconf.py"), "-o", str(folder / "output"))
    own = {"NEWSROOM_NOW": "2020-08-01T08:00", "NEWSROOM_CACHE": str(folder / "cache")}
    return subprocess.Popen(
        [sys.executable, "-m", "pelican", str(content), *options, "--fatal", "errors"],
        env={**os.environ, **own, **given},
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
