"""A studio in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.studio import Studio


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    """Source pictures and a cache in a folder of its own."""
    return Studio(tmp_path)
