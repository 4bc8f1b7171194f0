"""A page in a browser in; the manual's picture of it taken anew, or held against the words that
the picture in the repository shows.

Pictures differ from machine to machine by their fonts, so what is compared is the text that was to
be read when the picture was taken. MANUAL_PICTURES=1 takes them anew.
"""

from __future__ import annotations

import io
import json
import os
from html import escape
from typing import TYPE_CHECKING

from PIL import Image

from tests.building import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

FOLDER = ROOT / "docs" / "huong-dan" / "anh"
WORDS = FOLDER / "chu.json"
COLOURS = 96
_WINDOW = """<!doctype html><html lang="vi"><meta charset="utf-8"><style>
body { margin: 0; background: #1b1b1b; color: #eee; width: 62rem; }
pre { font: 15px/1.5 "DejaVu Sans Mono", "Noto Sans Mono", monospace; margin: 0; padding: 1rem;
  white-space: pre-wrap; overflow-wrap: anywhere; }
</style><pre>%s</pre></html>"""


def take(name: str, shown: Page, words: str, height: int = 0) -> None:
    """Keep a picture of what is shown, or hold its words against those of the one that is kept."""
    words = " ".join(words.split())
    if not os.environ.get("MANUAL_PICTURES"):
        kept = json.loads(WORDS.read_text("utf-8"))
        assert words == kept.get(name), f"{name}.png: MANUAL_PICTURES=1 pytest tests/desk/manual"
        assert (FOLDER / f"{name}.png").stat().st_size < 200_000
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    data = shown.screenshot(full_page=not height)
    image = Image.open(io.BytesIO(data)).convert("RGB")
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(FOLDER / f"{name}.png", optimize=True)
    kept = json.loads(WORDS.read_text("utf-8")) if WORDS.exists() else {}
    kept[name] = words
    text = json.dumps(dict(sorted(kept.items())), ensure_ascii=False, indent=1)
    WORDS.write_text(f"{text}\n", "utf-8")


def window(shown: Page, text: str) -> None:
    """Show what a command window shows."""
    shown.set_viewport_size({"width": 1000, "height": 100})
    shown.set_content(_WINDOW % escape(text))
