"""The search page as a reader has it before them: ask, wait for the answer, read it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


def ask(page: Page, text: str) -> None:
    """Type it, press Enter, and wait for the answer."""
    page.locator("#q").fill(text)
    page.locator("#q").press("Enter")
    answered(page)


def answered(page: Page) -> str:
    """What the live region says once the search is over."""
    from playwright.sync_api import expect

    expect(status(page)).not_to_have_text(re.compile("^(Đang tìm.*)?$"), timeout=90_000)
    return status(page).inner_text()


def until(page: Page, truth: str) -> None:
    """Wait for it; the policy forbids Playwright's own way, which evaluates text in the page."""
    for _ in range(1000):
        if page.evaluate(truth):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never: {truth}")


def status(page: Page) -> Locator:
    return page.locator("#trang-thai")


def titles(page: Page) -> list[str]:
    return page.locator("#ket-qua h3").all_inner_texts()
