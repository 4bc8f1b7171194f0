"""demo/output in, as `make demo` builds it; docs/screenshots/*.png out."""

# ruff: noqa: INP001 a script, in no package

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

from PIL import Image
from playwright.sync_api import Browser, Route, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "demo" / "output"
FOLDER = ROOT / "docs" / "screenshots"
HOST = "http://tin-thi-dua.example"
PREFIX = "/demo/"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
CAMPAIGN = "phong-trao/dung-hen-voi-dan/"
ARTICLE = "tin/2026/11/chin-so-dat-chi-tieu/"
STORY = "tin/2026/11/anh-chu-nhat-xanh/"
DARK, PAPER, FORCED = "dark", "print", "forced"
SHOTS = {
    "home-1280": ("", 1280, 1500, ""),
    "home-1280-dark": ("", 1280, 1500, DARK),
    "home-360": ("", 360, 1500, ""),
    "campaign-1280": (CAMPAIGN, 1280, 1600, ""),
    "campaign-1280-forced": (CAMPAIGN, 1280, 1600, FORCED),
    "campaign-360": (CAMPAIGN, 360, 1500, ""),
    "campaign-360-dark": (CAMPAIGN, 360, 1500, DARK),
    "article-360": (ARTICLE, 360, 1500, ""),
    "article-768-dark": (ARTICLE, 768, 1500, DARK),
    "article-print": (ARTICLE, 794, 1500, PAPER),
    "photo-story-768": (STORY, 768, 1200, ""),
    "search-360": ("tim-kiem/", 360, 1200, ""),
    "bloc-year-1280": ("khoi/tham-muu-tong-hop/2025/", 1280, 1500, ""),
    "listing-768": ("tin/", 768, 1500, ""),
}
"""Name of the picture: address, width and height in CSS pixels, and how it is seen."""
COLOURS = 256
LIMIT = 220_000


def take_screenshots() -> None:
    """Take every picture anew. Exits with a message where the sample site is not built."""
    if not (SITE / "index.html").is_file():
        sys.exit("demo/output is empty: run `make demo` first")
    chromium = next(filter(None, map(shutil.which, CHROMIUM)), None)
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium)
        for name, (address, width, height, how) in SHOTS.items():
            small = _with_few_colours(_seen(browser, address, width, height, how))
            if len(small) > LIMIT:
                sys.exit(f"{name}.png has {len(small)} bytes, more than {LIMIT}")
            (FOLDER / f"{name}.png").write_bytes(small)
        browser.close()


def _seen(browser: Browser, address: str, width: int, height: int, how: str) -> bytes:
    page = browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme="dark" if how == DARK else "light",
        forced_colors="active" if how == FORCED else "none",
    )
    page.emulate_media(media="print" if how == PAPER else "screen")
    page.route("**/*", _from_disk)
    page.goto(HOST + PREFIX + address, wait_until="networkidle")
    picture = page.screenshot()
    page.close()
    return picture


def _from_disk(route: Route) -> None:
    path = SITE / unquote(urlsplit(route.request.url).path).removeprefix(PREFIX)
    file = path / "index.html" if path.is_dir() else path
    if file.is_file():
        route.fulfill(path=file)
    else:
        route.abort()


def _with_few_colours(picture: bytes) -> bytes:
    """Return the picture with a palette, which is enough for ink on paper."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    target = io.BytesIO()
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(target, "PNG", optimize=True)
    return target.getvalue()


if __name__ == "__main__":
    take_screenshots()
