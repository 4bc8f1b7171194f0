"""Figures that a page shows in; the same as CSV files that stand beside it out.

Dates are ISO 8601, figures plain with a point; the columns are headed in Vietnamese.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from newsroom.linking.site import Site
from newsroom.planning.draft import Draft
from newsroom.planning.views.data import TableView
from newsroom.planning.views.register import ScoreTable
from newsroom.records import Bloc, Campaign
from newsroom.records.campaign import Target

Row = tuple[str, ...]


def has_figures(campaign: Campaign) -> bool:
    """Whether some target has a figure reached."""
    return any(target.progress for target in campaign.targets)


def figures_address(site: Site, campaign: Campaign) -> str:
    """Where a campaign's figures stand as CSV."""
    return f"{site.address(campaign)}so-lieu.csv"


def scores_address(site: Site, bloc: Bloc, year: int) -> str:
    """Where a year's score table stands as CSV."""
    return f"{site.address(bloc)}{year}/bang-diem.csv"


def plan_figures(draft: Draft, campaign: Campaign) -> None:
    """Plan the file of a campaign's figures, where it has any: a line for each figure."""
    if not has_figures(campaign):
        return
    words = draft.words
    columns = ("column", "counted", "must", "set_by", "due", "baseline", "day", "value", "source")
    table = TableView(
        schema="",
        licence=draft.site.info.licence,
        columns=tuple(words(f"target.csv.{column}") for column in columns),
        rows=tuple(row for target in campaign.targets for row in _figures(draft, target)),
    )
    draft.file(figures_address(draft.site, campaign), "csv", table, source=campaign.file)


def _figures(draft: Draft, target: Target) -> Iterator[Row]:
    due = target.due.isoformat() if target.due else ""
    set_by = _number(draft, target.source)
    head = (target.label, target.unit, _plain(target.value), set_by, due, _plain(target.baseline))
    if not target.progress:
        yield (*head, "", "", "")
    for figure in sorted(target.progress, key=lambda one: one.date):
        source = _number(draft, figure.source)
        yield (*head, figure.date.isoformat(), _plain(figure.value), source)


def _number(draft: Draft, id: str | None) -> str:
    document = draft.links.maybe("document", id)
    return document.text if document else ""


def plan_scores(draft: Draft, bloc: Bloc, year: int, table: ScoreTable) -> None:
    """Plan the file of a published score table: a line for each unit."""
    words, kind = draft.words, bloc.kind
    columns = (
        words("bloc.rank"),
        words("bloc.score_unit"),
        words("bloc.self_score"),
        words(f"bloc.bloc_score.{kind}"),
        words("bloc.bonus"),
        words("bloc.deduction"),
        words("bloc.total"),
        words("bloc.scores_decision"),
    )
    rows = tuple(
        (
            line.rank,
            line.unit.note or line.unit.text,
            *map(_plain, (line.self_score, line.bloc_score, line.bonus, line.deduction)),
            _plain(line.total),
            table.decision.number,
        )
        for line in table.lines
    )
    sheet = TableView(schema="", licence=draft.site.info.licence, columns=columns, rows=rows)
    draft.file(scores_address(draft.site, bloc, year), "csv", sheet, source=bloc.file)


def _plain(value: Decimal | None) -> str:
    return "" if value is None else format(value, "f")
