"""The published headers, sent by a server to a browser: every kind of page meets them."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from publishing.folder import FolderTarget
from publishing.links import read_site
from publishing.pages import read_page
from publishing.refusals import home_url
from publishing.tables import content_type, hashes
from tests.building import Build
from tests.programs import CHROMIUM, program
from tests.publishing.house import House
from tests.publishing.server import serving as serving_by_ssh
from tests.publishing.web import nginx_on

pytestmark = pytest.mark.browser

STYLED = "document.styleSheets.length === 1"
SET = "getComputedStyle(document.querySelector('entry > content')).display === 'none'"
"""A feed's text as HTML, which only its readers can show, is out of sight."""


@pytest.fixture(scope="module")
def published(demo_site: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample province as a host would serve it."""
    target = tmp_path_factory.mktemp("published") / "public"

    house = House(FolderTarget(target, {}, target.parent), target.parent / "work")
    assert house.publish_from(lambda built: shutil.copytree(demo_site.output, built)) == 0
    return target


def test_every_kind_of_page_meets_the_policy(published: Path) -> None:
    root = urlsplit(home_url(read_site(published))).path.rstrip("/")

    assert complaints(published, root, one_page_of_each_kind(published)) == {}


def test_every_kind_of_page_meets_the_policy_that_nginx_sends(
    demo_site: Build, published: Path, tmp_path: Path
) -> None:
    with serving_by_ssh(tmp_path) as server:
        house = House(server.target(tmp_path / "cache"), tmp_path / "cache")
        assert house.publish_from(lambda built: shutil.copytree(demo_site.output, built)) == 0
        (tmp_path / "web").mkdir()
        root = urlsplit(home_url(read_site(published))).path.rstrip("/")
        with nginx_on(server.root, tmp_path / "web", root) as web:
            address = f"{web.address}{root}"
            pages = [page for page in one_page_of_each_kind(published) if page != "404.html"]
            assert complaints_at(address, pages) == {}
            assert results_of_a_search(f"{address}/tim-kiem/") > 0


@pytest.mark.long
def test_every_page_meets_the_policy(published: Path) -> None:
    root = urlsplit(home_url(read_site(published))).path.rstrip("/")
    read = {file: read_page(file.read_text("utf-8")) for file in sorted(published.rglob("*.html"))}
    pages = [file.relative_to(published).as_posix() for file in read if not read[file].redirect]

    assert len(pages) > 300
    assert complaints(published, root, pages) == {}


def test_no_page_holds_an_inline_block_that_the_policy_does_not_name(published: Path) -> None:
    """What the browser is shown of one page of each kind holds for all others, then."""
    named = (published / "_headers").read_text("utf-8")
    read = (read_page(file.read_text("utf-8")) for file in published.rglob("*.html"))

    blocks = {block for page in read for block in (*page.styles, *page.scripts)}
    assert 2 <= len(blocks) <= 4
    assert [name for name in hashes(blocks) if name not in named] == []


def test_a_feed_opened_in_a_browser_has_its_look_under_the_policy(published: Path) -> None:
    root = urlsplit(home_url(read_site(published))).path.rstrip("/")
    with serving(published, root) as address, browsing() as look_at:
        assert look_at(f"{address}/feed.atom", SET) == []


def test_a_page_that_breaks_the_policy_would_be_found(published: Path, tmp_path: Path) -> None:
    shutil.copy(published / "_headers", tmp_path)
    (tmp_path / "index.html").write_text(
        '<!DOCTYPE html><title>x</title><style>p{color:red}</style><p style="margin:0">x'
        "<script>document.title = 'ran'</script><img src='//example.invalid/x.png' alt=''>",
        "utf-8",
    )

    (found,) = complaints(tmp_path, "", ["index.html"]).values()

    said = " ".join(found)
    assert all(word in said for word in ("style-src", "script-src", "img-src"))


def one_page_of_each_kind(folder: Path) -> list[str]:
    """The first page of each shape of address: the folders' names without ids, years, numbers."""
    kinds: dict[tuple[str, int], str] = {}
    for file in sorted(folder.rglob("*.html")):
        if read_page(file.read_text("utf-8")).redirect:
            continue
        path = file.relative_to(folder)
        kinds.setdefault((path.parts[0], len(path.parts)), path.as_posix())
    return list(kinds.values())


def complaints(folder: Path, root: str, pages: list[str]) -> dict[str, list[str]]:
    """What Chromium says against each page, and pages whose style block was not applied."""
    with serving(folder, root) as address:
        return complaints_at(address, pages)


def complaints_at(address: str, pages: list[str]) -> dict[str, list[str]]:
    """The same of a site that is served there."""
    found: dict[str, list[str]] = {}
    with browsing() as look_at:
        for path in pages:
            said = look_at(f"{address}/{path.removesuffix('index.html')}")
            if said:
                found[path] = said
    return found


def results_of_a_search(address: str) -> int:
    """How many results the page shows: its script and its index got past the policy."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program(*CHROMIUM), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"{address}?q=thi+dua")
        page.wait_for_selector("#ket-qua a")
        number = page.locator("#ket-qua a").count()
        browser.close()
        return number


@contextmanager
def browsing() -> Iterator[Callable[..., list[str]]]:
    """Chromium; a function that opens an address and answers with what went wrong. It asks the
    page whether its styles were applied."""
    chromium = program(*CHROMIUM)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))

        def look_at(address: str, applied: str = STYLED) -> list[str]:
            said.clear()
            page.goto(address)
            if not page.evaluate(applied):
                said.append("the styles were not applied")
            return list(said)

        yield look_at
        browser.close()


@contextmanager
def serving(folder: Path, root: str) -> Iterator[str]:
    """A host that reads `_headers`, with the site under `root`."""
    lines = (folder / "_headers").read_text("utf-8").split("/anh/*")[0].splitlines()
    headers = [line.strip().split(": ", 1) for line in lines if line.startswith("  ")]

    class Host(SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            for name, value in headers:
                self.send_header(name, value)
            super().end_headers()

        def guess_type(self, path: str | os.PathLike[str]) -> str:
            return content_type(str(path))

        def translate_path(self, path: str) -> str:
            return super().translate_path(path.removeprefix(root))

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{root}"
    finally:
        server.shutdown()
        server.server_close()
