"""Residents of a desk's site, and what is asked of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from newsroom.resident import Resident
from newsroom.settings import Settings
from tests.newsroom.desk_of_edits import Desk


def divide(paths: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """Feeds, and what else there is."""
    feeds = [path for path in paths if path.endswith("feed.atom")]
    return feeds, [path for path in paths if path not in feeds]


def staying(desk: Desk) -> Resident:
    return Resident(lambda: without_search(desk))


def without_search(desk: Desk, output: str = "warm") -> Settings:
    """As a preview has it: a search index is planned of texts."""
    return replace(desk.settings(output), search=False)


def add_below(desk: Desk, text: str) -> Path:
    path = next(desk.content.glob("articles/**/*.md"))
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n{text}\n")
    return path
