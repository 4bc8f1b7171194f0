"""A browser for each file of tests that look at pages, and where those pages stand. Two at once
would meet in one event loop, so none lives longer than its file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.building import Build
from tests.programs import CHROMIUM, program
from tests.readers.pages import PREFIX, serving
from tests.readers.table import MET, beside_anchors, by_template, measured

if TYPE_CHECKING:
    from playwright.sync_api import Browser


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
