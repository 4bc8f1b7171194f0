"""A tiny built site in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.built_site import lay, sound_site


@pytest.fixture
def built(tmp_path: Path) -> Callable[..., Path]:
    """Call it with files that differ from the sound site (a path as key): the folder it is in."""

    def make(files: dict[str, str] | None = None, without: str = "") -> Path:
        site = sound_site() | (files or {})
        site.pop(without, None)
        return lay(tmp_path / "built", site)

    return make
