"""Builds one archive with each generator, step by step: python -m benchmarks.bench 1000.

Prints a page of Markdown; `--save` keeps it as benchmarks/results-1000.md.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from platform import python_version

from benchmarks.archive import make
from benchmarks.hugo_site import HugoSite, SearchedHugoSite
from benchmarks.measure import Run, look_at, run, size_of
from benchmarks.our_site import OurSite
from benchmarks.peers import ROOT, Site, remove
from benchmarks.pelican_site import PelicanSite
from benchmarks.steps import EVENING, STEPS, Archive, Step, edit_template, open_archive
from benchmarks.table import Outcome, page

sys.path.insert(0, str(ROOT / "plugins"))

from newsroom.rendering.styles import assemble

_TURNS = 3
_QUICK = 15.0
"""Seconds; a build of everything that takes longer is done once."""
_MANY = 20_000
"""Articles; beyond them every step is done once."""


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=int)
    parser.add_argument("--save", action="store_true", help="keep the page beside this file")
    parser.add_argument("--only", default="", help="generators, as in: ours,Hugo")
    parser.add_argument("--steps", default="", help="steps, as in: cold,body")
    parser.add_argument("--at", default="", help="our code at a commit, not as it stands here")
    parser.add_argument("--turns", type=int, default=_TURNS, help="builds of a step (3)")
    given = parser.parse_args()
    work = ROOT / ".cache" / "bench-work" / str(given.articles)
    remove(work)
    make(work / "content", given.articles)
    sites = _sites(work, given.at)
    asked = _listed(given.only), _listed(given.steps)
    text = page(_bench(open_archive(work / "content"), sites, *asked, given.turns))
    remove(work)
    print(text)
    if given.save:
        (ROOT / "benchmarks" / f"results-{given.articles}.md").write_text(text, "utf-8")


def _bench(
    archive: Archive,
    sites: Sequence[Site],
    only: Sequence[str],
    asked: Sequence[str],
    turns: int,
) -> Outcome:
    sites = [site for site in sites if not only or site.name in only]
    for site in sites:
        site.prepare()
    steps = [step for step in STEPS if not asked or step.cold or step.name in asked]
    results: dict[tuple[str, str], list[Run]] = {}
    sizes: dict[str, tuple[int, int, int]] = {}
    for step in steps:
        results |= _take(step, archive, sites, turns)
        sizes = sizes or {site.name: size_of(site.output) for site in sites}
    return Outcome(
        articles=len(archive.articles),
        about=_about(),
        sizes=sizes,
        results=results,
        steps=[step.name for step in steps],
        names=[site.name for site in sites],
    )


def _sites(work: Path, revision: str) -> list[Site]:
    content = work / "content"
    styles = assemble(ROOT / "theme").text
    return [
        OurSite(work, content, revision),
        HugoSite(work, content, styles),
        PelicanSite(work, content),
        OurSite(work, content, revision, search=True),
        SearchedHugoSite(work, content, styles),
    ]


def _take(
    step: Step, archive: Archive, sites: Sequence[Site], turns: int
) -> dict[tuple[str, str], list[Run]]:
    """Edit, and build with each generator right after another, up to so many times."""
    runs: dict[tuple[str, str], list[Run]] = defaultdict(list)
    taking = [site for site in sites if site.steps is None or step.name in site.steps]
    for turn in range(turns if len(archive.articles) <= _MANY else 1):
        changed = step.edit(archive, turn)
        for site in sites:
            site.take_over(changed)
        for site in taking:
            own = runs[step.name, site.name]
            if not own or own[0].wall < _QUICK or not (step.cold or step.template or site.whole):
                own.append(_build(step, turn, site))
                print(f"{step.name} {turn} {site.name}: {own[-1]}", file=sys.stderr)
    return runs


def _build(step: Step, turn: int, site: Site) -> Run:
    if step.cold:
        site.forget()
    if step.template:
        edit_template(site.base_template, turn)
    before = look_at(site.output)
    done = run(site.build(step.moments[turn]))
    after = look_at(site.output)
    written = sum(before.get(path) != state for path, state in after.items())
    return replace(done, written=written, removed=len(before.keys() - after.keys()))


def _about() -> str:
    return (
        "Bodies of 3 to 4 kB, 40 campaigns, 120 units, 12 blocs, 60 documents. Each step is\n"
        "done to all generators and built by one after another in processes of their own;\n"
        f"medians of three; one where a build of everything takes over {_QUICK:.0f} s. Nothing\n"
        "is minified; search is left out but where it is named. Ours also writes calendars,\n"
        "share cards and open data, which the others have not; Hugo keeps a list's pages on its\n"
        "subject. Pelican has articles and tags alone, and builds all of them at every step.\n"
        f"Clock: {EVENING}, midnights after it. {os.cpu_count()} cores, Python "
        f"{python_version()}.\n"
        "Load is the minute's average before each build: above 0.5 others were at work, and\n"
        "CPU seconds say more than wall ones.\n"
    )


def _listed(text: str) -> list[str]:
    return [each.strip() for each in text.split(",") if each.strip()]


if __name__ == "__main__":
    main()
