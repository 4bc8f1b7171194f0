"""What was measured of each search in; a page of Markdown out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.measure import Run
from benchmarks.search_judging import Answer, Query, score
from vietnamese import fold

Of = Callable[[list[int]], float]


@dataclass(frozen=True, slots=True)
class Tried:
    """One search: how it was built, what it answered, and what one new article rewrote."""

    name: str
    run: Run
    seconds: tuple[float, float]
    """Wall and CPU of the index alone, where that is less than the run."""
    files: int
    size: int
    answers: tuple[Answer, ...]
    short: tuple[Answer, ...]
    """Its answers to the queries of two syllables."""
    page: int
    """Bytes that come before any query: the page and its script."""
    rewritten: tuple[int, int]
    """Files, and their bytes."""
    again: tuple[float, float]
    """The same after one new article."""
    old: tuple[float, float]
    """The same after an edit of one in the closed years."""


def page(articles: int, queries: Sequence[Query], tried: Sequence[Tried]) -> str:
    """The whole page."""
    marked = [at for at, query in enumerate(queries) if fold(query.text) != query.text.lower()]
    plain = [at for at in range(len(queries)) if at not in marked]
    rows = [
        ("index, wall s", *(f"{each.seconds[0]:.1f}" for each in tried)),
        ("… CPU s", *(f"{each.seconds[1]:.1f}" for each in tried)),
        ("whole run, wall s", *(f"{each.run.wall:.1f}" for each in tried)),
        ("whole run, CPU s", *(f"{each.run.cpu:.1f}" for each in tried)),
        ("peak memory, MiB", *(f"{each.run.peak:,.0f}" for each in tried)),
        ("files", *(f"{each.files:,}" for each in tried)),
        ("MiB", *(f"{each.size / 2**20:.1f}" for each in tried)),
        ("rewritten by one article of today, files", *map(_files, tried)),
        ("… kB", *(f"{each.rewritten[1] / 1000:,.0f}" for each in tried)),
        ("… index, wall s", *(f"{each.again[0]:.1f}" for each in tried)),
        ("… CPU s", *(f"{each.again[1]:.2f}" for each in tried)),
        ("an edit of an old article, index, wall s", *(f"{each.old[0]:.1f}" for each in tried)),
        ("… CPU s", *(f"{each.old[1]:.2f}" for each in tried)),
        (f"recall@10, {len(queries)} queries", *(_recall(queries, each) for each in tried)),
        (f"… {len(marked)} with marks", *(_recall(queries, each, marked) for each in tried)),
        (f"… {len(plain)} without", *(_recall(queries, each, plain) for each in tried)),
        ("mean reciprocal rank", *(f"{score(queries, each.answers)[1]:.3f}" for each in tried)),
        ("two syllables: index kB, most", *(_index(each.short, max) for each in tried)),
        ("… requests, most", *(f"{max(map(_asked, each.short))}" for each in tried)),
        ("… everything, kB, most", *(_all(each, each.short, max) for each in tried)),
        ("judged queries: index kB, median", *(_index(each.answers, median) for each in tried)),
        ("… everything, kB, median", *(_all(each, each.answers, median) for each in tried)),
        ("… everything, kB, most", *(_all(each, each.answers, max) for each in tried)),
    ]
    head = ("", *(each.name for each in tried))
    lines = [head, ["---", *["---:"] * len(tried)], *rows]
    table = "".join(f"| {' | '.join(line)} |\n" for line in lines)
    load = max(each.run.load for each in tried)
    return f"# Search over {articles:,} articles\n\nLoad of the machine: {load:.1f}.\n\n{table}"


def _files(each: Tried) -> str:
    return f"{each.rewritten[0]:,} ({each.rewritten[0] / each.files:.1%})"


def _recall(queries: Sequence[Query], tried: Tried, places: Sequence[int] | None = None) -> str:
    chosen = range(len(queries)) if places is None else places
    asked = [queries[at] for at in chosen]
    return f"{score(asked, [tried.answers[at] for at in chosen])[0]:.1%}"


def _asked(answer: Answer) -> int:
    return len(answer.index)


def _index(answers: Sequence[Answer], of: Of) -> str:
    return f"{of([sum(answer.index) for answer in answers]) / 1000:.1f}"


def _all(tried: Tried, answers: Sequence[Answer], of: Of) -> str:
    sums = [tried.page + sum(answer.index) + sum(answer.results) for answer in answers]
    return f"{of(sums) / 1000:.1f}"
