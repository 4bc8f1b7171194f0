"""From a saved text to the changed page on disk: `invoke serve` beside `hugo server`, one archive.

`python -m benchmarks.resident 10000` starts both, one after the other, edits the text of the same
article several times, and prints for each how long the page took: median and worst, in seconds.
"""

from __future__ import annotations

import argparse
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TypeVar

from benchmarks.archive import make
from benchmarks.hugo_site import HugoSite
from benchmarks.peers import ROOT, Command, remove
from benchmarks.steps import EVENING

sys.path.insert(0, str(ROOT / "plugins"))

from newsroom.rendering.styles import assemble

T = TypeVar("T")
EDITS = 9
PATIENCE = 300.0
"""Seconds for a first build, or for a page."""
_LOOK = 0.002


def main() -> None:
    """Measure both and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=int)
    given = parser.parse_args()
    work = ROOT / ".cache" / "bench-work" / f"resident-{given.articles}"
    remove(work)
    make(work / "content", given.articles)
    article = sorted((work / "content" / "articles").rglob("*.md"))[-5]
    hugo = HugoSite(work, work / "content", assemble(ROOT / "theme").text)
    hugo.prepare()
    with _running(_ours(work)):
        ours = _measure(article, work / "cache" / "preview", "ours")
    with _running(_hugo(hugo)):
        theirs = _measure(article, hugo.output, "hugo", lambda path: hugo.take_over([path]))
    remove(work)
    print(
        f"| {given.articles} articles: save to page on disk | median s | worst s |\n|---|---|---|"
    )
    print(f"| ours, invoke serve | {median(ours):.3f} | {max(ours):.3f} |")
    print(f"| hugo server --disableFastRender | {median(theirs):.3f} | {max(theirs):.3f} |")
    print(f"\nratio of the medians: {median(theirs) / median(ours):.0f}")


def _ours(work: Path) -> Command:
    options = ("--content", str(work / "content"), "--cache", str(work / "cache"))
    moment = ("--now", EVENING, "--port", str(_free_port()))
    return Command((sys.executable, "-m", "invoke", "serve", *options, *moment), ROOT, {})


def _hugo(site: HugoSite) -> Command:
    command = site.build(EVENING)
    options = ("server", "--disableFastRender", "--port", str(_free_port()))
    return Command((command.arguments[0], *options, *command.arguments[1:]), site.folder, {})


@contextmanager
def _running(command: Command) -> Iterator[None]:
    process = subprocess.Popen(
        command.arguments, cwd=command.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def _measure(
    article: Path, output: Path, mark: str, saved: Callable[[Path], None] = lambda _: None
) -> list[float]:
    """Seconds from each save until a page under `output` holds the new words; `mark` makes them
    words that no earlier measure left in the article."""
    page = _wait_for(lambda: next(output.glob(f"**/{article.stem}/index.html"), None))
    _wait_for(lambda: _is_still(output))
    taken = []
    for turn in range(EDITS):
        words = mark + "abcdefghijkl"[turn] * 12
        text = article.read_text("utf-8").rstrip()
        began = time.monotonic()
        article.write_text(f"{text}\n\nCâu thử {words}.\n", "utf-8")
        saved(article)
        _wait_for(lambda words=words: words in page.read_text("utf-8"), _LOOK)  # type: ignore[misc]
        taken.append(time.monotonic() - began)
        time.sleep(1.0)
    return taken


def _is_still(output: Path) -> bool:
    """Whether the home page is there, and nothing was written for some seconds."""
    home = output / "index.html"
    if not home.exists():
        return False
    newest = max(folder.stat().st_mtime for folder in (output, *output.iterdir()))
    return time.time() - newest > 5.0


def _wait_for(look: Callable[[], T | None], pause: float = 0.2) -> T:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            if found := look():
                return found
        except OSError:
            pass  # it is being written
        time.sleep(pause)
    raise TimeoutError("the page never came")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


if __name__ == "__main__":
    main()
