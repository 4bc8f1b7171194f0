"""Values in; the words reports have for them out: sentences from the desk's own catalogue, names
of kinds from the theme's, dates and numbers as offices write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from newsroom.catalogue import Words, read_catalogue
from newsroom.linking.site import Site
from newsroom.planning.places import Places
from newsroom.records import Article, Document, Unit
from newsroom.records.values import day_of
from vietnamese import format_date, format_number

HERE = Path(__file__).parent


class Wording:
    """The words of one report on one site."""

    def __init__(self, site: Site, theme: Words) -> None:
        self.site = site
        self.theme = theme
        self.say = read_catalogue(HERE / "translations", "reports", "vi")
        self.places = Places.of(site.info.url)

    def kind(self, id: str) -> str:
        """The theme's word for a choice: milestone.launch, award.kind.flag."""
        return self.theme(id)

    def day(self, moment: date | None) -> str:
        """As in tables: 31/07/2020; nothing for none."""
        return format_date(day_of(moment), "date") if moment else ""

    def figure(self, value: Decimal | None, unit: str) -> str:
        """98,5%, 1.200 xã; nothing for none."""
        if value is None:
            return ""
        counted = unit if unit in ("", "%") else f" {unit}"
        return format_number(value, unit=counted)

    def document(self, document: Document) -> str:
        """Chỉ thị số 05-CT/TW ngày 15 tháng 5 năm 2016 của Bộ Chính trị."""
        return self.say(
            "document",
            type=self.kind(f"document.type.{document.type}"),
            number=document.number,
            day=format_date(document.issued, "official_long"),
            issuer=document.issuer,
        )

    def article(self, article: Article) -> str:
        """Its title, day and whole address."""
        address = self.places.whole(self.site.address(article))
        if not self.site.info.url:
            address = self.site.address(article)
        return self.say(
            "article", title=article.title, day=self.day(article.date), address=address
        )

    def unit(self, unit: Unit, day: date) -> str:
        """The name the unit bore on that day."""
        return self.site.name_at(unit, day)

    def units(self, ids: tuple[str, ...], day: date) -> str:
        """Names in the order given."""
        units = (self.site.records.unit[id] for id in ids)
        return "; ".join(self.unit(unit, day) for unit in units)
