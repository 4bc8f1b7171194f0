"""A bloc and a period in; which records fall into them out. Only selection and order, no words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from newsroom.linking.site import Site
from newsroom.records import Article, Award, Bloc, Campaign, Document, Event, Unit
from newsroom.records.bloc import BlocYear
from newsroom.records.campaign import Milestone, Progress, Target
from newsroom.records.values import day_of
from vietnamese import Period


@dataclass(frozen=True)
class Span:
    """What a bloc did in a period, as the records tell it; oldest first throughout."""

    site: Site
    bloc: Bloc
    period: Period

    def holds(self, day: date | None) -> bool:
        """Whether the day falls into the period."""
        return day is not None and self.period.start <= day <= self.period.end

    def is_about(self, period: Period | None) -> bool:
        """Whether a record's own period lies in this one: the review of a half-year is held after
        it."""
        if period is None:
            return False
        return self.period.start <= period.start and period.end <= self.period.end

    @cached_property
    def years(self) -> tuple[BlocYear, ...]:
        """The bloc's years in the period."""
        wanted = range(self.period.start.year, self.period.end.year + 1)
        years = sorted(self.bloc.years, key=lambda year: year.year)
        return tuple(year for year in years if year.year in wanted)

    @cached_property
    def members(self) -> tuple[str, ...]:
        """Its units in the decision's order, those that lead first where no list is given."""
        found: dict[str, None] = {}
        for year in self.years:
            leading = [id for id in (year.head, *year.deputies) if id]
            found |= dict.fromkeys((*year.members, *leading))
        return tuple(found)

    @cached_property
    def campaigns(self) -> tuple[Campaign, ...]:
        """The bloc's campaigns that ran in the period, by their start."""
        first, last = self.period.start, self.period.end
        ran = [
            one
            for one in self.site.campaigns_of(self.bloc)
            if (one.start or date.min) <= last and (one.end or date.max) >= first
        ]
        return tuple(sorted(ran, key=lambda one: (one.start or date.min, one.id)))

    def launched(self) -> tuple[Campaign, ...]:
        """The campaigns that began in the period."""
        return tuple(one for one in self.campaigns if self.holds(self._launch_day(one)))

    def carried_on(self) -> tuple[Campaign, ...]:
        """The campaigns that had begun before, or of which no record says when."""
        launched = {one.id for one in self.launched()}
        return tuple(one for one in self.campaigns if one.id not in launched)

    def _launch_day(self, campaign: Campaign) -> date | None:
        launches = [one.date for one in campaign.milestones if one.kind == "launch"]
        return min(launches, default=campaign.start)

    def events(self) -> tuple[Event, ...]:
        """The bloc's events and its own campaigns', held in the period or about it, and over."""
        own = [one for one in self.campaigns if one.scope == "bloc"]
        hosts: list[Bloc | Campaign] = [self.bloc, *own]
        found = {event.id: event for host in hosts for event in self.site.events_of(host)}
        held = [
            event
            for event in found.values()
            if self.site.is_over(event)
            and (self.holds(day_of(event.start)) or self.is_about(event.period))
        ]
        return tuple(sorted(held, key=lambda event: (day_of(event.start), event.id)))

    def milestones(self, campaign: Campaign) -> tuple[Milestone, ...]:
        """A campaign's milestones in the period."""
        held = [one for one in campaign.milestones if self.holds(one.date)]
        return tuple(sorted(held, key=lambda one: one.date))

    def figure(self, target: Target) -> Progress | None:
        """The last figure of a target by the end of the period."""
        known = [one for one in target.progress if one.date <= self.period.end]
        return max(known, key=lambda one: one.date, default=None)

    def awards(self) -> tuple[Award, ...]:
        """Awards to the bloc's units or under the bloc, conferred in the period or for it."""
        units = self.site.records.unit
        hosts: list[Bloc | Unit] = [self.bloc, *(units[id] for id in self.members)]
        found = {award.id: award for host in hosts for award in self.site.awards_of(host)}
        given = [
            award
            for award in found.values()
            if self.holds(award.conferred) or self.is_about(award.period)
        ]
        return tuple(sorted(given, key=lambda one: (one.conferred or date.max, one.id)))

    def articles(self) -> tuple[Article, ...]:
        """The bloc's own news in the period or about it."""
        return self._told(self.site.articles_of(self.bloc))

    def articles_of(self, unit: str) -> tuple[Article, ...]:
        """The news of a unit in the period or about it, under its own name."""
        found = self.site.articles_of(self.site.records.unit[unit])
        return self._told([one for one in found if unit in one.units])

    def _told(self, articles: tuple[Article, ...] | list[Article]) -> tuple[Article, ...]:
        told = [
            one for one in articles if self.holds(self.site.day(one)) or self.is_about(one.period)
        ]
        return tuple(reversed(told))

    def coming(self) -> Iterator[tuple[date, Campaign, Milestone | Target]]:
        """Milestones and dues after the period, as far ahead as the period is long; by day."""
        last = self._as_long_again()
        found: list[tuple[date, Campaign, Milestone | Target]] = []
        for campaign in self.campaigns:
            dated: list[tuple[date, Milestone | Target]] = []
            dated += [(one.date, one) for one in campaign.milestones]
            dated += [(one.due, one) for one in campaign.targets if one.due]
            found += [(day, campaign, one) for day, one in dated if self.period.end < day <= last]
        yield from sorted(found, key=lambda each: (each[0], each[1].id))

    def _as_long_again(self) -> date:
        """The last day of the period after this one; periods are whole months."""
        first, end = self.period.start, self.period.end
        months = (end.year - first.year) * 12 + end.month - first.month + 1
        month = end.year * 12 + end.month + months
        return date(month // 12, month % 12 + 1, 1) - timedelta(days=1)

    def documents_on(self, campaign: Campaign, *roles: str) -> tuple[Document, ...]:
        """A campaign's documents that play one of these parts, issued by the period's end."""
        known = self.site.records.document
        played = (known[one.document] for one in campaign.documents if one.role in roles)
        return tuple(one for one in played if one.issued <= self.period.end)
