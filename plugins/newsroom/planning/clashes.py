"""Outputs in; those that can stand beside each other, by path, and a problem for each that
cannot, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter

from newsroom.planning.output import Output
from newsroom.problems import Problem, problem

CLASH = "E230"


def without_clashes(
    outputs: Iterable[Output],
) -> tuple[tuple[Output, ...], tuple[Problem, ...]]:
    """Outputs at paths that differ in more than case, none a folder of another.

    Disks of editors and hosts ignore case, and a file cannot be a folder: both are clashes. The
    problem stands at the later source and names the other.
    """
    kept: dict[str, Output] = {}
    problems: list[Problem] = []
    for output in sorted(outputs, key=attrgetter("path", "source")):
        other = _in_the_way(output, kept)
        if other is None:
            kept[output.path.lower()] = output
        else:
            problems.append(_clash(output, other))
    return tuple(kept.values()), tuple(problems)


def _in_the_way(output: Output, kept: dict[str, Output]) -> Output | None:
    path = output.path.lower()
    if path in kept:
        return kept[path]
    return next((kept[folder] for folder in _folders(path) if folder in kept), None)


def _folders(path: str) -> Iterator[str]:
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def _clash(output: Output, other: Output) -> Problem:
    """Where only one of the two has a source, the problem stands there."""
    file, others = output.source, other.source
    if not file:
        file, others = others, ""
    return problem(
        file or "site.yaml",
        CLASH,
        address=output.address,
        other_file=others,
        other="" if others else other.address,
    )
