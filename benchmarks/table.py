"""What was measured in; a page of Markdown out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.measure import Run

Results = Mapping[tuple[str, str], Sequence[Run]]
"""The runs of each step and generator, by their names."""
_PAIRS = (("ours", "Hugo"), ("ours + search", "Hugo + Pagefind"))


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything the page tells."""

    articles: int
    about: str
    sizes: Mapping[str, tuple[int, int, int]]
    results: Results
    steps: Sequence[str]
    names: Sequence[str]


def page(outcome: Outcome) -> str:
    """Return the whole page: the terms, what was built, how long each step took, the ratios."""
    head = f"# {outcome.articles:,} articles\n\n{outcome.about}\n"
    parts = [head, _sizes(outcome), _runs(outcome), _ratios(outcome)]
    return "\n".join(parts)


def _sizes(outcome: Outcome) -> str:
    rows = [
        (name, f"{files:,}", f"{size / 2**20:,.1f}", f"{typical:,}")
        for name, (files, size, typical) in outcome.sizes.items()
    ]
    return _table(("output", "files", "MiB", "bytes of a page, median"), rows)


def _runs(outcome: Outcome) -> str:
    rows = []
    for step in outcome.steps:
        for name in outcome.names:
            runs = outcome.results.get((step, name))
            if runs:
                rows.append((step, name, *_cells(runs)))
    titles = ("step", "", "wall s", "CPU s", "peak MiB", "written", "removed", "runs", "load")
    return _table(titles, rows)


def _cells(runs: Sequence[Run]) -> tuple[str, ...]:
    return (
        f"{_middle(runs, 'wall'):.2f}",
        f"{_middle(runs, 'cpu'):.2f}",
        f"{_middle(runs, 'peak'):.0f}",
        f"{_middle(runs, 'written'):,.0f}",
        f"{_middle(runs, 'removed'):,.0f}",
        str(len(runs)),
        f"{_middle(runs, 'load'):.1f}",
    )


def _ratios(outcome: Outcome) -> str:
    rows = []
    for ours, peer in _PAIRS:
        for step in outcome.steps:
            own, other = outcome.results.get((step, ours)), outcome.results.get((step, peer))
            if own and other:
                ratios = (_middle(other, of) / _middle(own, of) for of in ("wall", "cpu", "peak"))
                rows.append((f"{step}: {peer} ÷ {ours}", *(f"{one:.1f}" for one in ratios)))
    return "The peer's number over ours; above 1 we take less.\n\n" + _table(
        ("step", "wall", "CPU", "peak memory"), rows
    )


def _middle(runs: Sequence[Run], of: str) -> float:
    return float(median(getattr(run, of) for run in runs))


def _table(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [titles, ["---"] * len(titles), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
