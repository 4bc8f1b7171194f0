"""A cache that was damaged or forged between two runs of CI means a build from nothing."""

from __future__ import annotations

import os
import pickle
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.building import ROOT, Build, build, tree

CONTENT = ROOT / "tests" / "sites" / "every_kind"


class Bomb:
    """What runs a command when it is unpickled."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, (f"touch {self.mark}",)


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The site as it is made from nothing; its cache lies beside it."""
    built = build(CONTENT, tmp_path_factory.mktemp("clean") / "output")
    assert built.status == 0, built.out + built.err
    return built


@pytest.mark.parametrize("what", ["garbage", "a program", "nothing", "rows that run a program"])
def test_a_hostile_cache_changes_no_byte_and_runs_nothing(
    clean: Build, tmp_path: Path, what: str
) -> None:
    mark, cache = tmp_path / "ran", tmp_path / "new" / "cache"
    shutil.copytree(clean.output.parent / "cache", cache)
    program = pickle.dumps(Bomb(mark))
    spoil(cache, what, program)

    again = build(CONTENT, tmp_path / "new" / "output")

    assert again.status == 0, again.out + again.err
    assert tree(again.output) == tree(clean.output)
    assert not mark.exists()


def spoil(cache: Path, what: str, program: bytes) -> None:
    """Make every file of the cache something else."""
    spoilt = {"garbage": b"\xff\x00garbage" * 99, "a program": program, "nothing": b""}
    files = [path for path in cache.rglob("*") if path.is_file()]
    assert any(path.suffix == ".sqlite" for path in files)
    assert any(path.suffix == ".avif" for path in files)
    for path in files:
        if what in spoilt:
            path.write_bytes(spoilt[what])
        elif path.suffix == ".sqlite":
            put_in_rows(path, program)
        else:
            path.write_bytes(program)


def put_in_rows(file: Path, program: bytes) -> None:
    """A sound database, whose every blob is the program."""
    state = sqlite3.connect(file)
    tables = [
        name for (name,) in state.execute("SELECT name FROM sqlite_master WHERE type='table'")
    ]
    for table in tables:
        for _, column, kind, *_ in state.execute(f"PRAGMA table_info({table})").fetchall():
            if kind.upper() == "BLOB":
                state.execute(f"UPDATE {table} SET {column} = ?", (program,))  # noqa: S608 - ours
    state.commit()
    state.close()
