"""The state remembers exactly what it was told, and begins anew wherever it cannot."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from random import Random

import msgspec
import pytest

from newsroom.records.body import Text
from newsroom.settings import Settings
from newsroom.state import (
    AssetMark,
    Change,
    Damaged,
    OutputMark,
    SourceMark,
    Stamp,
    State,
    open_state,
)
from vietnamese import VIETNAM

ENVIRONMENT = {"code": "c", "libraries": "l", "settings": "s"}
STAMP = Stamp(1, 2**62, 3, 2**40)
TEXT = Text(("<p>một</p>",), "một")
LEARNED = Change(
    notes={"next_change": "2020-08-01"},
    sources={"articles/tin-ủ.md": SourceMark(STAMP, "d", b"packed")},
    assets={"photos/x.jpg": AssetMark(STAMP, b"seen")},
    texts={"t": msgspec.msgpack.encode(TEXT)},
    outputs={"index.html": OutputMark("v", "m", 10, 2**62)},
)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        content=tmp_path / "content",
        theme=tmp_path / "theme",
        cache=tmp_path / "cache",
        output=tmp_path / "output",
        now=datetime(2020, 8, 1, 8, 0, tzinfo=VIETNAM),
    )


@pytest.fixture
def learned(settings: Settings) -> Path:
    """The file of a state that has learned something."""
    state = open_state(settings, ENVIRONMENT)
    state.commit(LEARNED)
    state.close()
    return state.path


def everything(state: State) -> tuple[object, ...]:
    return state.notes(), state.sources(), state.assets(), state.text("t"), state.outputs()


def test_what_was_learned_is_known_in_the_next_build(settings: Settings, learned: Path) -> None:
    state = open_state(settings, ENVIRONMENT)

    assert (state.reason, state.path) == ("", learned)
    wanted = (LEARNED.notes, LEARNED.sources, LEARNED.assets, TEXT, LEARNED.outputs)
    assert everything(state) == wanted


def test_the_first_build_knows_nothing_and_says_so(settings: Settings) -> None:
    state = open_state(settings, ENVIRONMENT)

    assert state.reason == "missing"
    assert (state.sources(), state.assets(), state.outputs()) == ({}, {}, {})


@pytest.mark.usefixtures("learned")
def test_what_is_gone_is_forgotten(settings: Settings) -> None:
    state = open_state(settings, ENVIRONMENT)
    state.commit(
        Change(
            gone_sources=["articles/tin-ủ.md"],
            gone_assets=["photos/x.jpg"],
            gone_texts=["t"],
            gone_outputs=["index.html"],
        )
    )

    assert (state.sources(), state.assets(), state.outputs()) == ({}, {}, {})
    with pytest.raises(Damaged):
        state.text("t")


@pytest.mark.usefixtures("learned")
@pytest.mark.parametrize("name", ENVIRONMENT)
def test_another_environment_begins_anew_and_is_named(settings: Settings, name: str) -> None:
    state = open_state(settings, ENVIRONMENT | {name: "other"})

    assert state.reason == name
    assert state.outputs() == {}


def test_the_state_of_another_folder_is_never_taken_for_ours(
    settings: Settings, learned: Path
) -> None:
    other = replace(settings, output=settings.output.with_name("other"))
    path = open_state(other, ENVIRONMENT).path
    path.write_bytes(learned.read_bytes())

    assert open_state(other, ENVIRONMENT).reason == "output"


def test_a_state_of_another_version_begins_anew(settings: Settings, learned: Path) -> None:
    execute(learned, "UPDATE meta SET value = '0' WHERE key = 'version'")

    assert open_state(settings, ENVIRONMENT).reason == "version"


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON output BEGIN DELETE FROM source; END",
        "CREATE VIEW v AS SELECT 1",
        "DROP TABLE body",
        "DELETE FROM meta WHERE key = 'code'",
    ],
)
def test_a_file_that_holds_more_or_less_than_ours_begins_anew(
    settings: Settings, learned: Path, statement: str
) -> None:
    execute(learned, statement)

    assert open_state(settings, ENVIRONMENT).reason == "damaged"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE source SET packed = x'00'",
        "UPDATE source SET digest = 'other'",
        "UPDATE source SET file = 'articles/y.md'",
        "UPDATE source SET packed = 'text'",
        "UPDATE asset SET packed = NULL",
        "UPDATE body SET packed = x'93'",
        "UPDATE body SET digest = 'other'",
        "UPDATE source SET sum = x''",
        "UPDATE note SET value = CAST(x'ff' AS TEXT)",
        "UPDATE output SET path = CAST(x'ff' AS TEXT)",
    ],
)
def test_a_row_that_is_not_what_was_written_is_told_as_damage(
    settings: Settings, learned: Path, statement: str
) -> None:
    execute(learned, statement)
    state = open_state(settings, ENVIRONMENT)

    with pytest.raises(Damaged):
        everything(state)


@pytest.mark.parametrize("seed", range(60))
def test_a_spoilt_file_is_either_as_it_was_or_told_as_damage(
    settings: Settings, learned: Path, seed: int
) -> None:
    """Marks of outputs have no checksum: a wrong one only makes its output anew."""
    chance, data = Random(seed), bytearray(learned.read_bytes())  # noqa: S311 - no secret
    for _ in range(chance.choice([1, 30, 3000])):
        data[chance.randrange(len(data))] = chance.randrange(256)
    learned.write_bytes(data[: chance.choice([len(data), len(data), len(data) // 2])])

    state = open_state(settings, ENVIRONMENT)
    try:
        found = everything(state)
    except Damaged as damage:
        state.begin_anew(str(damage))
        assert state.outputs() == {}
    else:
        assert found[1:4] == (LEARNED.sources, LEARNED.assets, TEXT)
        with suppress(sqlite3.Error):  # pages that hold nothing yet are not looked at before
            state.commit(LEARNED)
    state.begin_anew("damaged")
    state.commit(LEARNED)
    assert everything(state)[1:4] == (LEARNED.sources, LEARNED.assets, TEXT)


@pytest.mark.usefixtures("learned")
def test_a_change_that_fails_half_way_leaves_the_state_as_it_was(settings: Settings) -> None:
    state = open_state(settings, ENVIRONMENT)
    before = everything(state)
    impossible = OutputMark("v", "m", 2**70, 0)

    with pytest.raises(OverflowError):
        state.commit(Change(gone_sources=["articles/tin-ủ.md"], outputs={"x": impossible}))

    assert everything(state) == before


@pytest.mark.usefixtures("learned")
def test_nothing_is_open_after_letting_go_and_all_is_there_again(settings: Settings) -> None:
    state = open_state(settings, ENVIRONMENT)
    state.outputs()

    state.let_go()

    assert state._opened is None
    assert state.text("t") == TEXT


def execute(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()
