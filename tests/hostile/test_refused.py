"""Hostile content that no build may take: each is refused with exactly its code."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.broken import lay
from tests.hostile.cases import Row, refused_with
from tests.hostile.site import NEUTRAL, REFUSED, ROWS, TABLES
from tests.hostile.tables.slow import PATIENCE, SLOW


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: row.name)
def test_it_is_refused_with_its_code(row: Row, tmp_path: Path) -> None:
    content = tmp_path / "content"
    lay("", content)
    row.lay(content)

    assert refused_with(content) == tuple(sorted(row.codes))


@pytest.mark.parametrize("row", SLOW, ids=lambda row: row.name)
def test_no_body_takes_the_parser_long(row: Row, tmp_path: Path) -> None:
    content = tmp_path / "content"
    lay("", content)
    row.lay(content)
    started = time.process_time()

    refused_with(content)

    assert time.process_time() - started < PATIENCE


def test_the_sound_site_alone_is_refused_with_nothing(tmp_path: Path) -> None:
    lay("", tmp_path / "content")

    assert refused_with(tmp_path / "content") == ()


def test_each_table_has_rows_and_each_row_a_name_of_its_own() -> None:
    names = [row.name for row in ROWS]

    assert all(TABLES.values())
    assert sorted({name for name in names if names.count(name) > 1}) == []
    assert len(REFUSED) + len(NEUTRAL) == len(ROWS) >= 150
