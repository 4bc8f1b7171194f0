"""Search over real news, ours beside Pagefind 1.6.0: python -m benchmarks.search 10000.

The news lies beside the checkout and is not in it; without it this says so and ends. Prints a page
of Markdown; `--save` keeps it as benchmarks/results-search-10000.md.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
from dataclasses import replace
from datetime import timedelta
from hashlib import blake2b
from pathlib import Path

from benchmarks.measure import Run, run
from benchmarks.peers import ROOT, Command, remove
from benchmarks.search_corpus import Text, add_article, addresses, make, texts

sys.path.insert(0, str(ROOT / "plugins"))

from benchmarks.search_judging import Query, ask_ours, judged
from benchmarks.search_pagefind import Pagefind
from benchmarks.search_table import Tried, page

DATA = Path(os.environ.get("TIN_SHARED") or ROOT.parent / "shared") / "data"
SHORT = ("thi đua", "thi dua", "khen thưởng", "y tế", "bệnh viện", "giao duc", "đại hội", "hà nội")
"""Queries of two syllables, most of them on very many pages."""
Files = dict[str, tuple[int, bytes]]


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=int)
    parser.add_argument("--save", action="store_true", help="keep the page beside this file")
    parser.add_argument("--only", choices=("ours",), help="leave Pagefind out")
    given = parser.parse_args()
    if not DATA.exists():
        sys.exit(f"{DATA}: the real news is not beside this checkout")
    work = ROOT / ".cache" / "bench-work" / f"search-{given.articles}"
    remove(work)
    news = texts(DATA, given.articles)
    queries = judged(addresses(DATA, given.articles))
    tried = [_ours(work, given.articles, news, queries)]
    if not given.only:
        peers = (Pagefind(work, cured=cured) for cured in (False, True))
        tried += [_pagefind(peer, news, queries) for peer in peers]
    remove(work)
    told = page(given.articles, queries, tried)
    print(told)
    if given.save:
        (ROOT / "benchmarks" / f"results-search-{given.articles}.md").write_text(told, "utf-8")


def _ours(work: Path, articles: int, news: list[Text], queries: tuple[Query, ...]) -> Tried:
    content, folder = work / "content", work / "ours"
    make(DATA, content, articles)
    command = Command(
        (sys.executable, "-m", "benchmarks.search_index", str(content), str(folder)), ROOT
    )
    ran, cold = _timed(command, folder)
    output = folder / "output"
    before = _look_at(output)
    answers = tuple(ask_ours(output, queries))
    short = tuple(ask_ours(output, _short()))
    first = sum(
        len(gzip.compress((output / "tim-kiem" / name).read_bytes(), 9))
        for name in ("index.html", "tim-kiem.js")
    )
    add_article(content, _new(news))
    _, again = _timed(command, folder)
    rewritten = _rewritten(before, _look_at(output))
    add_article(content, _edited(news))
    _, old = _timed(command, folder)
    return Tried(
        "ours",
        ran,
        cold,
        len(before),
        sum(size for size, _ in before.values()),
        answers,
        short,
        first,
        rewritten,
        again,
        old,
    )


def _pagefind(peer: Pagefind, news: list[Text], queries: tuple[Query, ...]) -> Tried:
    peer.lay(news)
    ran = run(peer.build())
    before = _look_at(peer.index)
    answers = tuple(peer.ask(queries))
    short = tuple(peer.ask(_short()))
    peer.add(_new(news))
    again = run(peer.build())
    rewritten = _rewritten(before, _look_at(peer.index))
    peer.add(_edited(news))
    old = run(peer.build())
    return Tried(
        peer.name,
        ran,
        (ran.wall, ran.cpu),
        len(before),
        sum(size for size, _ in before.values()),
        answers,
        short,
        0,
        rewritten,
        (again.wall, again.cpu),
        (old.wall, old.cpu),
    )


def _timed(command: Command, folder: Path) -> tuple[Run, tuple[float, float]]:
    ran = run(command)
    seconds: dict[str, float] = json.loads((folder / "seconds.json").read_text())
    return ran, (seconds["wall"], seconds["cpu"])


def _short() -> tuple[Query, ...]:
    return tuple(Query(text, ()) for text in SHORT)


def _new(news: list[Text]) -> Text:
    """Another article on the day of the newest."""
    newest = news[-1]
    return replace(
        news[len(news) // 2], id="tin-moi", source="", day=newest.day + timedelta(minutes=5)
    )


def _edited(news: list[Text]) -> Text:
    """One in the middle of the years, with a word more in its title."""
    old = news[len(news) // 2]
    return replace(old, title=f"{old.title} (bổ sung)")


def _look_at(folder: Path) -> Files:
    """Every file with its size and its bytes' digest."""
    found: Files = {}
    for path in folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            found[path.relative_to(folder).as_posix()] = len(data), blake2b(data).digest()
    return found


def _rewritten(before: Files, after: Files) -> tuple[int, int]:
    changed = [size for path, (size, digest) in after.items()
               if before.get(path, (0, b""))[1] != digest]  # fmt: skip
    return len(changed), sum(changed)


if __name__ == "__main__":
    main()
