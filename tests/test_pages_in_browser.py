"""One page of every template of the sample province, as a browser and a keyboard meet it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.building import Build
from tests.newsroom.rendering.view_samples import PAGES
from tests.programs import CHROMIUM, program

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PREFIX = "/demo"
"""Where the sample province's site.yaml puts it on its host."""
ADDRESSES = {
    "accessibility": "tro-nang/",
    "archive": "luu-tru/",
    "article": "tin/2026/11/chin-so-dat-chi-tieu/",
    "award_index": "khen-thuong/2025/",
    "bloc": "khoi/tham-muu-tong-hop/",
    "bloc_index": "khoi/",
    "bloc_year": "khoi/tham-muu-tong-hop/2025/",
    "campaign": "phong-trao/dung-hen-voi-dan/",
    "campaign_index": "phong-trao/",
    "data": "du-lieu/",
    "document": "van-ban/45-qd-ubnd-2021/",
    "document_index": "van-ban/",
    "english": "en/",
    "event": "lich/binh-xet-2026/",
    "event_index": "lich/",
    "home": "",
    "listing": "tin/trang/2/",
    "not_found": "404.html",
    "page": "lien-he/",
    "search": "tim-kiem/",
    "unit": "don-vi/so-noi-vu/",
    "unit_index": "don-vi/",
    "ways": "so-do-trang/",
    "withdrawn": "tin/2024/09/so-lieu-rut-lai/",
}
"""A page of each template, the fullest there is."""
SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(each => sum += each.value))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 120);
})"""


@dataclass(frozen=True)
class Visit:
    """What one page showed at 320 px, the width to which 1280 px zoomed to 400 % comes down."""

    width: int
    headings: int
    shift: float
    said: tuple[str, ...]
    hosts: frozenset[str]
    first_focus: str
    landed_on: str


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = program(*CHROMIUM)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def visits(browser: Browser, demo_site: Build) -> dict[str, Visit]:
    """Every template's page, each opened once."""
    with serving(demo_site.output, PREFIX) as home:
        return {name: visit(browser, home + at) for name, at in ADDRESSES.items()}


def test_every_template_is_looked_at() -> None:
    assert {f"pages/{name}.html" for name in ADDRESSES} == set(PAGES)


def test_no_page_scrolls_sideways_on_the_narrowest_screen(visits: dict[str, Visit]) -> None:
    assert {name: each.width for name, each in visits.items() if each.width > 320} == {}


def test_no_page_complains_in_the_console(visits: dict[str, Visit]) -> None:
    assert {name: each.said for name, each in visits.items() if each.said} == {}


def test_no_page_asks_another_host_for_anything(visits: dict[str, Visit]) -> None:
    assert {host for each in visits.values() for host in each.hosts} == {"127.0.0.1"}


def test_every_page_has_one_first_heading(visits: dict[str, Visit]) -> None:
    assert {name: each.headings for name, each in visits.items() if each.headings != 1} == {}


def test_the_skip_link_is_the_first_stop_and_leads_to_the_content(
    visits: dict[str, Visit],
) -> None:
    stops = {(each.first_focus, each.landed_on) for each in visits.values()}

    assert stops == {("skip", "noi-dung")}


def test_nothing_on_a_page_moves_while_it_loads(visits: dict[str, Visit]) -> None:
    assert {name: each.shift for name, each in visits.items() if each.shift} == {}


def test_the_menu_opens_and_closes_by_keyboard(browser: Browser, demo_site: Build) -> None:
    with serving(demo_site.output, PREFIX) as home:
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.goto(home)
        shown = [menu_is_shown(page)]
        press_until(page, "masthead__menu")
        for key in ("Enter", "Escape", "Enter"):
            page.keyboard.press(key)
            shown.append(menu_is_shown(page))
        press_until(page, "menu__close")
        page.keyboard.press("Enter")
        shown.append(menu_is_shown(page))
        page.close()

    assert shown == [False, True, False, True, False]


def test_a_page_with_every_fault_would_be_found(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<!DOCTYPE html><title>x</title><h1>1</h1><h1>2</h1><p id="p" style="width:900px">x</p>'
        '<a href="#p">x</a><img src="http://other.invalid/x.png" alt="">'
        '<script>setTimeout(() => { p.style.marginTop = "90px" }, 60)</script>',
        "utf-8",
    )
    with serving(tmp_path, "") as home:
        found = visit(browser, home)

    assert found.width > 320
    assert found.headings == 2
    assert found.shift > 0
    assert found.said
    assert "other.invalid" in found.hosts
    assert (found.first_focus, found.landed_on) != ("skip", "noi-dung")


def visit(browser: Browser, address: str) -> Visit:
    """Open a page, look at it, take its first link by keyboard."""
    page = browser.new_page(viewport={"width": 320, "height": 640})
    said: list[str] = []
    hosts: set[str] = set()
    page.on("console", lambda each: said.append(each.text) if each.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda each: hosts.add(urlsplit(each.url).hostname or "127.0.0.1"))
    page.goto(address)
    shift: float = page.evaluate(SHIFTS)
    width: int = page.evaluate("document.documentElement.scrollWidth")
    headings = page.locator("h1").count()
    page.keyboard.press("Tab")
    first: str = page.evaluate("document.activeElement.className")
    page.keyboard.press("Enter")
    landed: str = page.evaluate("document.activeElement.id")
    page.close()
    return Visit(width, headings, shift, tuple(said), frozenset(hosts), first, landed)


def menu_is_shown(page: Page) -> bool:
    """Whether the first entry of the menu can be seen."""
    return page.locator(".menu__link").first.is_visible()


def press_until(page: Page, name: str) -> None:
    """Press Tab until what has this class has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.className") == name:
            return
    pytest.fail(f"Tab never reaches .{name}")


@contextmanager
def serving(folder: Path, prefix: str) -> Iterator[str]:
    """A plain host with the site under `prefix`; the address of its home page."""

    class Host(SimpleHTTPRequestHandler):
        def translate_path(self, path: str) -> str:
            return super().translate_path(path.removeprefix(prefix))

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}/"
    finally:
        server.shutdown()
        server.server_close()
