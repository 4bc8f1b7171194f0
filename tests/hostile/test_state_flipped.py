"""The state of a real build, byte by byte: each flipped once. What is read is what was written, or
the build is from nothing, or it makes anew what the byte spoke of."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from newsroom.settings import Settings
from newsroom.state import Damaged, State, environment_of, open_state
from tests.building import ROOT, tree
from tests.hostile.faults import build
from tests.newsroom.desk_of_edits import Desk
from tests.newsroom.rebuilding import compiled_once

EVERY = 997
"""In the default run one byte in so many; a prime, so that it is another one of each page."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The smallest site, built, and what its state was."""
    folder = tmp_path_factory.mktemp("flipped")
    shutil.copytree(ROOT / "tests" / "sites" / "smallest", folder / "content")
    settings = Settings(
        content=folder / "content",
        theme=ROOT / "theme",
        cache=folder / "cache",
        output=folder / "live",
        now=Desk.now,
        workers=1,
        search=False,
    )
    with compiled_once():
        assert build(settings) == 0
    return settings


@pytest.mark.parametrize("every", [EVERY, pytest.param(1, marks=pytest.mark.long)])
def test_a_byte_that_was_flipped_is_told_or_changes_nothing_that_is_believed(
    built: Settings, every: int
) -> None:
    path, environment = state_of(built), environment_of(built)
    data = path.read_bytes()
    whole = believed(built, environment, {})
    assert whole.keys() >= {("source", "site.yaml")}
    wrong: list[tuple[int, object]] = []

    for place in range(0, len(data), every):
        path.write_bytes(flipped(data, place))
        found = believed(built, environment, whole)
        wrong += [(place, key) for key in found if found[key] != whole.get(key)]
        path.write_bytes(data)

    assert wrong == []


@pytest.mark.parametrize("every", [EVERY * 61, pytest.param(EVERY, marks=pytest.mark.long)])
def test_a_build_over_it_is_as_a_clean_one(built: Settings, every: int) -> None:
    path = state_of(built)
    data, wanted = path.read_bytes(), tree(built.output)

    with compiled_once():
        for place in range(0, len(data), every):
            path.write_bytes(flipped(data, place))
            assert build(built) == 0, place
            assert tree(built.output) == wanted, place
            article = next(built.content.glob("articles/**/*.md"))
            text = article.read_text("utf-8")
            article.write_text(f"{text}\nMột câu nữa.\n", "utf-8")
            path.write_bytes(flipped(data, place))
            assert build(built) == 0, place
            clean = replace(
                built, output=built.output.with_name("clean"), cache=built.cache.with_name("none")
            )
            shutil.rmtree(clean.cache, ignore_errors=True)
            assert build(clean) == 0
            assert tree(built.output) == tree(clean.output), place
            article.write_text(text, "utf-8")
            assert build(built) == 0
            path.write_bytes(data)
            os.utime(path)


def state_of(settings: Settings) -> Path:
    (path,) = settings.cache.glob("state-*.sqlite")
    return path


def flipped(data: bytes, place: int) -> bytes:
    """One bit of the byte at this place turned over, another one at each."""
    return data[:place] + bytes([data[place] ^ 1 << place % 8]) + data[place + 1 :]


def believed(
    settings: Settings, environment: dict[str, str], asked: dict[Key, Any]
) -> dict[Key, Any]:
    """What a build would take from the state, by table and key: nothing where it would begin anew;
    of bodies and facts those that are asked for, or all. What is not there is made anew. So is an
    output whose mark is not the one of the file that lies there: marks are not looked at here, but
    built over below."""
    state = open_state(settings, environment)
    try:
        if state.reason:
            return {}
        found: dict[Key, Any] = {("source", key): one for key, one in state.sources().items()}
        found |= {("asset", key): one for key, one in state.assets().items()}
        facts = [key[1] for key in asked if key[0] == "fact"] or keys(state, "kind, key", "fact")
        found |= {("fact", key): one for key in facts if (one := state.fact(key)) is not None}
        bodies = [key[1] for key in asked if key[0] == "body"] or keys(state, "digest", "body")
        return found | {("body", key): state.text(*key) for key in bodies}
    except Damaged:
        return {}
    finally:
        state.close()


Key = tuple[str, Any]


def keys(state: State, columns: str, table: str) -> list[Any]:
    return list(state._connection().execute(f"SELECT {columns} FROM {table}"))  # noqa: S608 - our own names
