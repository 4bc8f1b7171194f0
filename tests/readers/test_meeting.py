"""One page of every template of the sample province, in every way that readers may have it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.building import Build
from tests.newsroom.rendering.view_samples import PAGES
from tests.readers.meeting import SCHEMES, WIDTHS, Met, meet
from tests.readers.node_packages import package
from tests.readers.pages import ADDRESSES, serving
from tests.readers.table import MET

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

Meetings = dict[str, Met]


@pytest.fixture(scope="module")
def axe() -> Path:
    return package("axe-core") / "axe.min.js"


@pytest.fixture(scope="module")
def met(
    request: pytest.FixtureRequest, browser: Browser, demo_site: Build, home: str, axe: Path
) -> Meetings:
    """Every template's page, each looked at once."""
    all_met = {name: meet(browser, home + at, axe) for name, at in ADDRESSES.items()}
    request.config.stash[MET] = demo_site.output, all_met
    return all_met


def test_every_template_is_looked_at() -> None:
    assert {f"pages/{name}.html" for name in ADDRESSES} == set(PAGES)


def test_no_page_breaks_a_rule_of_accessibility(met: Meetings) -> None:
    assert {name: each.broken_rules for name, each in met.items() if each.broken_rules} == {}


def test_no_page_scrolls_sideways_narrow_enlarged_or_spaced(met: Meetings) -> None:
    assert {name: each.wide for name, each in met.items() if each.wide} == {}


def test_no_page_complains_in_the_console(met: Meetings) -> None:
    assert {name: each.said for name, each in met.items() if each.said} == {}


def test_no_page_asks_another_host_for_anything(met: Meetings) -> None:
    assert {host for each in met.values() for host in each.hosts} == {"127.0.0.1"}


def test_every_page_has_one_first_heading(met: Meetings) -> None:
    assert {name: each.headings for name, each in met.items() if each.headings != 1} == {}


def test_nothing_on_a_page_moves_while_it_loads(met: Meetings) -> None:
    assert {name: each.shift for name, each in met.items() if each.shift} == {}


def test_a_page_asks_for_itself_and_at_most_for_its_first_photo(met: Meetings) -> None:
    most = {"home": 5, "search": 5}
    many = {name: each.requests for name, each in met.items()}

    assert {name: each for name, each in many.items() if len(each) > most.get(name, 2)} == {}


def test_what_is_fetched_before_scrolling_is_lighter_than_a_lite_page(met: Meetings) -> None:
    """BBC's lite pages may have 50 KB, and have no pictures."""
    assert {name: each.bytes for name, each in met.items() if each.bytes > 50_000} == {}


def test_every_shape_is_seen_in_forced_colours(met: Meetings) -> None:
    assert {name: each.unseen for name, each in met.items() if each.unseen} == {}


def test_every_chart_has_its_table(met: Meetings) -> None:
    assert {name: each.tableless for name, each in met.items() if each.tableless} == {}


def test_paper_is_white_and_has_no_menus(met: Meetings) -> None:
    assert {name: each.on_paper for name, each in met.items() if each.on_paper} == {}


def test_a_page_with_every_fault_would_be_found(
    browser: Browser, axe: Path, tmp_path: Path
) -> None:
    (tmp_path / "index.html").write_text(
        '<!DOCTYPE html><title>x</title><h1>1</h1><h1>2</h1><p id="p" style="width:900px">x</p>'
        '<main><svg><rect fill="Canvas" forced-color-adjust="none"/></svg></main>'
        '<nav>x</nav><img src="http://other.invalid/x.png"><style>body{background:#fff}</style>'
        '<script>setTimeout(() => { p.style.marginTop = "90px" }, 60)</script>',
        "utf-8",
    )
    with serving(tmp_path, "") as address:
        found = meet(browser, address, axe)

    assert found.headings == 2
    assert found.shift > 0
    assert found.said
    assert "other.invalid" in found.hosts
    assert set(found.wide) == {"320", "200 %", "spaced"}
    assert set(found.broken_rules) == {f"{how} {width}" for how in SCHEMES for width in WIDTHS}
    assert found.unseen
    assert found.tableless
    assert found.on_paper
