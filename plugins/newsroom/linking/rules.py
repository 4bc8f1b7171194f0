"""Records in; a problem for each statement that contradicts another out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from newsroom.linking.score_rules import wrong_scores
from newsroom.problems import Problem, problem
from newsroom.records import Article, Award, Bloc, Campaign, Page, Record, Records
from newsroom.records.bloc import BlocYear
from newsroom.records.values import day_of
from vietnamese.dates import content_spelling

Moment = date | datetime


def contradictions(records: Records) -> Iterator[Problem]:
    """All that is wrong within records, though each value is well formed."""
    for kind, record in records.all():
        yield from _end_before_start(kind, record)
        if isinstance(record, Article | Page):
            yield from _counterpart(kind, record, records)
        if isinstance(record, Article):
            yield from _withdrawal(record)
        elif isinstance(record, Bloc):
            yield from _bloc(record)
        elif isinstance(record, Campaign):
            yield from _launched_by(record)
            yield from _phases(record)
        elif isinstance(record, Award):
            yield from _award(record)


SPANS = {
    "article": ("date", "expires"),
    "campaign": ("start", "end"),
    "event": ("start", "end"),
    "bloc": ("start", "end"),
    "unit": ("founded", "ended"),
    "document": ("effective", "expired"),
}
"""By kind, the field that begins and the field that ends."""


def _end_before_start(kind: str, record: Record) -> Iterator[Problem]:
    if kind not in SPANS:
        return
    first, last = SPANS[kind]
    start: Moment | None = getattr(record, first)
    end: Moment | None = getattr(record, last)
    if start is not None and end is not None and _is_before(end, start):
        yield problem(
            record.file,
            "E211",
            keys=(last,),
            field=first,
            start=content_spelling(start),
            end=content_spelling(end),
        )


def _is_before(end: Moment, start: Moment) -> bool:
    if isinstance(end, datetime) and isinstance(start, datetime):
        return end < start
    return day_of(end) < day_of(start)


def _counterpart(kind: str, record: Article | Page, records: Records) -> Iterator[Problem]:
    other = records.of_kind(kind).get(record.counterpart or "")
    if not isinstance(other, Article | Page):
        return
    if other.language == record.language:
        yield problem(record.file, "E209", keys=("counterpart",), id=other.id)
    elif other.counterpart and other.counterpart != record.id:
        yield problem(
            record.file, "E209", keys=("counterpart",), id=other.id, third=other.counterpart
        )


def _withdrawal(article: Article) -> Iterator[Problem]:
    if article.status == "withdrawn" and article.withdrawal is None:
        yield problem(article.file, "E212", keys=("status",))
    if article.status != "withdrawn" and article.withdrawal is not None:
        yield problem(article.file, "E213", keys=("withdrawal",))


def _bloc(bloc: Bloc) -> Iterator[Problem]:
    seen: set[int] = set()
    for number, year in enumerate(bloc.years):
        if year.year in seen:
            yield problem(bloc.file, "E214", keys=("years", number, "year"), year=year.year)
        seen.add(year.year)
        yield from _leads_from_outside(bloc, number, year)
        yield from wrong_scores(bloc, number, year)


def _leads_from_outside(bloc: Bloc, number: int, year: BlocYear) -> Iterator[Problem]:
    """A warning: heads and deputies are members, in every decision seen so far."""
    if not year.members:
        return
    leads: list[tuple[tuple[str | int, ...], str]] = [
        (("deputies", place), unit) for place, unit in enumerate(year.deputies)
    ]
    if year.head:
        leads.insert(0, (("head",), year.head))
    for keys, unit in leads:
        if unit not in year.members:
            yield problem(
                bloc.file, "W215", keys=("years", number, *keys), id=unit, year=year.year
            )


def _phases(campaign: Campaign) -> Iterator[Problem]:
    for number, phase in enumerate(campaign.phases):
        if phase.end is not None and phase.end < phase.start:
            yield problem(
                campaign.file,
                "E211",
                keys=("phases", number, "end"),
                field="start",
                start=content_spelling(phase.start),
                end=content_spelling(phase.end),
            )


def _launched_by(campaign: Campaign) -> Iterator[Problem]:
    launched = campaign.launched_by
    if launched is None:
        return
    if launched.unit and launched.name:
        yield problem(campaign.file, "E217", keys=("launched_by", "name"), name=launched.name)
    if not launched.unit and not launched.name:
        yield problem(campaign.file, "E217", keys=("launched_by",))


def _award(award: Award) -> Iterator[Problem]:
    recipient = award.recipient
    if recipient is not None and not recipient.unit and not recipient.name:
        yield problem(award.file, "E218", keys=("recipient",))
    if not (award.period or award.conferred or award.decision):
        yield problem(award.file, "E219")
