"""The gallery shows every component in every state, light and dark, and can itself be read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desk.gallery.examples import components
from desk.gallery.pages import both_schemes, write_gallery
from newsroom.rendering.styles import assemble
from tests.building import ROOT
from tests.readers.meeting import AXE, RULES
from tests.readers.node_packages import package

if TYPE_CHECKING:
    from playwright.sync_api import Browser

THEME = ROOT / "theme"
STATED = [rule for rule in RULES if rule != "best-practice"]
"""Best practice wants one masthead a page; the gallery shows two of each."""


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_gallery(THEME, tmp_path_factory.mktemp("gallery")).parent


def test_every_component_has_a_page_that_the_index_leads_to(gallery: Path) -> None:
    names = {each.name for each in components(THEME)}
    index = (gallery / "index.html").read_text("utf-8")

    assert {file.stem for file in gallery.glob("*.html")} == names | {"index"}
    assert set(re.findall(r'href="(\w+)\.html"', index)) == names


def test_every_example_stands_on_light_and_on_dark_with_ids_of_its_own(gallery: Path) -> None:
    for each in components(THEME):
        html = (gallery / f"{each.name}.html").read_text("utf-8")
        shown = [example for example in each.examples if not example.hidden]
        ids = re.findall(r'\bid="([^"]+)"', html)

        assert html.count('class="gallery gallery--light"') == len(shown)
        assert html.count('class="gallery gallery--dark"') == len(shown)
        assert len(ids) == len(set(ids))


def test_dark_colours_are_no_longer_the_system_s_choice() -> None:
    styles = both_schemes(assemble(THEME, as_written=True).text)

    assert "prefers-color-scheme" not in styles
    assert ".gallery--dark{--bg:#181310;" in styles
    assert styles.count("{") == styles.count("}")


def test_a_style_block_without_dark_colours_is_refused() -> None:
    with pytest.raises(ValueError, match="substring"):
        both_schemes("p{color:red}")


@pytest.mark.browser
def test_no_page_of_the_gallery_breaks_a_rule_of_accessibility(
    browser: Browser, gallery: Path
) -> None:
    axe = package("axe-core") / "axe.min.js"
    page = browser.new_page(viewport={"width": 1280, "height": 740})
    found = {}
    for file in sorted(gallery.glob("*.html")):
        page.goto(file.as_uri())
        page.add_script_tag(path=axe)
        if broken := page.evaluate(AXE, STATED):
            found[file.stem] = broken
    page.close()

    assert found == {}
