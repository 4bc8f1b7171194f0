"""Programs that tests run for real."""

from __future__ import annotations

import os
import shutil

import pytest

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def program(*names: str) -> str:
    """The first of these programs that is installed. Without any, the test is skipped with a
    reason on a user's machine, and fails where CI promised to install them all."""
    for name in names:
        if found := shutil.which(name):
            return found
    reason = f"{names[0]} is not installed on this machine"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
