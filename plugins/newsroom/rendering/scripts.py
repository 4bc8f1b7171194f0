"""The theme in; the script of the search page out, as it was packed from its modules."""

from __future__ import annotations

from pathlib import Path


def search_script(theme: Path) -> bytes:
    """What `invoke pack-search` made of the modules beside it; a test holds it to them."""
    return (theme / "components" / "search" / "search.min.js").read_bytes()
