"""A bloc's year in; a problem for each score, sum and rank that contradicts another out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newsroom.problems import Problem, problem
from newsroom.records import Bloc
from newsroom.records.bloc import BlocYear, Scores


def wrong_scores(bloc: Bloc, number: int, year: BlocYear) -> Iterator[Problem]:
    """Who is scored but no member (E216), totals (E226), the scale (W227), ranks (W228)."""
    if year.scores is None:
        return
    yield from _scored_from_outside(bloc, number, year, year.scores)
    yield from _wrong_sums(bloc, number, year.year, year.scores)
    yield from _wrong_scale(bloc, number, year.year, year.scores)
    yield from _wrong_ranks(bloc, number, year.year, year.scores)


def _scored_from_outside(
    bloc: Bloc, number: int, year: BlocYear, scores: Scores
) -> Iterator[Problem]:
    belonging = {*year.members, *year.deputies, year.head}
    for place, row in enumerate(scores.rows):
        if row.unit not in belonging:
            keys = ("years", number, "scores", "rows", place, "unit")
            yield problem(bloc.file, "E216", keys=keys, id=row.unit, year=year.year)


def _wrong_sums(bloc: Bloc, number: int, year: int, scores: Scores) -> Iterator[Problem]:
    """A total is the bloc's points (its own where the bloc gave none), with what is added and
    without what is taken off."""
    for place, row in enumerate(scores.rows):
        given = row.self if row.bloc is None else row.bloc
        if given is None:
            continue
        right = given + (row.bonus or 0) - (row.deduction or 0)
        if right != row.total:
            yield problem(
                bloc.file,
                "E226",
                keys=("years", number, "scores", "rows", place, "total"),
                id=row.unit,
                year=year,
                total=row.total,
                right=right,
            )


def _wrong_scale(bloc: Bloc, number: int, year: int, scores: Scores) -> Iterator[Problem]:
    """A warning: what the criteria can give is the scale, in every table seen so far."""
    most = sum(each.max for each in scores.criteria)
    if scores.criteria and scores.scale is not None and most != scores.scale:
        keys = ("years", number, "scores", "scale")
        yield problem(bloc.file, "W227", keys=keys, year=year, scale=scores.scale, sum=most)


def _wrong_ranks(bloc: Bloc, number: int, year: int, scores: Scores) -> Iterator[Problem]:
    """A warning: equal totals may be ranked by a rule of the bloc, but more points never stand
    below fewer."""
    ranked = [(row.rank, place, row) for place, row in enumerate(scores.rows) if row.rank]
    for (_, _, above), (_, place, below) in pairwise(sorted(ranked, key=lambda one: one[:2])):
        if (below.rank == above.rank and below.total != above.total) or below.total > above.total:
            yield problem(
                bloc.file,
                "W228",
                keys=("years", number, "scores", "rows", place, "rank"),
                id=below.unit,
                other=above.unit,
                year=year,
            )
