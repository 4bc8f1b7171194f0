"""Records in; the pictures that previews elsewhere show of their pages, with their outputs, out.

The site, every section, campaign and unit have one; an article only where it asks. Nothing on a
card comes from the clock, and its name from its words: a changed card has another address, since
previews are kept for long elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass
from hashlib import blake2b

from newsroom.catalogue import Words
from newsroom.planning.output import Output
from newsroom.planning.places import Places, output_path
from newsroom.planning.views.standing import ShareCardView
from newsroom.records import Article, Campaign, Section, SiteInfo, Unit
from vietnamese import format_date

WIDTH, HEIGHT = 1200, 630
RECIPE = "card-1"
"""How cards are drawn: another way must get another name."""


@dataclass(frozen=True, slots=True)
class ShareCard:
    """A card's whole address, and what it says for those who do not see it."""

    address: str
    alt: str


class ShareCards:
    """The cards of a site, each made once."""

    def __init__(self, info: SiteInfo, places: Places, words: Mapping[str, Words]) -> None:
        self._info = info
        self._places = places
        self._words = words
        self._made: dict[tuple[str, str], ShareCard] = {}
        self._outputs: dict[str, Output] = {}

    def of_site(self) -> ShareCard:
        """The card of every page that has no other."""
        info = self._info
        return self._card("trang", "", title=info.name, note=info.tagline, site_name="")

    def of_section(self, section: Section) -> ShareCard:
        """The card of a section, its articles without a photo, and its list."""
        return self._card(
            "chuyen-muc", section.id, title=section.name, label=self._vi("article.section")
        )

    def of_campaign(self, campaign: Campaign) -> ShareCard:
        """The card of a campaign and its news, in its own colours."""
        return self._card(
            "phong-trao",
            campaign.id,
            title=campaign.name,
            label=self._vi("nav.campaigns"),
            note=self._period(campaign),
            palette=campaign.palette or "",
        )

    def of_unit(self, unit: Unit) -> ShareCard:
        """The card of a unit and its news."""
        return self._card(
            "don-vi", unit.id, title=unit.name, label=self._vi(f"unit.kind.{unit.kind}")
        )

    def of_article(self, article: Article, section: Section | None) -> ShareCard:
        """The article's own card where it asks for one; else its section's, or the site's where
        the article is in another language than the section's name."""
        if article.share_card:
            return self._card(
                "tin",
                article.id,
                title=article.title,
                label=section.name if section else "",
                note=format_date(article.date, "date"),
            )
        if section and article.language == "vi":
            return self.of_section(section)
        return self.of_site()

    def outputs(self) -> Iterator[Output]:
        """Every card that a page names."""
        yield from self._outputs.values()

    def _period(self, campaign: Campaign) -> str:
        start, end = (
            format_date(day, "date") if day else "" for day in (campaign.start, campaign.end)
        )
        if start and end:
            return f"{start} – {end}"
        if start:
            return self._words["vi"]("date.from", date=start)
        return self._words["vi"]("date.to", date=end) if end else ""

    def _vi(self, label: str) -> str:
        return self._words["vi"](label)

    def _card(self, kind: str, id: str, *, title: str, **words: str) -> ShareCard:
        if (kind, id) not in self._made:
            given = {"site_name": self._info.name} | words
            view = ShareCardView(title=title, owner=self._info.owner, recipe=RECIPE, **given)
            address = f"/anh/the-{kind}{'-' if id else ''}{id}-{_digest(view)}.png"
            self._outputs[address] = Output(
                path=output_path(address), renderer="share_card", view=view
            )
            alt = ". ".join(filter(None, (view.label, title, view.site_name)))
            self._made[kind, id] = ShareCard(self._places.whole(address), alt)
        return self._made[kind, id]


def _digest(view: ShareCardView) -> str:
    return blake2b("\0".join(astuple(view)).encode(), digest_size=4).hexdigest()
