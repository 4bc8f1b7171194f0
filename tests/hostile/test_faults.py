"""A build that is killed, starved or confused: the next one is right, and nothing is mixed.

`python -m benchmarks.faults 500` plays as many as are asked for, each from a seed of its own.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.newsroom.rebuilding import compiled_once

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such signals and limits there")


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("photos")


def test_every_fault_leaves_a_site_that_the_next_build_makes_right(
    tmp_path: Path, photos: Path
) -> None:
    from tests.hostile.faults import FAULTS, Stage

    with compiled_once():
        stage = Stage(tmp_path, photos, seed=1)
        for name in FAULTS:
            stage.play(name)

    assert len(stage.done) == len(FAULTS)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2, 6))
def test_so_do_many(tmp_path: Path, photos: Path, seed: int) -> None:
    from tests.hostile.faults import FAULTS, Stage

    with compiled_once():
        stage = Stage(tmp_path, photos, seed)
        for name in stage.chance.choices(sorted(FAULTS), k=25):
            stage.play(name)
