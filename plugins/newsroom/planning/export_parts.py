"""Records in; rows of open data out for what one record tells in several lines: a bloc's years and
members, published scores, a campaign's targets and milestones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from newsroom.linking.site import Site
from newsroom.planning.exports import Cell, Rows
from newsroom.records import Bloc, Campaign, Record
from newsroom.records.bloc import BlocYear
from newsroom.records.campaign import Target
from newsroom.records.parts import MilestoneKind
from newsroom.records.values import (
    ArticleId,
    BlocId,
    CampaignId,
    Day,
    DocumentId,
    EventId,
    Number,
    UnitId,
    Whole,
)

Row = tuple[Cell, ...]
MemberRole = Literal["head", "deputy", "member"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A table of parts: a row for each, in the order of their records' ids and then their own."""

    kind: str
    hints: Mapping[str, Any]
    """The type of every column, in order, as a record would declare it."""
    records: Callable[[Site], Iterable[Record]]
    split: Callable[[Site, Any], Iterator[Row]]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(self.hints)

    def rows(self, site: Site) -> Rows:
        """Every part of every record."""
        records = sorted(self.records(site), key=lambda record: record.id)
        return [row for record in records for row in self.split(site, record)]


def _figures(_: Site, campaign: Campaign) -> Iterator[Row]:
    """A row for each figure; a target without one has a row of its own."""
    for number, target in enumerate(campaign.targets, 1):
        head = (campaign.id, number, *_goal(target))
        for figure in sorted(target.progress, key=lambda one: one.date):
            yield (*head, figure.date.isoformat(), figure.value, figure.source)
        if not target.progress:
            yield (*head, None, None, None)


def _goal(target: Target) -> Row:
    due = target.due.isoformat() if target.due else None
    return target.label, target.unit, target.baseline, target.value, target.source, due


def _milestones(site: Site, campaign: Campaign) -> Iterator[Row]:
    for one in sorted(campaign.milestones, key=lambda one: one.date):
        article = site.records.article.get(one.article or "")
        told = article.id if article and site.state(article) == "listed" else None
        yield campaign.id, one.date.isoformat(), one.kind, one.title, one.event, told


def _years(_: Site, bloc: Bloc) -> Iterator[Row]:
    for year in _in_order(bloc):
        total = year.tasks.total if year.tasks else None
        items = year.tasks.items if year.tasks else ()
        yield (
            bloc.id,
            year.year,
            year.head,
            year.deputies,
            year.pledge,
            year.regulation,
            total,
            items,
        )


def _members(_: Site, bloc: Bloc) -> Iterator[Row]:
    for year in _in_order(bloc):
        leading = [id for id in (year.head, *year.deputies) if id]
        for order, unit in enumerate(dict.fromkeys((*year.members, *leading)), 1):
            yield bloc.id, year.year, order, unit, _role(year, unit)


def _role(year: BlocYear, unit: str) -> MemberRole:
    if unit == year.head:
        return "head"
    return "deputy" if unit in year.deputies else "member"


def _scores(_: Site, bloc: Bloc) -> Iterator[Row]:
    """Drafts of scores are internal: only what is published under its decision."""
    for year in _in_order(bloc):
        if not (year.scores and year.scores.published):
            continue
        for row in year.scores.rows:
            points = (row.self, row.bloc, row.bonus, row.deduction, row.total)
            yield bloc.id, year.year, row.unit, *points, row.rank, year.scores.decision


def _in_order(bloc: Bloc) -> list[BlocYear]:
    return sorted(bloc.years, key=lambda year: year.year)


PARTS = (
    Parts(
        kind="target",
        hints={
            "campaign": CampaignId,
            "number": Whole,
            "label": str,
            "unit": str,
            "baseline": Number | None,
            "value": Number,
            "goal_source": DocumentId | None,
            "due": Day | None,
            "date": Day | None,
            "figure": Number | None,
            "source": DocumentId | None,
        },
        records=lambda site: site.campaigns(),
        split=_figures,
    ),
    Parts(
        kind="milestone",
        hints={
            "campaign": CampaignId,
            "date": Day,
            "kind": MilestoneKind,
            "title": str,
            "event": EventId | None,
            "article": ArticleId | None,
        },
        records=lambda site: site.campaigns(),
        split=_milestones,
    ),
    Parts(
        kind="bloc_year",
        hints={
            "bloc": BlocId,
            "year": Whole,
            "head": UnitId | None,
            "deputies": tuple[UnitId, ...],
            "pledge": DocumentId | None,
            "regulation": DocumentId | None,
            "tasks_total": Whole | None,
            "tasks": tuple[str, ...],
        },
        records=lambda site: site.blocs(),
        split=_years,
    ),
    Parts(
        kind="member",
        hints={
            "bloc": BlocId,
            "year": Whole,
            "order": Whole,
            "unit": UnitId,
            "role": MemberRole,
        },
        records=lambda site: site.blocs(),
        split=_members,
    ),
    Parts(
        kind="score",
        hints={
            "bloc": BlocId,
            "year": Whole,
            "unit": UnitId,
            "self": Number | None,
            "bloc_score": Number | None,
            "bonus": Number | None,
            "deduction": Number | None,
            "total": Number,
            "rank": Whole | None,
            "decision": DocumentId,
        },
        records=lambda site: site.blocs(),
        split=_scores,
    ),
)
"""Every table of parts, in the order of the open data page."""
