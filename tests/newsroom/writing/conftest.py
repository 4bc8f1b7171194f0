"""Settings for a build in a folder of its own."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from newsroom.settings import Settings
from vietnamese import VIETNAM


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A build from tmp_path/content into tmp_path/output, which does not exist yet."""
    return Settings(
        content=tmp_path / "content",
        theme=tmp_path / "theme",
        cache=tmp_path / "cache",
        output=tmp_path / "output",
        now=datetime(2020, 8, 1, 8, 0, tzinfo=VIETNAM),
    )
