"""The technical facts of one build, read once from Pelican's settings and the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

Format = Literal["text", "json", "github", "gitlab"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One build's settings. `now` is the only clock that any stage may read."""

    content: Path
    output: Path
    cache: Path
    theme: Path
    now: datetime
    """Aware, in Vietnam's time."""
    site_url: str = ""
    """Where the site will stand; empty: what site.yaml says, else http://localhost:8000."""
    workers: int = 1
    keep_going: bool = False
    format: Format = "text"
    preview: bool = False
    """Show drafts and embargoed articles too: only for `serve`, in an output of its own."""
    search: bool = True
    """Make the search index; without it the search page is a list of ways in."""
    check: bool = False
    """Stop after planning: only say whether content is sound."""
    explain: bool = False
    """Say of each output that is made why it is."""
    verify: bool = False
    """After building, compare every output with a build made from nothing."""
    impact: str = ""
    """Write nothing; say which outputs would change if this record (`kind:id`) did."""
    language: Literal["vi", "en"] = "vi"
    """The language in which problems are told."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """Interface words that this agency spells differently, by catalogue id."""
