"""A reader's tools: print, save, copy the address, pass it on; whole without scripts too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from publishing.pages import read_page
from publishing.tables import content_security_policy
from tests.building import Build
from tests.readers.pages import ADDRESSES, file_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.browser

SHARED = "tin%2F2026%2F11%2Fchin-so-dat-chi-tieu%2F"
WITH_TOOLS = ("article", "campaign", "document", "event", "page", "unit", "bloc_year")
PLACES = ("/demo/tro-nang/", "/demo/so-do-trang/", "/demo/nguon-tin/", "mailto:")
"""What every page leads to from its foot: help, the site map, the feeds, whom to write to."""


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(accept_downloads=True)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context
    context.close()


@pytest.fixture
def article(reader: BrowserContext, home: str) -> Page:
    page = reader.new_page()
    page.goto(home + ADDRESSES["article"])
    return page


def test_copying_puts_the_lasting_address_on_the_clipboard_and_says_so(article: Page) -> None:
    article.get_by_role("button", name="Chép liên kết").click()

    said = article.locator(".tools output")
    said.filter(has_text="Đã chép").wait_for()
    kept = article.evaluate("navigator.clipboard.readText()")
    assert kept == article.locator("link[rel=canonical]").get_attribute("href")


def test_printing_opens_the_browser_s_own_dialogue(article: Page) -> None:
    article.evaluate("window.print = () => { document.title = 'printed' }")
    article.get_by_role("button", name="In trang").click()

    assert article.title() == "printed"


def test_saving_takes_the_page_itself_under_its_own_name(article: Page, demo_site: Build) -> None:
    with article.expect_download() as download:
        article.get_by_role("link", name="Lưu trang").click()

    assert download.value.suggested_filename == "chin-so-dat-chi-tieu.html"
    saved = download.value.path().read_bytes()
    assert saved == file_of(demo_site.output, ADDRESSES["article"]).read_bytes()


def test_without_scripts_only_what_needs_none_is_offered(browser: Browser, home: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(home + ADDRESSES["article"])

    assert page.locator(".tools button").count() == 2
    assert page.get_by_role("button", name="In trang").count() == 0
    assert page.get_by_role("link", name="Lưu trang").is_visible()
    page.close()


def test_the_page_is_passed_on_by_plain_links(article: Page) -> None:
    for where, host in (("Zalo", "https://zalo.me/"), ("Facebook", "https://www.facebook.com/")):
        link = article.get_by_role("link", name=f"Chia sẻ lên {where}")
        address = link.get_attribute("href") or ""

        assert address.startswith(host)
        assert address.endswith(SHARED)


def test_the_snippet_of_every_page_with_tools_is_in_the_policy(demo_site: Build) -> None:
    read = {
        name: read_page(file_of(demo_site.output, ADDRESSES[name]).read_text("utf-8"))
        for name in WITH_TOOLS
    }
    _, _, scripts = content_security_policy(read.values()).partition("script-src ")

    assert [name for name, each in read.items() if len(each.scripts) != 1] == []
    assert scripts.split(";")[0].count("sha256-") == 1


def test_help_contact_feeds_and_the_site_map_are_reached_from_every_page(
    demo_site: Build,
) -> None:
    lost = {}
    for file in demo_site.output.rglob("*.html"):
        html = file.read_text("utf-8")
        if 'http-equiv="refresh"' in html:
            continue
        foot = html.partition("<footer")[2]
        if missing := [place for place in PLACES if f'href="{place}' not in foot]:
            lost[file.relative_to(demo_site.output).as_posix()] = missing

    assert lost == {}
