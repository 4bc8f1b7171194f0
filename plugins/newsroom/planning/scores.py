"""A bloc's year in; its score table out, where it is published under a decision."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from newsroom.planning.draft import Draft
from newsroom.planning.views.register import CriterionLine, ScoreLine, ScoreTable
from newsroom.records import Unit
from newsroom.records.bloc import BlocYear, ScoreRow, Scores


def score_table(draft: Draft, year: BlocYear) -> ScoreTable | None:
    """The table; None where there is none, it is not published, or its decision is absent."""
    scores = year.scores
    decision = draft.cards.document_of(scores.decision) if scores else None
    if scores is None or not scores.published or decision is None:
        return None
    return ScoreTable(
        scale=scores.scale,
        decision=decision,
        criteria=tuple(
            CriterionLine(group=each.group, label=each.label, max=each.max)
            for each in scores.criteria
        ),
        lines=_lines(draft, scores, min(date(year.year, 12, 31), draft.site.today)),
        digits=_digits(scores.rows),
    )


def _lines(draft: Draft, scores: Scores, day: date) -> tuple[ScoreLine, ...]:
    """By rank where every row has one, else in the decision's order."""
    rows = list(scores.rows)
    if all(row.rank for row in rows):
        rows.sort(key=lambda row: row.rank or 0)
    return tuple(_line(draft, row, unit, day) for row in rows if (unit := _unit(draft, row)))


def _unit(draft: Draft, row: ScoreRow) -> Unit | None:
    unit = draft.site.get("unit", row.unit)
    return unit if isinstance(unit, Unit) else None


def _line(draft: Draft, row: ScoreRow, unit: Unit, day: date) -> ScoreLine:
    return ScoreLine(
        unit=draft.links.unit(unit, day),
        self_score=row.self,
        bloc_score=row.bloc,
        bonus=row.bonus,
        deduction=row.deduction,
        total=row.total,
        rank=row.rank,
    )


def _digits(rows: Iterable[ScoreRow]) -> int:
    """As many decimals as the most exact score has: 97,25 makes 98 into 98,00."""
    return max((_decimals(score) for row in rows for score in _scores(row)), default=0)


def _scores(row: ScoreRow) -> Iterable[Decimal]:
    every = (row.self, row.bloc, row.bonus, row.deduction, row.total)
    return (score for score in every if score is not None)


def _decimals(score: Decimal) -> int:
    exponent = score.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
