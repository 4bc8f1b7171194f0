"""Every page by keyboard alone: each stop is seen, in the order it stands, and none holds on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.readers.pages import ADDRESSES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

MOST = 60
"""Stops walked on one page; a list of many links is all of one kind."""
STOPS = """() => [...document.querySelectorAll(
  "a[href], button, input, select, textarea, summary, [tabindex='0']")]
  .filter(each => each.checkVisibility() && !each.disabled).length"""
STOP = """() => {
  const each = document.activeElement, box = each.getBoundingClientRect();
  const look = getComputedStyle(each);
  const ring = look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2;
  const line = each.getClientRects()[0] || box;
  const x = line.left + line.width / 2;
  const y = (Math.max(0, line.top) + Math.min(innerHeight, line.bottom)) / 2;
  const over = document.elementFromPoint(x, y);
  return {
    what: each.outerHTML.slice(0, 90), ring,
    inside: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
    covered: !(over && (each.contains(over) || over.contains(each))),
    follows: !window.last
      || !!(window.last.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING),
    page: (window.last = each) !== document.body,
  };
}"""
MENU = ".menu__link"


@pytest.fixture
def page(browser: Browser) -> Page:
    return browser.new_page(viewport={"width": 1280, "height": 740}, color_scheme="dark")


@pytest.mark.parametrize("name", ADDRESSES)
def test_every_stop_of_a_page_is_seen_and_in_order(page: Page, home: str, name: str) -> None:
    page.goto(home + ADDRESSES[name])

    assert walk(page) == []
    page.close()


def test_a_page_with_every_fault_would_be_found(page: Page) -> None:
    page.set_content(
        "<style>#a:focus{outline:0}#d{position:fixed;top:0;left:0;width:9in;height:9in}</style>"
        '<a id="a" href="#x">a</a> <a href="#x" tabindex="1">b</a>'
        '<a href="#x" style="position:absolute;left:-9in">c</a><div id="d"></div>'
    )
    said = " ".join(walk(page))

    assert all(word in said for word in ("no ring", "covered", "out of order"))
    page.close()


@pytest.mark.parametrize("name", ["home", "article", "english"])
def test_the_skip_link_is_the_first_stop_and_leads_to_the_content(
    page: Page, home: str, name: str
) -> None:
    page.goto(home + ADDRESSES[name])
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.className")
    page.keyboard.press("Enter")

    assert (first, page.evaluate("document.activeElement.id")) == ("skip", "noi-dung")
    page.close()


def test_the_menu_opens_and_closes_by_keyboard(browser: Browser, home: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(home)
    shown = [page.locator(MENU).first.is_visible()]
    press_until(page, "masthead__menu")
    for key in ("Enter", "Escape", "Enter"):
        page.keyboard.press(key)
        shown.append(page.locator(MENU).first.is_visible())
    press_until(page, "menu__close")
    page.keyboard.press("Enter")
    shown.append(page.locator(MENU).first.is_visible())
    page.close()

    assert shown == [False, True, False, True, False]


def walk(page: Page) -> list[str]:
    """Press Tab from stop to stop; everything that is wrong with one."""
    wrong: list[str] = []
    stops = page.evaluate(STOPS)
    for number in range(1, min(stops, MOST) + 1):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        faults = {
            "no ring": not stop["ring"],
            "out of sight": not stop["inside"],
            "covered": stop["covered"],
            "out of order": not stop["follows"],
            "no stop": not stop["page"],
        }
        wrong += [f"{number}: {why}: {stop['what']}" for why, is_so in faults.items() if is_so]
    return wrong


def press_until(page: Page, name: str) -> None:
    """Press Tab until what has this class has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.className") == name:
            return
    pytest.fail(f"Tab never reaches .{name}")
