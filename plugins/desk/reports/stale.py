"""The site as it stands in; what has been left lying out: campaigns without a final review,
targets without a figure, units without news, expired documents that are still cited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from desk.reports.letterheads import letterhead, notice
from desk.reports.paper import Block, Heading, Paper, Table, Text
from desk.reports.wording import Wording
from newsroom.linking.site import Site
from newsroom.records import Article, Campaign, Document, Unit
from newsroom.records.campaign import Target
from newsroom.records.values import day_of

DAYS_OF_A_MONTH = 30.4375
"""365.25 / 12: "in the last n months" need not be exact to the day."""


def stale(site: Site, months: int, wording: Wording) -> Paper:
    """The whole list; a unit is without news when none named it in the last `months` months."""
    say, today = wording.say, site.today
    return Paper(
        name=f"can-xem-lai-{today.isoformat()}",
        kind=say("report.kind"),
        subject=say("stale.subject", day=wording.day(today)),
        letterhead=letterhead(wording, site.info.owner, "", today),
        notice=notice(wording, today),
        body=tuple(_body(site, months, wording)),
        landscape=True,
    )


def unreviewed(site: Site) -> tuple[Campaign, ...]:
    """Campaigns past their end of which no record says that they were summed up."""
    ended = (one for one in site.campaigns() if site.campaign_state(one) == "ended")
    return tuple(one for one in ended if not _is_reviewed(site, one))


def _is_reviewed(site: Site, campaign: Campaign) -> bool:
    """A milestone that has come, an event that is over, or a document in that part."""
    return (
        any(one.kind == "final_review" and one.date <= site.today for one in campaign.milestones)
        or any(one.role == "final" for one in campaign.documents)
        or any(
            one.kind == "final_review" and site.is_over(one) for one in site.events_of(campaign)
        )
    )


def unmeasured(site: Site) -> tuple[tuple[Campaign, Target], ...]:
    """Targets past due without a figure as of their day or later, those that have none first."""
    found = [
        (campaign, target)
        for campaign in site.campaigns()
        for target in campaign.targets
        if target.due and target.due < site.today and not _is_measured(target, target.due)
    ]
    return tuple(sorted(found, key=lambda each: bool(each[1].progress)))


def _is_measured(target: Target, due: date) -> bool:
    return any(one.date >= due for one in target.progress)


def silent(site: Site, months: int) -> tuple[tuple[Unit, Article | None], ...]:
    """Units that stand and were in no article of the last months, with the last that named
    each."""
    since = site.today - timedelta(days=round(months * DAYS_OF_A_MONTH))
    standing = (one for one in site.units() if one.ended is None or one.ended >= site.today)
    last = ((unit, next(iter(site.articles_of(unit)), None)) for unit in standing)
    return tuple(
        (unit, article) for unit, article in last if not article or site.day(article) < since
    )


@dataclass(frozen=True, slots=True)
class Citing:
    """What cites an expired document, by kind and id; `before` where it did so in time."""

    name: str
    before: bool = False


def outdated(site: Site) -> tuple[tuple[Document, tuple[Citing, ...]], ...]:
    """Expired documents that something cites, each with what does: what stands today first, then
    articles, newest first."""
    expired = (one for one in site.documents() if site.document_status(one) == "expired")
    cited = ((one, tuple(_citing(site, one))) for one in expired)
    return tuple((document, citing) for document, citing in cited if citing)


def _citing(site: Site, document: Document) -> Iterator[Citing]:
    for campaign in site.campaigns_of(document):
        if site.campaign_state(campaign) != "ended":
            yield Citing(f"campaign:{campaign.id}")
    for bloc, year in site.blocs_under(document):
        if year >= site.today.year:
            yield Citing(f"bloc:{bloc.id}")
    for page in (*site.pages(), *site.pages("en")):
        if document.id in site.documents_named_in(page.body):
            yield Citing(f"page:{page.id}")
    for article in site.articles_of(document):
        in_time = document.expired is not None and site.day(article) < document.expired
        yield Citing(f"article:{article.id}", in_time)


def _body(site: Site, months: int, wording: Wording) -> Iterator[Block]:
    say = wording.say
    yield Heading(text=say("stale.unreviewed"), level=1)
    yield _table(
        wording,
        ("campaign", "id", "end"),
        [(one.name, one.id, wording.day(one.end)) for one in unreviewed(site)],
        (60, 25, 15),
    )
    yield Heading(text=say("stale.unmeasured"), level=1)
    yield _table(
        wording,
        ("target", "campaign", "goal", "due", "last_figure"),
        [_measured(campaign, target, wording) for campaign, target in unmeasured(site)],
        (36, 24, 10, 11, 19),
    )
    yield Heading(text=say("stale.silent", months=months), level=1)
    yield _table(
        wording,
        ("unit", "id", "last_article"),
        [(unit.name, unit.id, _last(article, wording)) for unit, article in silent(site, months)],
        (40, 20, 40),
    )
    yield Heading(text=say("stale.outdated"), level=1)
    yield _table(
        wording,
        ("document", "expired", "cited_in"),
        [
            (wording.document(one), _expired(site, one, wording), _named(citing, wording))
            for one, citing in outdated(site)
        ],
        (40, 20, 40),
    )


def _measured(campaign: Campaign, target: Target, wording: Wording) -> tuple[str, ...]:
    last = max(target.progress, key=lambda one: one.date, default=None)
    figure = wording.say("table.no_figure")
    if last:
        value = wording.figure(last.value, target.unit)
        figure = wording.say("stale.figure", value=value, day=wording.day(last.date))
    return (
        target.label,
        campaign.short_name or campaign.name,
        wording.figure(target.value, target.unit),
        wording.day(target.due),
        figure,
    )


def _last(article: Article | None, wording: Wording) -> str:
    if article is None:
        return wording.say("stale.never")
    return f"{wording.day(day_of(article.date))}: {article.title}"


def _named(citing: tuple[Citing, ...], wording: Wording) -> str:
    named = (wording.say("stale.before", what=o.name) if o.before else o.name for o in citing)
    return "; ".join(named)


def _expired(site: Site, document: Document, wording: Wording) -> str:
    by = site.replaced_by(document)
    if document.expired:
        return wording.day(document.expired)
    return wording.say("stale.replaced", number=by[0].number) if by else ""


def _table(
    wording: Wording, names: tuple[str, ...], rows: list[tuple[str, ...]], shares: tuple[int, ...]
) -> Block:
    if not rows:
        return Text(text=wording.say("stale.none"))
    head = (wording.say("table.number"), *(wording.say(f"table.{name}") for name in names))
    numbered = tuple((str(number), *row) for number, row in enumerate(rows, 1))
    return Table(
        head=head,
        rows=numbered,
        shares=(5, *shares),
        wide=frozenset(range(1, len(head))),
    )
