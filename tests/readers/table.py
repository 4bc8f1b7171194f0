"""The sample province in; the tables of docs/readers-gates.md out: what each template weighs and
how it is met, beside what others publish of theirs. Run as `make gates`."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.building import ROOT, build
from tests.programs import CHROMIUM, program
from tests.readers.meeting import Met, meet, painted_after
from tests.readers.node_packages import package
from tests.readers.pages import ADDRESSES, PREFIX, file_of, serving
from tests.readers.weight import Limits, Weighed, packed, pages_of, weigh

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAGE = ROOT / "docs" / "readers-gates.md"
TIMED = ("home", "article", "campaign", "listing")
TABLE = "<!-- {0} -->\n{1}\n<!-- /{0} -->"
"""Between these two lines a table stands on the page; all else there is written by hand."""

MET = pytest.StashKey[tuple[Path, Mapping[str, Met]]]()
"""Where a site stands and what the browser met of it, for the tables after the last test."""


@dataclass(frozen=True)
class Measured:
    """Everything the page tells."""

    weighed: Mapping[str, Weighed]
    met: Mapping[str, Met]
    painted: Mapping[str, float]
    """Largest contentful paint, in seconds, at 400 kbit/s, 400 ms and a processor 4 times
    slower."""
    heaviest_article: int = 0


def main() -> None:
    """Build, measure, write."""
    with tempfile.TemporaryDirectory() as folder:
        built = build(ROOT / "demo" / "content", Path(folder) / "output")
        if built.status:
            sys.exit(built.out + built.err)
        found = measure(built.output)
    tables = {"anchors": [*beside_anchors(found)], "templates": [*by_template(found)]}
    PAGE.write_text(filled(PAGE.read_text("utf-8"), tables), "utf-8")
    print(*(line for table in tables.values() for line in ["", *table]), sep="\n")


def measure(output: Path) -> Measured:
    """Weigh every template's page, and meet it in a browser."""
    from playwright.sync_api import sync_playwright

    axe = package("axe-core") / "axe.min.js"
    with sync_playwright() as play, serving(output, PREFIX) as home:
        browser = play.chromium.launch(executable_path=program(*CHROMIUM), args=["--no-sandbox"])
        met = {name: meet(browser, home + at, axe) for name, at in ADDRESSES.items()}
        painted = _painted(browser, home)
        browser.close()
    return measured(output, met, painted)


def measured(
    output: Path, met: Mapping[str, Met], painted: Mapping[str, float] | None = None
) -> Measured:
    """What was met, with the weight of the same pages."""
    pages = {name: file_of(output, at).read_bytes() for name, at in ADDRESSES.items()}
    weighed = {name: weigh(ADDRESSES[name], html) for name, html in pages.items()}
    articles = (each.gzip for each in pages_of(output) if each.is_article)
    return Measured(weighed, met, painted or {}, max(articles))


def _painted(browser: Browser, home: str) -> dict[str, float]:
    return {name: painted_after(browser, home + ADDRESSES[name]) for name in TIMED}


def filled(page: str, tables: Mapping[str, Iterable[str]]) -> str:
    """The page with each table anew, in its place."""
    for name, lines in tables.items():
        before, _, rest = page.partition(f"<!-- {name} -->")
        _, _, after = rest.partition(f"<!-- /{name} -->")
        page = before + TABLE.format(name, "\n".join(lines)) + after
    return page


def beside_anchors(found: Measured) -> Iterator[str]:
    """Our worst beside what others hold themselves to."""
    limits, met, weighed = Limits(), found.met.values(), found.weighed
    style = packed(weighed["home"].styles[0].encode())
    heaviest = max(weighed.values(), key=lambda each: each.gzip)
    scripts = {script for name, each in weighed.items() for script in each.scripts
               if name != "search"}  # fmt: skip
    snippet = max((len(script.encode()) for script in scripts), default=0)
    times = ", ".join(f"{name} {_decimal(each)} s" for name, each in found.painted.items())
    yield "| what | here | limit here | others |"
    yield "| --- | ---: | ---: | --- |"
    yield (
        f"| an article: HTML with all its CSS | {_kb(found.heaviest_article)} "
        f"| {_kb(limits.article)} | NPR's text-only list, no CSS: under 5 KB (2018) |"
    )
    yield (
        f"| heaviest template: HTML with all its CSS | {_kb(heaviest.gzip)} "
        f"| {_kb(limits.page)} | one first flight of TCP: 14.6 KB |"
    )
    yield (
        f"| fetched before scrolling, photo too | {_kb(max(each.bytes for each in met))} "
        "| 50.0 KB | BBC lite pages: at most 50 KB, 55 home, without pictures; CNN lite: 83 KB "
        "(2017); median mobile home page: 2,559 KB (2025) |"
    )
    yield (
        f"| requests before scrolling, most | {max(len(each.requests) for each in met)} "
        "| 2, home 5 | NPR text-only: 1; CNN lite: under 10; median home page: 66 (2024) |"
    )
    yield (
        f"| CSS, whole site | {_kb(style)} | {_kb(limits.style)} "
        "| GOV.UK: 16.1 KB; USWDS: 60.0 KB |"
    )
    yield (
        f"| JavaScript, every page but search | {_kb(snippet)} | {_kb(limits.script)} "
        "| GOV.UK: 11.4 KB; USWDS: 22.6 KB; Guardian: own at most 120 KB; BBC's canonical pages: "
        "686 to 833 KB |"
    )
    yield "| web fonts | 0 | 0 | GOV.UK: two of 31 to 33 KB |"
    yield f"| layout shift, most | {max(each.shift for each in met):g} | 0 | |"
    if not times:
        return
    yield (
        f"| largest paint at 400 kbit/s, 400 ms, CPU ÷ 4 | {times} | told, not held "
        "| GOV.UK: median load 0.455 s, of real readers on real networks (2022) |"
    )


def by_template(found: Measured) -> Iterator[str]:
    """A row for each template."""
    yield "| template | HTML | limit | requests | bytes before scrolling | shift | axe |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    for name, met in found.met.items():
        page = found.weighed[name]
        faults = sum(map(len, met.broken_rules.values()))
        yield (
            f"| {name} | {_kb(page.gzip)} | {_kb(page.limit(Limits()))} | {len(met.requests)} "
            f"| {_kb(met.bytes)} | {met.shift:g} | {faults} |"
        )


def told() -> dict[str, float]:
    """What docs/readers-gates.md says that each template's HTML weighs, in KB."""
    _, _, rows = PAGE.read_text("utf-8").partition("<!-- templates -->")
    cells = (row.split(" | ") for row in rows.splitlines() if " KB | " in row)
    return {name.strip("| "): float(html.removesuffix(" KB")) for name, html, *_ in cells}


def _kb(size: int) -> str:
    return f"{_decimal(size / 1000)} KB"


def _decimal(number: float) -> str:
    return f"{number:.1f}"


if __name__ == "__main__":
    main()
