"""The examples of the project's own components, drawn by its own theme."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desk.gallery import examples as gallery
from desk.gallery.examples import Example as Example  # for who draws them
from tests.newsroom.rendering.theme_under_test import THEME, templates


def examples() -> Iterator[Example]:
    """Every example of every component, the hidden ones too."""
    for component in gallery.components(THEME):
        yield from component.examples


def draw(example: Example) -> str:
    """The example's HTML."""
    return gallery.draw(templates(), example)


def components() -> list[Path]:
    """The folder of every component that has a macro."""
    return sorted(path.parent for path in (THEME / "components").glob("*/*.html"))
