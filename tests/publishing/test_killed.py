"""Killed at any moment, a publishing leaves one edition live, and the next one finishes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Container, Iterable, Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.building import ROOT, tree
from tests.publishing.house import House
from tests.publishing.server import Server
from tests.publishing.store import Store
from tests.publishing.test_s3_trouble import edition, pages_without_assets

OLD, NEW = "anh/a-0123abcd-400.jpg", "anh/b-4567cdef-400.jpg"
STEPS = 9
"""rsync commands of one publishing, and one more."""
SIGKILLED = -signal.SIGKILL


def mostly_long(all_of_them: Iterable[int], sample: Container[int]) -> list[Any]:
    """Each number, those that are no sample only where time does not matter."""
    return [
        pytest.param(one, marks=() if one in sample else pytest.mark.long) for one in all_of_them
    ]


@pytest.mark.parametrize("step", mostly_long(range(1, STEPS), sample=[6]))
def test_a_kill_between_any_two_steps_leaves_one_edition_on_a_server(
    server: Server, tmp_path: Path, step: int
) -> None:
    house = House(server.target(tmp_path), tmp_path)
    assert house.publish(edition(OLD)) == 0
    options = server.options()

    status = start(options, tmp_path, edition(NEW), kill_before=step).wait()

    assert status == SIGKILLED
    assert shown(server) == OLD
    finishes(house, server)


@pytest.mark.parametrize("seed", mostly_long(range(30), sample=[0]))
def test_a_kill_at_any_moment_leaves_one_edition_on_a_server(
    server: Server, tmp_path: Path, seed: int
) -> None:
    house = House(server.target(tmp_path), tmp_path)
    assert house.publish(edition(OLD)) == 0
    began = time.monotonic()
    first = start(server.options(), tmp_path, edition(NEW))
    assert first.wait() == 0
    whole = time.monotonic() - began
    killed = start(server.options(), tmp_path, edition(OLD), number=1)

    time.sleep(Random(seed).uniform(0.3, 1) * whole)  # noqa: S311 - no secret
    os.killpg(killed.pid, signal.SIGKILL)
    killed.wait()

    assert shown(server) in (OLD, NEW)
    finishes(house, server)


def finishes(house: House, server: Server) -> None:
    house.moment = house.moment.replace(hour=12)
    assert house.publish(edition(NEW) | {"x.txt": "x"}) == 0, house.said
    assert shown(server) == NEW


def shown(server: Server) -> str:
    """The picture that every page of what is live shows; the site is whole, of one edition."""
    live = {path: data for path, data in tree(server.current).items() if path[-3:] != ".br"}
    public = {path: data for path, data in live.items() if path[-3:] != ".gz"}
    assert pages_without_assets(public) == []
    shown = {each for each in (OLD, NEW) if f"/{each}".encode() in b"".join(public.values())}
    assert len(shown) == 1, shown
    (picture,) = shown
    for path, text in edition(picture).items():
        assert public[path] == text.encode()
    return picture


@pytest.mark.parametrize("number", mostly_long(range(1, 20), sample=[4, 6, 9]))
def test_a_kill_at_any_request_leaves_no_page_without_its_assets_in_a_bucket(
    store: Store, tmp_path: Path, number: int
) -> None:
    """Killed while the store answers the request of that number."""
    house = House(store.target(tmp_path, workers=2), tmp_path)
    assert house.publish(edition(OLD)) == 0
    seen = [0]

    def spoil(_method: str, _path: str) -> None:
        seen[0] += 1
        if seen[0] == number:
            os.killpg(killed.pid, signal.SIGKILL)

    store.line.spoil = spoil
    options = {
        "kind": "s3",
        "bucket": "thi-dua",
        "endpoint": f"http://127.0.0.1:{store.line.port}",
        "workers": 2,
    }
    killed = start(options, tmp_path, edition(NEW))
    assert killed.wait() in (SIGKILLED, 0)
    assert seen[0] >= number or killed.returncode == 0
    store.line.spoil = lambda _method, _path: None

    assert pages_without_assets(store.public()) == []
    house.moment = house.moment.replace(hour=12)
    assert house.publish(edition(NEW) | {"x.txt": "x"}) == 0, house.said
    assert pages_without_assets(store.public()) == []
    assert f"/{NEW}".encode() in store.public()["index.html"]


def start(
    options: Mapping[str, object],
    work: Path,
    files: Mapping[str, str],
    *,
    kill_before: int = 0,
    number: int = 0,
) -> subprocess.Popen[str]:
    """Publish in a process that leads a group of its own."""
    order = {
        "options": options,
        "work": str(work),
        "files": files,
        "kill_before": kill_before,
        "number": number,
    }
    path = os.pathsep.join([str(ROOT / "plugins"), str(ROOT)])
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.publishing.one_publishing"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": path},
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    assert process.stdin
    process.stdin.write(json.dumps(order))
    process.stdin.close()
    return process
