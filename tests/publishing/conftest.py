"""A tiny built site in a folder of its own, and a store of objects to publish it to."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from publishing.folder import FolderTarget
from tests.built_site import lay, sound_site
from tests.publishing.house import House
from tests.publishing.server import Server, empty, serving
from tests.publishing.store import KEY, SECRET, Store, storing


@pytest.fixture(autouse=True)
def _quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """No waiting for the whole machine's disk: what these tests write is read back at once."""
    monkeypatch.setattr(os, "sync", lambda: None)


@pytest.fixture
def built(tmp_path: Path) -> Callable[..., Path]:
    """Call it with files that differ from the sound site (a path as key): the folder it is in."""

    def make(files: dict[str, str] | None = None, without: str = "") -> Path:
        site = sound_site() | (files or {})
        site.pop(without, None)
        return lay(tmp_path / "built", site)

    return make


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(FolderTarget(tmp_path / "public", {}, tmp_path / "cache"), tmp_path / "cache")


@pytest.fixture
def public(tmp_path: Path) -> Path:
    return tmp_path / "public"


@pytest.fixture(scope="module")
def sshd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("server")) as server:
        yield server


@pytest.fixture
def server(sshd: Server) -> Server:
    """A running sshd whose folder is empty."""
    empty(sshd)
    return sshd


@pytest.fixture(scope="module")
def running() -> Iterator[Store]:
    with storing() as store:
        yield store


@pytest.fixture
def store(running: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", KEY)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    running.new()
    return running
