"""A year in; how many articles told of each unit in each campaign, month by month, and which units
were silent, out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from desk.reports.letterheads import letterhead, notice
from desk.reports.paper import Block, Heading, Items, Paper, Table, Text
from desk.reports.wording import Wording
from newsroom.linking.site import Site
from newsroom.records import Article, Campaign, Unit

MONTHS = range(1, 13)


@dataclass(frozen=True)
class Coverage:
    """The counts of one year. An article counts once for each unit it names, under that unit's own
    id: what a unit's successors inherit is not counted twice."""

    site: Site
    year: int

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The year's listed articles in Vietnamese."""
        return tuple(one for one in self.site.articles() if self.site.day(one).year == self.year)

    def campaigns(self) -> Iterator[Campaign]:
        """Campaigns that ran in the year, a parent before its children."""
        first, last = date(self.year, 1, 1), date(self.year, 12, 31)
        for one in self.site.campaigns():
            if (one.start or date.min) <= last and (one.end or date.max) >= first:
                yield one

    def units(self) -> tuple[Unit, ...]:
        """Units that stood in the year, in Vietnamese order."""
        first, last = date(self.year, 1, 1), date(self.year, 12, 31)
        return tuple(
            one
            for one in self.site.units()
            if (one.founded or date.min) <= last and (one.ended or date.max) >= first
        )

    def partners(self, campaign: Campaign) -> frozenset[str]:
        """Units that take part in a campaign, lead it or launched it, and its blocs' members."""
        launched = campaign.launched_by.unit if campaign.launched_by else None
        named = {*campaign.units, campaign.lead_unit or "", launched or ""}
        blocs = (self.site.records.bloc[id] for id in campaign.blocs)
        years = (year for bloc in blocs for year in bloc.years if year.year == self.year)
        for year in years:
            named |= {*year.members, year.head or "", *year.deputies}
        return frozenset(named - {""})

    def of(self, campaign: Campaign) -> Counter[tuple[str, int]]:
        """Articles on a campaign (its sub-campaigns' too) by unit and month."""
        year = self.site.articles_of(campaign)
        return self._counted(tuple(one for one in year if self.site.day(one).year == self.year))

    def in_all(self) -> Counter[tuple[str, int]]:
        """Articles by unit and month, whatever they are about."""
        return self._counted(self.articles)

    def without_campaign(self) -> Counter[tuple[str, int]]:
        """Articles that name no campaign, by unit and month."""
        return self._counted(tuple(one for one in self.articles if not one.campaigns))

    def _counted(self, articles: tuple[Article, ...]) -> Counter[tuple[str, int]]:
        return Counter(
            (unit, self.site.day(one).month)
            for one in articles
            for unit in dict.fromkeys(one.units)
        )


def coverage(site: Site, year: int, wording: Wording, today: date) -> Paper:
    """The whole report: every campaign's matrix, all news, and the silent units."""
    counts, say = Coverage(site, year), wording.say
    return Paper(
        name=f"bao-phu-{year}",
        kind=say("report.kind"),
        subject=say("coverage.subject", year=year),
        letterhead=letterhead(wording, site.info.owner, "", today),
        notice=notice(wording, today),
        body=tuple(_body(counts, wording)),
        landscape=True,
    )


def _body(counts: Coverage, wording: Wording) -> Iterator[Block]:
    say = wording.say
    yield Text(text=say("coverage.how", count=len(counts.articles), year=counts.year))
    yield Heading(text=say("coverage.all"), level=1)
    everything = counts.in_all()
    yield _matrix(counts, everything, frozenset(), wording)
    yield Heading(text=say("coverage.silent"), level=1)
    silent = [unit for unit in counts.units() if not _sum(everything, unit.id)]
    yield _names(silent, counts, wording, say("coverage.none_silent"))
    yield Heading(text=say("coverage.campaigns"), level=1)
    for campaign in counts.campaigns():
        yield Heading(text=campaign.name)
        found, partners = counts.of(campaign), counts.partners(campaign)
        yield _matrix(counts, found, partners, wording)
        quiet = [one for one in counts.units() if one.id in partners and not _sum(found, one.id)]
        if quiet:
            yield Text(text=say("coverage.quiet"))
            yield _names(quiet, counts, wording, "")
    yield Heading(text=say("coverage.no_campaign"))
    yield _matrix(counts, counts.without_campaign(), frozenset(), wording)


def _matrix(
    counts: Coverage, found: Counter[tuple[str, int]], wanted: frozenset[str], wording: Wording
) -> Block:
    """A row for each unit that has news or ought to, a column for each month."""
    say = wording.say
    units = [one for one in counts.site.units() if one.id in wanted or _sum(found, one.id)]
    if not units:
        return Text(text=say("coverage.none"))
    rows = [
        (wording.unit(unit, date(counts.year, 12, 31)), *_row(found, unit.id)) for unit in units
    ]
    head = (say("table.unit"), *(say("coverage.month", n=n) for n in MONTHS), say("table.sum"))
    return Table(
        head=head,
        rows=tuple(rows),
        shares=(34, *(5 for _ in MONTHS), 6),
        wide=frozenset((0,)),
    )


def _row(found: Counter[tuple[str, int]], unit: str) -> tuple[str, ...]:
    """A month without news is a dash, so that counts stand out."""
    months = (found[unit, month] for month in MONTHS)
    return (*(str(count) if count else "–" for count in months), str(_sum(found, unit)))


def _sum(found: Counter[tuple[str, int]], unit: str) -> int:
    return sum(found[unit, month] for month in MONTHS)


def _names(units: list[Unit], counts: Coverage, wording: Wording, none: str) -> Block:
    day = date(counts.year, 12, 31)
    names = tuple(wording.unit(unit, day) for unit in units)
    return Items(items=names) if names else Text(text=none)
