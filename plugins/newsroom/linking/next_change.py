"""Records and the moment in; the instant at which the clock alone next changes the site, out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from newsroom.linking.core import Core
from newsroom.records import Article, Campaign, Document, Event
from newsroom.records.bloc import BlocYear
from newsroom.records.values import day_of, starts


class Clockwork(Core):
    """The question that a schedule asks."""

    def next_change(self) -> datetime | None:
        """When the clock alone will next change the site: an embargo lifts, an article expires, a
        campaign, phase, milestone, target, document, event or bloc's year changes its state."""
        return min((moment for moment in self._turns() if moment > self.now), default=None)

    def _turns(self) -> Iterator[datetime]:
        for article in self.records.article.values():
            yield from _turns_of_article(article)
        for campaign in self.records.campaign.values():
            yield from _turns_of_campaign(campaign)
        for document in self.records.document.values():
            yield from _turns_of_document(document)
        for event in self.records.event.values():
            yield from _turns_of_event(event)
        for bloc in self.records.bloc.values():
            for year in bloc.years:
                yield from self._turns_of_bloc_year(year)

    def _turns_of_bloc_year(self, year: BlocYear) -> Iterator[datetime]:
        """It begins and ends; while it runs, its units stand under the name they bear today."""
        yield starts(date(year.year, 1, 1))
        yield starts(date(year.year + 1, 1, 1))
        scored = [row.unit for row in year.scores.rows] if year.scores else []
        for id in {*year.members, *year.deputies, *scored, *filter(None, (year.head,))}:
            unit = self.records.unit.get(id)
            for former in unit.former_names if unit else ():
                if former.until.year == year.year:
                    yield _end_of(former.until)


def _turns_of_article(article: Article) -> Iterator[datetime]:
    if article.status in ("published", "withdrawn"):
        yield starts(article.date)
    if article.status == "published" and article.expires is not None:
        yield _end_of(article.expires)


def _turns_of_campaign(campaign: Campaign) -> Iterator[datetime]:
    if campaign.start is not None:
        yield starts(campaign.start)
    if campaign.end is not None:
        yield _end_of(campaign.end)
    for phase in campaign.phases:
        yield starts(phase.start)
        if phase.end is not None:
            yield _end_of(phase.end)
    for milestone in campaign.milestones:
        # Ahead until its day, today on it, past after it.
        yield starts(milestone.date)
        yield _end_of(milestone.date)
    for target in campaign.targets:
        if target.due is not None:
            yield _end_of(target.due)


def _turns_of_document(document: Document) -> Iterator[datetime]:
    if document.status is not None:
        return
    for day in (document.effective, document.expired):
        if day is not None:
            yield starts(day)


def _turns_of_event(event: Event) -> Iterator[datetime]:
    yield starts(event.start)
    yield _end_of(event.end if event.end is not None else day_of(event.start))


def _end_of(moment: date | datetime) -> datetime:
    """The first instant at which a moment is over; a date alone includes its whole day."""
    if isinstance(moment, datetime):
        return moment
    return starts(moment + timedelta(days=1))
