"""A target's figures in; where each stands on its chart out, in percents of the drawing.

The scale runs over the figures, the goal and the baseline, not from nought: each value is written
beside its point, and the table below holds them all.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from newsroom.planning.views.campaigns import ChartPoint, ChartView, FigureView
from newsroom.records.campaign import Target

TOP, HEIGHT = Decimal(18), Decimal(70)
"""The band that the figures stand in: above it their values are written, below it the days."""
LEFT, WIDTH = Decimal(6), Decimal(88)


def chart_of(target: Target, figures: Sequence[FigureView]) -> ChartView | None:
    """The chart of figures, oldest first, as far as the day they are due; None for fewer than
    two."""
    if len(figures) < 2:
        return None
    start, last = figures[0].date, figures[-1].date
    end = max(last, target.due or last)
    values = [target.value, *(figure.value for figure in figures)]
    if target.baseline is not None:
        values.append(target.baseline)
    low, high = min(values), max(values)
    return ChartView(
        points=tuple(
            ChartPoint(
                x=_across(figure.date, start, end),
                y=_down(figure.value, low, high),
                value=figure.value,
                date=figure.date,
            )
            for figure in figures
        ),
        goal_y=_down(target.value, low, high),
        baseline_y=None if target.baseline is None else _down(target.baseline, low, high),
        start=start,
        end=end,
    )


def _across(day: date, start: date, end: date) -> Decimal:
    share = Decimal((day - start).days) / Decimal(max(1, (end - start).days))
    return _tenths(LEFT + share * WIDTH)


def _down(value: Decimal, low: Decimal, high: Decimal) -> Decimal:
    """From the top: the highest value stands at `TOP`."""
    share = (high - value) / (high - low) if high > low else Decimal(0)
    return _tenths(TOP + share * HEIGHT)


def _tenths(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.1"), ROUND_HALF_UP)
