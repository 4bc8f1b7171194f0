"""Records in; rows of open data out: no bodies, no time of build, references as ids.

Dates are ISO 8601, figures plain with a point, periods ISO intervals.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from operator import attrgetter
from typing import Any

from newsroom.linking.site import Site
from newsroom.records import Article, Award, Bloc, Campaign, Document, Event, Record, Unit
from newsroom.records.campaign import Milestone, Target
from newsroom.records.values import day_of
from vietnamese import Period

Cell = str | int | bool | tuple[str, ...] | None
Rows = list[tuple[Cell, ...]]
Made = Callable[[Site, Any], Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A kind of record in open data: fields taken as they are, and columns that are made."""

    kind: str
    records: Callable[[Site], Iterable[Record]]
    fields: tuple[str, ...]
    made: Mapping[str, Made] = field(default_factory=dict)
    year: Callable[[Site, Any], int] | None = None
    """The year a record is filed under, where its kind has one."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, id and the address of its page first."""
        return ("id", "page", *self.fields, *self.made)

    def rows(self, site: Site, records: Iterable[Record], page: Callable[[Record], str]) -> Rows:
        """Each record's cells, in the order of the columns; `page` gives its page's address."""
        taken, made = attrgetter(*self.fields), tuple(self.made.values())
        return [
            (
                record.id,
                page(record),
                *map(_cell, taken(record)),
                *[make(site, record) for make in made],
            )
            for record in records
        ]


def _cell(value: Any) -> Cell:
    kind = type(value)
    if kind in _PLAIN:
        cell: Cell = value
        return cell
    if kind not in _SPELLINGS:
        raise TypeError(f"no column holds a {kind.__name__}")
    return _SPELLINGS[kind](value)


def _texts(values: Iterable[object]) -> tuple[str, ...]:
    return tuple(map(str, values))


_PLAIN = frozenset((str, int, bool, type(None)))
_SPELLINGS: Mapping[type, Callable[[Any], Cell]] = {
    date: date.isoformat,
    datetime: datetime.isoformat,
    Period: str,
    Decimal: str,
    tuple: _texts,
}


def _summary(_: Site, article: Article) -> str:
    return article.summary or article.made_summary


def _source(_: Site, article: Article) -> str | None:
    return (article.source.url or article.source.name) if article.source else None


def _launched_by(_: Site, campaign: Campaign) -> str | None:
    by = campaign.launched_by
    return (by.unit or by.name) if by else None


def _targets(_: Site, campaign: Campaign) -> tuple[str, ...]:
    return tuple(map(_target, campaign.targets))


def _target(target: Target) -> str:
    """Label, goal, and every figure with its day: Tỷ lệ đúng hẹn: 98 %; 2026-10-31: 96.4."""
    goal = f"{target.label}: {target.value} {target.unit}".rstrip()
    figures = (f"{each.date.isoformat()}: {each.value}" for each in target.progress)
    return "; ".join((goal, *figures))


def _milestones(_: Site, campaign: Campaign) -> tuple[str, ...]:
    return tuple(map(_milestone, campaign.milestones))


def _milestone(milestone: Milestone) -> str:
    return f"{milestone.date.isoformat()}: {milestone.kind} {milestone.title}".rstrip()


def _campaign_documents(_: Site, campaign: Campaign) -> tuple[str, ...]:
    return tuple(f"{each.role}: {each.document}" for each in campaign.documents)


def _campaign_state(site: Site, campaign: Campaign) -> str:
    return site.campaign_state(campaign)


def _former_names(_: Site, unit: Unit) -> tuple[str, ...]:
    return tuple(f"{each.name} ({each.until.isoformat()})" for each in unit.former_names)


def _heads(_: Site, bloc: Bloc) -> tuple[str, ...]:
    return tuple(f"{year.year}: {year.head}" for year in bloc.years if year.head)


def _members(_: Site, bloc: Bloc) -> tuple[str, ...]:
    return tuple(f"{year.year}: {', '.join(year.members)}" for year in bloc.years if year.members)


def _status(site: Site, document: Document) -> str:
    return site.document_status(document)


def _recipient(part: str) -> Made:
    def made(_: Site, award: Award) -> Cell:
        return _cell(getattr(award.recipient, part)) if award.recipient else None

    return made


def _revoked_on(_: Site, award: Award) -> str | None:
    return award.revoked.date.isoformat() if award.revoked else None


def _article_year(site: Site, article: Article) -> int:
    return site.day(article).year


def _event_year(_: Site, event: Event) -> int:
    return day_of(event.start).year


def _document_year(_: Site, document: Document) -> int:
    return document.issued.year


def _award_year(site: Site, award: Award) -> int:
    return site.award_year(award)


_ARTICLE = (
    "title date modified section genre language period campaigns units blocs documents event tags"
    " byline"
)
_CAMPAIGN = (
    "name short_name form short_drive form_label scope lead_unit parent blocs units audience"
    " start end phase objectives criteria"
)
_UNIT = "name short_name kind level parent founded ended successors address phone email website"
_DOCUMENT = (
    "number type issuer issued abstract signer signer_title effective expired replaces amends"
    " official_url"
)
_EVENT = "title kind start end venue attending campaign bloc period documents"
_AWARD = "title kind level period decision campaign bloc conferred"

EXPORTS = (
    Export(
        kind="article",
        records=lambda site: (*site.articles(), *site.articles("en")),
        fields=tuple(_ARTICLE.split()),
        made={"summary": _summary, "source": _source},
        year=_article_year,
    ),
    Export(
        kind="campaign",
        records=lambda site: site.campaigns(),
        fields=tuple(_CAMPAIGN.split()),
        made={
            "status": _campaign_state,
            "launched_by": _launched_by,
            "targets": _targets,
            "milestones": _milestones,
            "documents": _campaign_documents,
        },
    ),
    Export(
        kind="unit",
        records=lambda site: site.units(),
        fields=tuple(_UNIT.split()),
        made={"former_names": _former_names},
    ),
    Export(
        kind="bloc",
        records=lambda site: site.blocs(),
        fields=("name", "short_name", "kind", "organised_by", "start", "end"),
        made={"heads": _heads, "members": _members},
    ),
    Export(
        kind="document",
        records=lambda site: site.documents(),
        fields=tuple(_DOCUMENT.split()),
        made={"status": _status},
        year=_document_year,
    ),
    Export(
        kind="event",
        records=lambda site: site.events(),
        fields=tuple(_EVENT.split()),
        year=_event_year,
    ),
    Export(
        kind="award",
        records=lambda site: site.awards(),
        fields=tuple(_AWARD.split()),
        made={
            "recipient_type": _recipient("type"),
            "recipient_unit": _recipient("unit"),
            "recipient_name": _recipient("name"),
            "recipient_role": _recipient("role"),
            "revoked": _revoked_on,
        },
        year=_award_year,
    ),
)
"""Every kind that is offered, in the order of the open data page."""
