"""Pagefind 1.6.0 over the same news, as it comes and with đ cured: its pages, its run, its answers
in Chromium. What the cure is: docs/search.md, "Beside Pagefind"."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.peers import ROOT, Command, remove
from benchmarks.search_corpus import Text
from benchmarks.search_judging import Answer, Query

PINNED = ROOT / "benchmarks" / "pagefind"
INSTALLED = ROOT / ".cache" / "bench-pagefind"
STROKE = "\u0335"
_ASK = """async query => {
  const pagefind = await import("/pagefind/pagefind.js");
  const { results } = await pagefind.search(query);
  const found = await Promise.all(results.slice(0, 10).map(each => each.data()));
  return found.map(each => each.url);
}"""
_TEXTS = frozenset((".html", ".js", ".json", ".css"))


class Pagefind:
    """One variant of it, in a folder of its own."""

    def __init__(self, work: Path, *, cured: bool) -> None:
        self.name = "Pagefind, đ cured" if cured else "Pagefind"
        self.cured = cured
        self.folder = work / ("pagefind-cured" if cured else "pagefind")
        self.index = self.folder / "pagefind"

    def lay(self, texts: Sequence[Text]) -> None:
        """A bare page of each article: nothing that it would index beside the text."""
        remove(self.folder)
        for text in texts:
            self.add(text)
        (self.folder / "index.html").write_text("<!DOCTYPE html><title>x</title>", "utf-8")

    def add(self, text: Text) -> None:
        """One more page."""
        parts = "".join(f"<p>{escape(part)}</p>" for part in (text.lead, *text.body) if part)
        page = (
            f'<!DOCTYPE html><html lang="vi"><title>{escape(text.title)}</title>'
            f"<body data-pagefind-body><h1>{escape(text.title)}</h1>{parts}"
        )
        path = self.folder / f"tin/{text.day:%Y/%m}/{text.id}/index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.spelled(page), "utf-8")

    def spelled(self, text: str) -> str:
        """As this variant wants it: Pagefind folds by decomposition, and đ has none."""
        if not self.cured:
            return text
        return text.replace("đ", f"d{STROKE}").replace("Đ", f"D{STROKE}")

    def build(self) -> Command:
        """Its own command, once it is installed."""
        remove(self.index)
        options = ("--include-characters", STROKE) if self.cured else ()
        return Command((str(program()), "--site", str(self.folder), *options), self.folder)

    def ask(self, queries: Sequence[Query]) -> Iterator[Answer]:
        """Each query as the first of a fresh browser. What is fetched beside the index (scripts,
        WebAssembly, results) counts with the results; text as a host packs it."""
        from playwright.sync_api import sync_playwright

        chromium = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))))
        with serving(self.folder) as (home, fetched), sync_playwright() as play:
            browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            for query in queries:
                page = browser.new_page()
                page.goto(home)
                fetched.clear()
                urls = page.evaluate(_ASK, self.spelled(query.text))
                page.close()
                index = tuple(size for path, size in fetched if _is_index(path))
                results = tuple(size for path, size in fetched if not _is_index(path))
                yield Answer(tuple(urlsplit(url).path for url in urls), index, results)
            browser.close()


def _is_index(path: str) -> bool:
    return path.endswith((".pf_index", ".pf_meta"))


def program() -> Path:
    """The stand-alone program in the package for this machine, installed as it is pinned."""
    found = list(INSTALLED.glob("node_modules/@pagefind/*/bin/pagefind_extended*"))
    found = [path for path in found if path.suffix in ("", ".exe")]
    if not found:
        INSTALLED.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(PINNED / name, INSTALLED)
        options = ("--ignore-scripts", "--no-audit", "--no-fund")
        subprocess.run(["npm", "ci", *options], cwd=INSTALLED, check=True, stdout=subprocess.PIPE)
        return program()
    return found[0]


@contextmanager
def serving(folder: Path) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """A host of the folder; and the path and size of every file that it sends."""
    fetched: list[tuple[str, int]] = []

    class Host(SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            path = Path(self.translate_path(urlsplit(self.path).path))
            if path.is_file():
                data = path.read_bytes()
                packed = gzip.compress(data, 9) if path.suffix in _TEXTS else data
                fetched.append((self.path, len(packed)))
            super().do_GET()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", fetched
    finally:
        server.shutdown()
        server.server_close()
