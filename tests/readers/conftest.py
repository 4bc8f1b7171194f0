"""A browser for each file of tests that look at pages, and where those pages stand. Two at once
would meet in one event loop, so none lives longer than its file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from publishing.pages import read_page
from publishing.tables import content_security_policy
from tests.building import Build
from tests.programs import CHROMIUM, program
from tests.readers.pages import PREFIX, serving
from tests.readers.table import MET, beside_anchors, by_template, measured

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = program(*CHROMIUM)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def home(demo_site: Build) -> Iterator[str]:
    """The address of the sample province's home page."""
    assert demo_site.status == 0, demo_site.out + demo_site.err
    with serving(demo_site.output, PREFIX) as address:
        yield address


@pytest.fixture
def page(browser: Browser, home: str, demo_site: Build) -> Iterator[Page]:
    """The search page under the policy that its host sends; nothing may be said against it."""
    file = demo_site.output / "tim-kiem" / "index.html"
    policy = content_security_policy([read_page(file.read_text("utf-8"))])
    context = browser.new_context(viewport={"width": 1280, "height": 740}, reduced_motion="reduce")
    context.set_default_timeout(90_000)
    page = context.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda each: said.append(each.text) if "policy" in each.text else None)
    page.on("dialog", lambda dialog: said.append(dialog.message))

    def with_policy(route: Route) -> None:
        answer = route.fetch()
        headers = {**answer.headers, "content-security-policy": policy}
        route.fulfill(response=answer, headers=headers)

    page.route(re.compile(r"/tim-kiem/(\?.*)?$"), with_policy)
    page.goto(f"{home}tim-kiem/")
    yield page
    context.close()
    assert said == []


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print what every template weighs, beside the numbers of others."""
    if MET not in config.stash:
        return
    found = measured(*config.stash[MET])
    terminalreporter.section("what readers are sent")
    for line in (*beside_anchors(found), "", *by_template(found)):
        terminalreporter.line(line)
