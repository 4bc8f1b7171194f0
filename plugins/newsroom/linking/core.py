"""What every question stands on: sound records, the moment, and which articles may be shown."""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property

from newsroom.linking.addresses import address_of
from newsroom.linking.states import ArticleState, article_state, preview_label
from newsroom.records import Article, Award, Record, Records
from newsroom.records.values import day_of


class Core:
    """Records as of `now`. Nothing here reads a disk or a clock."""

    def __init__(self, records: Records, *, now: datetime, preview: bool = False) -> None:
        self.records = records
        self.info = records.site
        self.now = now
        self.today = day_of(now)
        self.preview = preview

    def get(self, kind: str, id: str) -> Record | None:
        """The record of this kind and id, whatever its state."""
        return self.records.of_kind(kind).get(id)

    def state(self, article: Article) -> ArticleState:
        """What may be shown of an article now; in a preview, hidden ones are listed."""
        return self._states[article.id]

    def day(self, article: Article) -> date:
        """The day in Vietnam under which the article stands."""
        return self._days[article.id]

    def preview_label(self, article: Article) -> str:
        """In a preview: draft, review or embargoed; else nothing."""
        return preview_label(article, self.now) if self.preview else ""

    def award_day(self, award: Award) -> date | None:
        """The day it was conferred, else its decision's, else the last of its period."""
        decision = self.records.document.get(award.decision or "")
        day = award.conferred or (decision.issued if decision else None)
        return day or (award.period.end if award.period else None)

    def award_year(self, award: Award) -> int:
        """The year on whose page it stands: of the period it rewards, else of its conferring, else
        of its decision."""
        if award.period:
            return award.period.end.year
        if award.conferred:
            return award.conferred.year
        decision = self.records.document.get(award.decision or "")
        return decision.issued.year if decision else self.today.year

    def address(self, record: Record) -> str:
        """Its address under the site: /tin/2020/07/x/. An award's is a place on the page of its
        year: /khen-thuong/2020/#id."""
        if isinstance(record, Award):
            return f"/khen-thuong/{self.award_year(record)}/#{record.id}"
        if isinstance(record, Article):
            return self._article_addresses[record.id]
        return address_of(record)

    # Every list, page and export asks these of the same articles, so each is worked out once.

    @cached_property
    def _states(self) -> dict[str, ArticleState]:
        articles = self.records.article.items()
        return {id: article_state(article, self.now, self.preview) for id, article in articles}

    @cached_property
    def _days(self) -> dict[str, date]:
        return {id: day_of(article.date) for id, article in self.records.article.items()}

    @cached_property
    def months(self) -> dict[str, date]:
        """By an article's id, the first day of the month it stands under."""
        return {id: day.replace(day=1) for id, day in self._days.items()}

    @cached_property
    def _article_addresses(self) -> dict[str, str]:
        return {id: address_of(article) for id, article in self.records.article.items()}
