"""Every page says of itself what machines require, in one graph."""

from __future__ import annotations

import json

import pytest

from tests.building import Build
from tests.readers.graphs import REQUIRED, faults_of, types_of
from tests.readers.pages import ADDRESSES, file_of

WITHOUT = {"404.html", "en/index.html"}
"""A page at no address of its own, and the way in for readers of English, which only lists."""


@pytest.fixture(scope="module")
def pages(demo_site: Build, seed_site: Build) -> dict[str, str]:
    """The HTML of every page of both sites but redirect stubs, by its path."""
    assert (demo_site.status, seed_site.status) == (0, 0), demo_site.err + seed_site.err
    found = {}
    for output in (demo_site.output, seed_site.output):
        for file in output.rglob("*.html"):
            html = file.read_text("utf-8")
            if 'http-equiv="refresh"' not in html:
                found[f"{output.parent.name}/{file.relative_to(output).as_posix()}"] = html
    return found


def test_no_graph_of_any_page_lacks_what_its_types_require(pages: dict[str, str]) -> None:
    found = {path: faults_of(html) for path, html in pages.items()}

    assert len(found) > 300
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_every_page_but_two_says_what_it_is(pages: dict[str, str]) -> None:
    silent = {path.partition("/")[2] for path, html in pages.items() if not types_of(html)}

    assert silent <= WITHOUT


@pytest.mark.parametrize(
    ("page", "types"),
    [
        ("home", {"WebSite"}),
        ("article", {"NewsArticle", "BreadcrumbList"}),
        ("campaign", {"CollectionPage", "Dataset", "BreadcrumbList"}),
        ("unit", {"GovernmentOrganization", "BreadcrumbList"}),
        ("event", {"Event", "BreadcrumbList"}),
        ("data", {"DataCatalog", "BreadcrumbList"}),
        ("listing", {"BreadcrumbList"}),
    ],
)
def test_each_kind_of_page_is_named_for_what_it_is(
    demo_site: Build, page: str, types: set[str]
) -> None:
    assert types_of(file_of(demo_site.output, ADDRESSES[page]).read_text("utf-8")) == types


@pytest.mark.parametrize(
    ("graph", "said"),
    [
        ([{"@type": "NewsArticle", "headline": "x"}], "NewsArticle: no image"),
        ([{"@type": "Event", "name": "x", "startDate": "2026-11-22"}], "Event: no location"),
        ([{"@type": "Event", "startDate": "22/11/2026"}], "startDate is 22/11/2026"),
        ([{"@type": "Event", "startDate": "2026-11-22T08:00"}], "startDate is 2026-11-22T08:00"),
        ([{"@type": "Dataset", "description": "ngắn"}], "50 to 5,000"),
        ([{"@type": "Thing"}], "unknown type"),
        ([{"@type": "WebSite", "publisher": {"name": "x"}}], "without a type"),
        ([{"@type": "WebSite", "url": "/x/"}], "no whole address"),
        ([{"@type": "NewsArticle", "image": ["/x.jpg"]}], "no whole address"),
        ([{"@type": "BreadcrumbList", "itemListElement": [{"position": 2}]}], "from 1"),
        ([{"@type": "BreadcrumbList", "itemListElement": []}], "end at the page"),
    ],
)
def test_each_fault_of_a_graph_is_found(graph: list[object], said: str) -> None:
    assert any(said in each for each in faults_of(html_with({"@graph": graph}))), said


def test_two_graphs_and_other_vocabularies_are_found() -> None:
    one = html_with({"@graph": []})

    assert faults_of(one + one) == ["more than one graph"]
    assert faults_of(html_with({"@graph": [], "@context": "https://x.example"}))
    assert faults_of(html_with({"@type": "WebSite"}))
    assert set(REQUIRED) >= {"NewsArticle", "BreadcrumbList", "GovernmentOrganization", "Event"}


def html_with(graph: dict[str, object]) -> str:
    whole = json.dumps({"@context": "https://schema.org"} | graph)
    return (
        '<link rel="canonical" href="https://x.vn/a/">'
        f'<script type="application/ld+json">{whole}</script>'
    )
