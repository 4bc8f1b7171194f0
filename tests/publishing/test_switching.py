"""Readers ask without a pause while editions are switched: not one bad answer, no mixed page."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Self

import pytest

from tests.built_site import page
from tests.programs import program
from tests.publishing.house import House
from tests.publishing.server import Server, serving
from tests.publishing.web import Web, nginx_on

SWITCHES = 100
PICTURES = {"A": "anh/a-0123abcd-400.jpg", "B": "anh/b-4567cdef-400.jpg"}
STYLES = {name: f"main{{color:#111}}/*{name}*/" for name in "AB"}
LUA = Path(__file__).with_name("switching.lua")


@dataclass
class Newsstand:
    """A server with two editions, and nginx in front of it."""

    server: Server
    web: Web
    house: House
    releases: dict[str, str]
    """The name of each edition's release."""


@pytest.fixture(scope="module")
def stand(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsstand]:
    folder = tmp_path_factory.mktemp("stand")
    with serving(folder) as server:
        house = House(server.target(folder / "cache"), folder / "cache")
        releases = {}
        for name in "AB":
            assert house.publish(edition(name)) == 0, house.said
            releases[name] = house.release
        go_back(house, releases["A"])
        (folder / "web").mkdir()
        with nginx_on(server.root, folder / "web") as web:
            yield Newsstand(server, web, house, releases)


def test_a_hundred_switches_under_load_give_no_bad_answer(
    stand: Newsstand, tmp_path: Path
) -> None:
    with asking(stand.web, policies(), tmp_path) as asked:
        switch_often(stand, tmp_path)

    assert (asked["bad"], asked["broken"], asked["why"]) == (0, 0, "")
    assert min(asked["a"], asked["b"], asked["pictures"]) > SWITCHES


def test_a_mixed_page_would_be_found(stand: Newsstand, tmp_path: Path) -> None:
    wrong = policies()
    wrong["A"], wrong["B"] = wrong["B"], wrong["A"]

    with asking(stand.web, wrong, tmp_path) as asked:
        time.sleep(2)

    assert asked["bad"] > 0
    assert "mixed page" in asked["why"]


@pytest.mark.long
def test_a_hundred_publishings_under_load_give_no_bad_answer(
    stand: Newsstand, tmp_path: Path
) -> None:
    with asking(stand.web, policies(), tmp_path) as asked:
        for number in range(SWITCHES):
            name = "AB"[number % 2]
            files = edition(name) | {PICTURES["AB"[1 - number % 2]]: "picture"}
            assert stand.house.publish(files | {"x.txt": str(number)}) == 0, stand.house.said

    assert (asked["bad"], asked["broken"], asked["why"]) == (0, 0, "")
    assert min(asked["a"], asked["b"], asked["pictures"]) > SWITCHES


def edition(name: str) -> dict[str, str]:
    """An edition whose home page names itself, with a style block and a picture of its own."""
    body = (
        f'edition {name} <img src="/{PICTURES[name]}" alt=""><a href="/tin/2020/07/so-ket/">x</a>'
    )
    home = page(body).replace("main{color:#111}", STYLES[name])
    return {"index.html": home, PICTURES[name]: f"picture {name}"}


def policies() -> dict[str, str]:
    """What each edition's policy must name, as nginx spells it."""
    digests = {name: sha256(text.encode()).digest() for name, text in STYLES.items()}
    return {
        name: f"sha256-{urlsafe_b64encode(digest).decode()}" for name, digest in digests.items()
    }


class asking(dict[str, Any]):  # noqa: N801 - read as a verb: with asking(…) as asked
    """Let wrk ask until the block is over; then this holds what it found."""

    def __init__(self, web: Web, named: dict[str, str], work: Path) -> None:
        super().__init__()
        script = work / "ask.lua"
        table = ", ".join(f'{name} = "{policy}"' for name, policy in named.items())
        script.write_text(f"POLICIES = {{ {table} }}\n{LUA.read_text('utf-8')}", "utf-8")
        self.command = [
            program("wrk"),
            "-t2",
            "-c8",
            "-d300",
            "-s",
            str(script),
            f"{web.address}/",
        ]

    def __enter__(self) -> Self:
        self.wrk = subprocess.Popen(self.command, stdout=subprocess.PIPE, text=True)
        time.sleep(0.5)  # it connects
        return self

    def __exit__(self, *_: object) -> None:
        self.wrk.send_signal(signal.SIGINT)
        said = self.wrk.communicate(timeout=60)[0]
        self.update(json.loads(said.partition("RESULT ")[2].splitlines()[0]))


def switch_often(stand: Newsstand, work: Path) -> None:
    """Let the link lead to the one edition and the other, as rsync does it on the server."""
    links = {}
    for name, release in stand.releases.items():
        (site,) = (stand.server.root / "releases" / release).glob("site*")
        links[name] = work / name / "current"
        links[name].parent.mkdir()
        links[name].symlink_to(site.relative_to(stand.server.root))
    for number in range(SWITCHES):
        link = links["BA"[number % 2]]
        subprocess.run(["rsync", "-l", str(link), f"{stand.server.root}/"], check=True)


def go_back(house: House, release: str) -> None:
    with house.target.held():
        live = house.target.manifest()
        assert live is not None
        house.target.go_back(house.target.of(release), live)
