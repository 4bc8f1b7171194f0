"""A few records in; the files of their index laid down, ready to be asked, out."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from markupsafe import escape

from newsroom.planning.search import FILES
from newsroom.rendering import Press
from newsroom.settings import Settings
from tests.building import ROOT
from tests.newsroom.builders import NOW, at
from tests.newsroom.planning.plans import Plan, planned, words


def laid(folder: Path, *things: Any, now: str = NOW) -> Path:
    """Plan a site of these records, and lay down what its search page fetches."""
    made = planned(*things, now=now, search=True)
    press = Press(settings(folder, at(now)), words())
    for path in index_files(made):
        file = folder / "output" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(press.render_one(made.outputs[path]))
    page = folder / "output" / "tim-kiem" / "index.html"
    page.write_text(f'<div data-index="{escape(made.view("/tim-kiem/").index)}"></div>', "utf-8")
    return folder / "output"


def settings(folder: Path, now: datetime) -> Settings:
    """Of a build into that folder."""
    return Settings(
        content=folder,
        output=folder / "output",
        cache=folder / "cache",
        theme=ROOT / "theme",
        now=now,
        workers=1,
    )


def index_files(made: Plan) -> list[str]:
    """The paths of all that the search page fetches, its script aside."""
    return [path for path in made.outputs if path.startswith(FILES.strip("/"))]
