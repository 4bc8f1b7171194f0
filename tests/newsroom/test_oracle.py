"""The test the project stands on: whatever happened before, an incremental build leaves, byte for
byte, what a clean one does; and two workers what one does."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from newsroom.build import run
from newsroom.rendering import workers as crew
from tests.building import tree
from tests.newsroom.desk_of_edits import Desk
from tests.newsroom.edits import EDITS, TEXT_EDITS, WARM
from tests.newsroom.rebuilding import compiled_once

SCRIPTS, STEPS = 40, 10
MORE_SCRIPTS, MORE_STEPS = 300, 30


@pytest.fixture(scope="module", autouse=True)
def quick() -> Iterator[None]:
    """Fork for however little, and wait for no disk: that a power cut does no harm is not what is
    tried here."""
    with compiled_once(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(crew, "FORK_ABOVE", 0)
        patch.setattr(os, "sync", lambda: None)
        patch.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture(scope="module", autouse=True)
def account(request: pytest.FixtureRequest) -> Iterator[None]:
    """Print at the end how many scripts were played, and from which seeds."""
    yield
    told = request.config.pluginmanager.get_plugin("terminalreporter")
    seeds = sorted(
        int(str(item.callspec.params["seed"]))
        for item in request.session.items
        if isinstance(item, pytest.Function) and item.module is request.module
    )
    if told and seeds:
        steps = STEPS if seeds[-1] < SCRIPTS else f"{STEPS} or {MORE_STEPS}"
        told.write_line(
            f" oracle: {len(seeds)} scripts of {steps} steps, seeds {seeds[0]} to {seeds[-1]}"
        )


@pytest.mark.parametrize("seed", range(SCRIPTS))
def test_whatever_happened_an_incremental_build_equals_a_clean_one(
    tmp_path: Path, photos: Path, seed: int
) -> None:
    play(tmp_path, photos, seed, STEPS)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(SCRIPTS, SCRIPTS + MORE_SCRIPTS))
def test_however_much_happened_an_incremental_build_equals_a_clean_one(
    tmp_path: Path, photos: Path, seed: int
) -> None:
    play(tmp_path, photos, seed, MORE_STEPS)


def play(folder: Path, photos: Path, seed: int, steps: int) -> None:
    """One script: after each step, every way of building must leave the same site."""
    desk = Desk(folder, Random(seed), photos)  # noqa: S311 - chance, no secret
    desk.search = desk.chance.random() < 0.4
    done: list[str] = []
    for _ in range(steps):
        for name in drawn(desk.chance):
            EDITS[name](desk)
            done.append(name)
        if desk.chance.random() < 0.15:
            kill_a_build(desk)
            done.append("kill a build")
        compare(desk, f"seed {seed}: {', '.join(done)}")


def drawn(chance: Random) -> list[str]:
    """What happens next: often no more than an edit of texts, which has a way of its own."""
    if chance.random() < 0.3:
        return chance.sample(TEXT_EDITS, chance.choice([1, 2]))
    return chance.sample(sorted(EDITS), chance.choice([1, 1, 1, 2]))


def compare(desk: Desk, story: str) -> None:
    """Build incrementally, alone and shared, and from nothing; all must agree."""
    keep_going = desk.chance.random() < 0.7
    before = [tree(desk.folder / output) for output in WARM]
    statuses = {
        run(desk.settings(output, workers, keep_going)) for workers, output in enumerate(WARM, 1)
    }
    with without(desk.folder / "cache" / "search"):
        statuses.add(run(desk.settings("clean", 1, keep_going)))
    assert len(statuses) == 1, story
    if statuses == {2}:
        assert [tree(desk.folder / output) for output in WARM] == before, story
    else:
        clean = tree(desk.folder / "clean")
        for output in WARM:
            assert_same(tree(desk.folder / output), clean, f"{output}: {story}")
    shutil.rmtree(desk.folder / "clean", ignore_errors=True)


@contextmanager
def without(folder: Path) -> Iterator[None]:
    """What a build keeps there for the next one must not help the clean one."""
    aside = folder.with_name("aside")
    if folder.exists():
        folder.rename(aside)
    yield
    shutil.rmtree(folder, ignore_errors=True)
    if aside.exists():
        aside.rename(folder)


def assert_same(found: dict[str, bytes], clean: dict[str, bytes], story: str) -> None:
    differing = {path for path in found | clean if found.get(path) != clean.get(path)}
    assert not differing, f"{sorted(differing)[:5]} after {story}"


def kill_a_build(desk: Desk) -> None:
    """Start a build of each folder and kill it at some moment."""
    for workers, output in enumerate(WARM, 1):
        pid = os.fork()
        if pid == 0:
            _build_in_silence(desk, output, workers)
        time.sleep(desk.chance.random() * 0.4)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def _build_in_silence(desk: Desk, output: str, workers: int) -> None:
    """What the killed process does; it never comes back to the tests."""
    try:
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(nowhere, stream)
        run(desk.settings(output, workers))
    finally:
        os._exit(0)
