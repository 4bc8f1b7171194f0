"""A build killed at any moment leaves a folder that the next build brings to its clean state."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.settings import Settings
from newsroom.writing import lock
from newsroom.writing import staging as staging_room
from tests.building import ROOT
from tests.output_folder import Files, lay, left_beside, site


class Killed(BaseException):
    """The process is gone: nothing more of it runs, not even what cleans up."""


OLD = {"a/b": b"old", "c": b"c", "gone/x": b"x", "same": b"same"}


@pytest.mark.parametrize("old", [OLD, None], ids=["over an older site", "in a new folder"])
def test_killed_at_any_moment_the_next_build_finishes_the_work(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, old: Files | None
) -> None:
    new = {"a": b"file now", "c/d": b"d", "e/f/g": b"e", "same": b"same"}
    steps, survived = 0, False
    while not survived:
        shutil.rmtree(settings.output, ignore_errors=True)
        if old is not None:
            lay(old, settings)
        with monkeypatch.context() as patch:
            kill_after(steps, patch)
            try:
                lay(new, settings)
                survived = True
            except Killed:
                steps += 1

        lay(new, settings)

        assert site(settings.output) == new, f"killed after {steps} steps"
        assert left_beside(settings) == [], f"killed after {steps} steps"
    assert steps > (15 if old else 12)


def kill_after(steps: int, patch: pytest.MonkeyPatch) -> None:
    """Let so many changes of the disk through, then none."""
    left = steps

    def counted(change: Callable[..., object]) -> Callable[..., object]:
        def one_more(*args: object, **options: object) -> object:
            nonlocal left
            if left == 0:
                raise Killed
            left -= 1
            return change(*args, **options)

        return one_more

    for name in ("rename", "replace", "unlink", "rmdir", "mkdir", "fsync"):
        patch.setattr(os, name, counted(getattr(os, name)))
    patch.setattr(Path, "write_bytes", counted(Path.write_bytes))
    patch.setattr(staging_room, "write_file", counted(staging_room.write_file))


KILLED_HALF_WAY = """
    import os, signal, sys
    from pathlib import Path
    from newsroom.settings import Settings
    from newsroom.writing import Staging, lock
    from datetime import datetime, UTC
    here = Path(sys.argv[1])
    settings = Settings(content=here / "content", theme=here / "theme", cache=here / "cache",
                        output=here / "output", now=datetime(2020, 8, 1, tzinfo=UTC))
    with lock(settings), Staging(settings, ["half.html"]) as staging:
        staging.put("half.html", b"half")
        os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_killed_process_leaves_neither_a_lock_nor_its_staging_to_the_next(
    settings: Settings,
) -> None:
    with lock(settings):
        lay({"index.html": b"good"}, settings)
    code = textwrap.dedent(KILLED_HALF_WAY)
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "plugins")}
    here = str(settings.output.parent)

    done = subprocess.run([sys.executable, "-c", code, here], env=environment, check=False)

    assert done.returncode == -9
    assert left_beside(settings) != []
    assert site(settings.output) == {"index.html": b"good"}
    with lock(settings):
        lay({"index.html": b"good"}, settings)
    assert left_beside(settings) == []
