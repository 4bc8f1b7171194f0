"""The editors' manual can be read by everybody, as the site can."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desk.manual.site import write_manual
from tests.building import ROOT
from tests.readers.meeting import AXE, RULES
from tests.readers.node_packages import package
from tests.readers.test_html import checker, wrong_in

if TYPE_CHECKING:
    from playwright.sync_api import Browser

__all__ = ["checker"]


@pytest.fixture(scope="module")
def manual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("manual")
    return write_manual(ROOT / "docs" / "huong-dan", folder).parent


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_no_page_of_the_manual_breaks_a_rule_of_accessibility_or_scrolls_sideways(
    width: int, scheme: str, browser: Browser, manual: Path
) -> None:
    axe = package("axe-core") / "axe.min.js"
    page = browser.new_page(
        viewport={"width": width, "height": 740},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    found = {}
    for file in sorted(manual.glob("*.html")):
        page.goto(file.as_uri())
        page.add_script_tag(path=axe)
        broken = page.evaluate(AXE, list(RULES))
        wide = page.evaluate("document.documentElement.scrollWidth") > width
        if broken or wide:
            found[file.name] = (broken, wide)
    page.close()

    assert found == {}


def test_every_page_of_the_manual_is_sound(checker: list[str], manual: Path) -> None:
    assert wrong_in(checker, manual) == []
