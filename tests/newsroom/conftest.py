"""A desk whose site was built once, for tests of what comes after."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.newsroom.desk_of_edits import Desk
from tests.newsroom.rebuilding import rebuild


@pytest.fixture(scope="session")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where every desk's photos are kept."""
    return tmp_path_factory.mktemp("photos")


@pytest.fixture
def desk(tmp_path: Path, photos: Path) -> Desk:
    """A site of every kind, built into the folder `one`."""
    desk = Desk(tmp_path, Random(0), photos)  # noqa: S311 - chance, no secret
    assert rebuild(desk).status == 0
    return desk
