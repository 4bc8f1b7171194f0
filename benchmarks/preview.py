"""From a saved text to the refreshed page in a browser: `invoke serve` on the sample province.

`python -m benchmarks.preview` edits one article several times while Chromium shows it, and prints
how long the page took to show the new words: median and worst, in seconds.
"""

from __future__ import annotations

import argparse
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
FILE = "articles/2026/11/chin-so-dat-chi-tieu.md"
ADDRESS = "/tin/2026/11/chin-so-dat-chi-tieu/"
NOW = "2026-11-22T08:00"
PATIENCE = 120.0
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=15)
    edits = parser.parse_args().edits
    with TemporaryDirectory() as folder, sync_playwright() as play:
        content = Path(shutil.copytree(ROOT / "demo" / "content", Path(folder) / "content"))
        chromium = next(filter(None, map(shutil.which, CHROMIUM)))
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with _serving(content, Path(folder) / "cache") as site:
            page = browser.new_page()
            page.goto(site + ADDRESS)
            took = [_edit(page, content / FILE, number) for number in range(edits)]
        browser.close()
    print(f"{edits} edits: median {median(took):.3f} s, worst {max(took):.3f} s")


def _edit(page: Page, file: Path, number: int) -> float:
    """Seconds from the end of the save until the browser shows what was saved."""
    word = f"Sửa lần {number}."
    time.sleep(0.5)
    with file.open("a", encoding="utf-8") as opened:
        opened.write(f"\n{word}\n")
    began = time.perf_counter()
    page.get_by_text(word).wait_for(timeout=PATIENCE * 1000)
    return time.perf_counter() - began


@contextmanager
def _serving(content: Path, cache: Path) -> Iterator[str]:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    arguments = ["--content", str(content), "--cache", str(cache), "--port", str(port)]
    process = subprocess.Popen(
        [sys.executable, "-m", "invoke", "serve", *arguments, "--now", NOW],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
    )
    try:
        site = f"http://localhost:{port}"
        until = time.monotonic() + PATIENCE
        while not _is_there(site + ADDRESS) and time.monotonic() < until:
            time.sleep(0.3)
        yield site
    finally:
        process.kill()
        process.wait()


def _is_there(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own server
            return b"15.138" in answer.read()
    except (urllib.error.URLError, OSError):
        return False


if __name__ == "__main__":
    main()
