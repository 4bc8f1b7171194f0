"""A campaign's targets in; each with its figures, how far it is, and where it stands on its rail
out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from newsroom.planning.charts import chart_of
from newsroom.planning.links import Links
from newsroom.planning.views.campaigns import FigureView, TargetState, TargetView
from newsroom.records.campaign import Target

FULL = Decimal(100)


def targets_of(links: Links, targets: Iterable[Target], today: date) -> tuple[TargetView, ...]:
    """Each target with its progress, oldest figure first, as it stands today."""
    return tuple(_target(links, target, today) for target in targets)


def in_short(view: TargetView) -> TargetView:
    """What a list of campaigns shows of it: its latest figure alone. So an older one that is
    mended leaves those lists as they are."""
    latest = replace(view.latest, source=None) if view.latest else None
    return replace(
        view,
        latest=latest,
        figures=(),
        chart=None,
        baseline=None,
        due=None,
        late=False,
        source=None,
        gap=None,
        share=None,
    )


def figure_dates(targets: Iterable[TargetView]) -> tuple[date, ...]:
    """Every day on which some target has a figure, oldest first."""
    days = {figure.date for target in targets for figure in target.figures}
    return tuple(sorted(days))


def _target(links: Links, target: Target, today: date) -> TargetView:
    figures = _figures(links, target)
    latest = figures[-1] if figures else None
    value = latest.value if latest else None
    rail, state = _rail(target, value), _state(target, value)
    return TargetView(
        label=target.label,
        unit=target.unit,
        goal=target.value,
        baseline=target.baseline,
        due=target.due,
        late=target.due is not None and target.due < today and state in ("none", "below"),
        source=links.maybe("document", target.source),
        figures=figures,
        latest=latest,
        state=state,
        gap=None if value is None else _gap(target, value),
        share=None if value is None else _share(target, value),
        value_at=_percent(value or Decimal(0), rail),
        goal_at=_percent(target.value, rail),
        chart=chart_of(target, figures),
    )


def _figures(links: Links, target: Target) -> tuple[FigureView, ...]:
    figures = (
        FigureView(date=each.date, value=each.value, source=links.maybe("document", each.source))
        for each in target.progress
    )
    return tuple(sorted(figures, key=lambda figure: figure.date))


def falls(target: Target) -> bool:
    """Whether the target is to bring a figure down: its goal lies under where it began."""
    return target.baseline is not None and target.baseline > target.value


def _state(target: Target, value: Decimal | None) -> TargetState:
    if value is None:
        return "none"
    gap = _gap(target, value)
    if gap > 0:
        return "below"
    return "over" if gap < 0 else "reached"


def _gap(target: Target, value: Decimal) -> Decimal:
    """How much is still missing; negative when there is more than the goal asks."""
    return value - target.value if falls(target) else target.value - value


def _share(target: Target, value: Decimal) -> Decimal | None:
    """The value in percent of the goal; a falling target or a goal of nothing has none."""
    if falls(target) or not target.value:
        return None
    return (value / target.value * FULL).quantize(Decimal(1), ROUND_HALF_UP)


def _rail(target: Target, value: Decimal | None) -> Decimal:
    """How far the rail runs: a rate to 100, a count to the largest figure on it."""
    if target.unit.strip() == "%":
        return FULL
    known = [target.value, value or Decimal(0)]
    if falls(target) and target.baseline is not None:
        known.append(target.baseline)
    return max(known)


def _percent(value: Decimal, rail: Decimal) -> Decimal:
    if rail <= 0:
        return Decimal(0)
    share = (value / rail * FULL).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return min(FULL, max(Decimal(0), share))
