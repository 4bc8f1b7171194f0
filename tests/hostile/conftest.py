"""One site of everything hostile that must be neutralised: built once, published once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from publishing.folder import FolderTarget
from tests.building import Build, build
from tests.hostile.site import lay_site
from tests.publishing.house import House


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The real command over a content folder full of what must be neutralised."""
    folder = tmp_path_factory.mktemp("hostile")
    lay_site(folder / "content")
    return build(folder / "content", folder / "output")


@pytest.fixture(scope="session")
def hostile_public(hostile_site: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same as a host of static sites would serve it, with its headers."""
    target = tmp_path_factory.mktemp("published") / "public"
    house = House(FolderTarget(target, {}, target.parent), target.parent / "work")
    status = house.publish_from(lambda built: shutil.copytree(hostile_site.output, built))
    assert (status, hostile_site.status) == (0, 0), "\n".join(house.said[:20])
    return target
