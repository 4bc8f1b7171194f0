"""The search page in Chromium when queries are bad, files are missing or scripts may not run."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.building import Build
from tests.readers.meeting import AXE, RULES, SCHEMES, WIDTHS
from tests.readers.node_packages import package
from tests.readers.pages import PREFIX
from tests.readers.searching import ask, status

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

INDEX = "**/chi-muc/*.bin"


def test_what_a_query_holds_is_text_and_nothing_else(page: Page) -> None:
    before = page.evaluate("document.querySelectorAll('img, script, svg').length")
    for text in ('<img src=x onerror="alert(1)">', "<script>alert(1)</script>", "&lt;b&gt;"):
        ask(page, f"{text} một cửa")
    after = page.evaluate("document.querySelectorAll('img, script, svg').length")

    assert after == before


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("một cửa " * 1250, "quá dài|dài quá"),
        ("\x01một\x08 cửa\x1f", "Tìm thấy"),
        ("?!… ((--)) …", "Không tìm thấy"),
        ("zzqx wvyk", "Không tìm thấy"),
    ],
    ids=["10,000 characters", "control characters", "punctuation", "nowhere"],
)
def test_a_bad_query_is_answered(page: Page, text: str, says: str) -> None:
    ask(page, text)

    assert re.search(says, status(page).inner_text())


def test_an_empty_query_shows_the_ways_in_again(page: Page) -> None:
    ways = page.locator("#tim-kiem ~ * a").first
    assert ways.is_visible()
    ask(page, "một cửa")
    assert not ways.is_visible()
    page.locator("#q").fill("   ")
    page.locator("#q").press("Enter")
    ways.wait_for(state="visible")

    assert status(page).inner_text() == ""
    assert page.locator("#ket-qua h3").count() == 0


def test_what_cannot_be_fetched_is_said_and_can_be_tried_again(page: Page) -> None:
    page.route(INDEX, lambda route: route.abort())
    ask(page, "một cửa")
    assert "Không tải được" in status(page).inner_text()
    assert page.locator("#thu-lai").is_visible()
    page.unroute(INDEX)
    page.locator("#thu-lai").press("Enter")
    page.wait_for_selector("#ket-qua h3")

    assert "Tìm thấy" in status(page).inner_text()
    assert not page.locator("#thu-lai").is_visible()
    assert page.evaluate("document.activeElement.id") == "q"


def test_a_damaged_file_of_the_index_is_said_too(page: Page) -> None:
    page.route(INDEX, lambda route: route.fulfill(body=b"\x78\xda\x00"))
    ask(page, "một cửa")

    assert "Không tải được" in status(page).inner_text()


def test_where_files_are_gone_for_good_the_second_try_loads_the_page_anew(page: Page) -> None:
    page.route(INDEX, lambda route: route.fulfill(status=404))
    ask(page, "một cửa")
    page.evaluate("window.old = true")
    page.locator("#thu-lai").click()
    page.wait_for_selector("#thu-lai", state="visible")
    page.unroute(INDEX)
    page.locator("#thu-lai").click()
    page.wait_for_selector("#ket-qua h3")

    assert page.evaluate("window.old") is None
    assert page.locator("#q").input_value() == "một cửa"


def test_answers_and_suggestions_break_no_rule_of_accessibility(page: Page) -> None:
    axe = package("axe-core") / "axe.min.js"
    script = axe.read_text("utf-8")
    broken: dict[str, list[str]] = {}
    ask(page, "một cửa")
    page.locator("#q").press_sequentially(" t")
    page.wait_for_timeout(400)
    page.evaluate(script)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 740})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type] # both are literals
            if found := page.evaluate(AXE, RULES):
                broken[f"{scheme} {width}"] = found
    page.set_viewport_size({"width": 320, "height": 640})
    over = page.evaluate("document.documentElement.scrollWidth - innerWidth")

    assert (broken, over) == ({}, 0)


def test_without_scripts_the_page_is_the_site_map(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{home}tim-kiem/")
    links = page.locator("main a:visible").evaluate_all("all => all.map(each => each.pathname)")
    form = page.locator("#tim").is_visible()
    context.close()

    assert not form
    assert {
        f"{PREFIX}/phong-trao/dung-hen-voi-dan/",
        f"{PREFIX}/don-vi/so-noi-vu/",
        f"{PREFIX}/luu-tru/2019/",
    } <= set(links)


def test_a_browser_that_cannot_unpack_the_index_gets_the_site_map(
    browser: Browser, home: str
) -> None:
    page = browser.new_page()
    page.add_init_script("delete window.DecompressionStream")
    page.goto(f"{home}tim-kiem/")
    shown = page.locator("#tim").is_visible(), page.locator("#tim-kiem ~ * a").first.is_visible()
    page.close()

    assert shown == (False, True)


def test_the_page_holds_the_files_that_it_names(demo_site: Build) -> None:
    page = (demo_site.output / "tim-kiem" / "index.html").read_text("utf-8")

    assert 'type="module"' in page
    assert sorted(Path(demo_site.output, "tim-kiem", "chi-muc").glob("*.bin"))
