"""What is sound but swells: each of these makes thousands of pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.broken import lay
from tests.building import build
from tests.hostile.cases import Row
from tests.hostile.tables.texts import MANY


@pytest.mark.long
@pytest.mark.parametrize("row", MANY, ids=lambda row: row.name)
def test_thousands_of_pages_of_one_article_are_built(row: Row, tmp_path: Path) -> None:
    lay("", tmp_path / "content")
    row.lay(tmp_path / "content")

    built = build(tmp_path / "content", tmp_path / "output")

    assert built.status == 0, built.out[-2000:] + built.err[-2000:]
    assert sum(1 for _ in built.output.rglob("index.html")) > 2_000
