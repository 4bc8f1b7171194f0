"""The plan in the making: what every planner is given, and where it puts its outputs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from newsroom.catalogue import Words
from newsroom.linking.site import Site
from newsroom.planning.attachments import Attachments
from newsroom.planning.award_places import AwardPlaces
from newsroom.planning.cards import Cards
from newsroom.planning.chrome import Frames
from newsroom.planning.graphs import Node, Trails, graph, owner_of
from newsroom.planning.links import Links
from newsroom.planning.listings import Sheet
from newsroom.planning.output import Output, Renderer
from newsroom.planning.photos import Photos
from newsroom.planning.places import Places, output_path
from newsroom.planning.prose import Proses
from newsroom.planning.runs import run_of
from newsroom.planning.share_cards import HEIGHT, WIDTH, ShareCard, ShareCards
from newsroom.planning.views.campaigns import CampaignRun
from newsroom.planning.views.page import Alternate, Head, PageView
from newsroom.planning.views.shared import Link, Picture
from newsroom.records import Campaign
from newsroom.records.values import Language, Moment
from vietnamese import slug

LARGE = 600
"""A photo narrower than this shows small in previews (Facebook, sharing best practices)."""


@dataclass(slots=True, kw_only=True)
class About:
    """What a page is: for its head, its place in the menu, and the way to it. Not frozen: it lives
    for one call, and a frozen one takes four times as long to make."""

    title: str
    description: str
    language: Language = "vi"
    current: tuple[str, ...] = ()
    """The menu items it may belong to, the nearest first."""
    crumbs: tuple[Link, ...] = ()
    """From home to the parent; without them the page stands alone."""
    robots: str = ""
    kind: str = "website"
    picture: Picture | None = None
    card: ShareCard | None = None
    """What previews elsewhere show, whatever picture the page has."""
    spare_card: ShareCard | None = None
    """What they show where the page has no picture that is large enough; else the site's."""
    published: Moment | None = None
    modified: Moment | None = None
    alternates: tuple[Alternate, ...] = ()
    node: Callable[[str], Node | tuple[Node, ...]] | None = None
    """What the page is about, for machines, made from its whole address."""
    source: str = ""
    """The content file the page exists for."""


class Draft:
    """A plan in the making. Everything that several pages show is made here once."""

    def __init__(self, site: Site, places: Places, words: Mapping[str, Words]) -> None:
        records = site.records
        self.site = site
        self.places = places
        self.words = words["vi"]
        self.words_of = words
        self.links = Links(site, places)
        self.photos = Photos(records.photos, places)
        self.attachments = Attachments(records.files, places)
        self.award_address = AwardPlaces(site).address
        self.cards = Cards(site, places, self.links, self.photos, self.award_address)
        self.prose = Proses(site, places, self.photos, self.attachments, self.award_address).of
        self.frames = Frames(site, places, words, self.links, self.photos)
        self.owner = owner_of(places, site.info)
        self.share_cards = ShareCards(site.info, places, words)
        self.outputs: list[Output] = []
        self._trails = Trails(places)
        self._runs: dict[int, CampaignRun] = {}
        self._places: dict[tuple[str, str], Link] = {}
        self._tags: dict[str, Link] = {}
        self._standing: dict[str, Link | None] = {}

    def tag(self, tag: str) -> Link:
        """A tag leads to its list only where there is one: an expired article is in none."""
        if tag not in self._tags:
            name = slug(tag)
            listed = name in self.site.articles_by_tag()
            href = self.places.href(f"/tin/the/{name}/") if listed else ""
            self._tags[tag] = Link(text=tag, href=href)
        return self._tags[tag]

    def standing(self, id: str) -> Link | None:
        """A link to the campaign with its status, which the clock changes, as a note."""
        if id not in self._standing:
            self._standing[id] = self._noted(self.site.records.campaign.get(id))
        return self._standing[id]

    def _noted(self, campaign: Campaign | None) -> Link | None:
        if campaign is None:
            return None
        link = self.links.to(campaign)
        return Link(text=link.text, href=link.href, note=self.run(campaign).state)

    def run(self, campaign: Campaign) -> CampaignRun:
        """The campaign as lists show it."""
        run = self._runs.get(id(campaign))
        if run is None:
            run = self._runs[id(campaign)] = run_of(self.site, self.links, campaign)
        return run

    def page(self, address: str, template: str, view: object, about: About) -> None:
        """Plan a page at the address."""
        chrome, keys = self.frames.of(about.language)
        page = PageView(
            head=self._head(address, about),
            chrome=chrome,
            current=next((key for key in about.current if key in keys), ""),
            crumbs=about.crumbs,
            view=view,
        )
        self.file(address, "page", page, template=f"pages/{template}.html", source=about.source)

    def file(
        self,
        address: str,
        renderer: Renderer,
        view: object,
        *,
        template: str = "",
        source: str = "",
    ) -> None:
        """Plan a file at the address."""
        self.outputs.append(
            Output(
                path=output_path(address),
                renderer=renderer,
                template=template,
                view=view,
                source=source,
            )
        )

    def listed(
        self,
        sheet: Sheet[Any],
        template: str,
        view: object,
        title: str,
        description: str,
        current: str,
        parents: tuple[Link, ...] = (),
    ) -> None:
        """Plan one page of a list, numbered where it is."""
        own = sheet.address.partition("trang/")[0]
        about = About(
            title=self.numbered(title, sheet.number),
            description=description,
            current=(current,),
            crumbs=self.crumbs_to(sheet, title, own, parents),
        )
        self.page(sheet.address, template, view, about)

    def numbered(self, title: str, number: int | None) -> str:
        """The title of a page of a list: the list's own name at its own address."""
        return self.words("page.numbered", title=title, n=number) if number else title

    def crumbs_to(
        self, sheet: Sheet[Any], title: str, own: str, parents: tuple[Link, ...]
    ) -> tuple[Link, ...]:
        """The way to a page of a list; a numbered one stands under the list itself."""
        last = (Link(text=title, href=self.places.href(own)),) if sheet.number else ()
        return self.crumbs(*parents, *last)

    def crumbs(self, *more: Link, language: Language = "vi") -> tuple[Link, ...]:
        """The way from the home of that language."""
        return (self._homes[language], *more)

    def place(self, label: str, address: str) -> Link:
        """A link to a page of the site's own, by the label's catalogue id."""
        if (label, address) not in self._places:
            link = Link(text=self.words(label), href=self.places.href(address))
            self._places[label, address] = link
        return self._places[label, address]

    def feed(self, address: str, title: str) -> Alternate:
        """The feed at the address, for the heads of the pages it follows."""
        return Alternate(href=self.places.whole(address), type="application/atom+xml", title=title)

    @cached_property
    def _homes(self) -> dict[Language, Link]:
        """The link to the home of each language."""
        addresses: dict[Language, str] = {"vi": "/", "en": "/en/"}
        return {
            language: Link(
                text=self.words_of[language]("nav.home"), href=self.places.href(address)
            )
            for language, address in addresses.items()
        }

    def _head(self, address: str, about: About) -> Head:
        image, width, height, alt = self._preview(about)
        canonical = self.places.whole(address)
        return Head(
            title=about.title,
            description=about.description,
            canonical=canonical,
            robots=about.robots,
            kind=about.kind,
            image=image,
            image_width=width,
            image_height=height,
            image_alt=alt,
            published=about.published,
            modified=about.modified,
            alternates=about.alternates,
            graph=graph(tuple(self._nodes(canonical, about))),
        )

    def _preview(self, about: About) -> tuple[str, int, int, str]:
        """The whole address, width, height and words of the picture that previews show."""
        if about.card is None and about.picture and about.picture.width >= LARGE:
            shown = about.picture.renditions[-1]
            return (
                self.places.absolute(shown.href), shown.width, shown.height, about.picture.alt,
            )  # fmt: skip
        card = about.card or about.spare_card or self.share_cards.of_site()
        return card.address, WIDTH, HEIGHT, card.alt

    def _nodes(self, canonical: str, about: About) -> Iterable[Node]:
        if about.node:
            found = about.node(canonical)
            yield from found if isinstance(found, tuple) else (found,)
        if about.crumbs:
            yield self._trails.to(about.crumbs, about.title, canonical)
