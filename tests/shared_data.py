"""Where the real data lies that the repository may not hold: beside the checkout, if at all."""

import os
from pathlib import Path

import pytest

_CHECKOUT = Path(__file__).resolve().parents[1]


def shared(path: str) -> Path:
    """Return the file or folder `path` of the shared data; skip the test where there is none."""
    root = Path(os.environ.get("TIN_SHARED") or _CHECKOUT.parent / "shared")
    found = root / path
    if not found.exists():
        pytest.skip(f"the shared data is not beside this checkout: {path}")
    return found
