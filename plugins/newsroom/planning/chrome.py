"""Site in; what stands around every page of one language out. Nothing here comes from articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newsroom.catalogue import Words
from newsroom.linking.site import Site
from newsroom.planning.links import Links
from newsroom.planning.photos import Photos
from newsroom.planning.places import Places
from newsroom.planning.views.page import Chrome, Colophon, MenuItem
from newsroom.planning.views.shared import Link
from newsroom.records import RECORD_KINDS
from newsroom.records.parts import NamedLink
from newsroom.records.site import NavigationItem
from newsroom.records.values import Language

KNOWN_PLACES = {
    "home": ("/", "nav.home"),
    "news": ("/tin/", "nav.news"),
    "campaigns": ("/phong-trao/", "nav.campaigns"),
    "blocs": ("/khoi/", "nav.blocs"),
    "units": ("/don-vi/", "nav.units"),
    "documents": ("/van-ban/", "nav.documents"),
    "awards": ("/khen-thuong/", "nav.awards"),
    "events": ("/lich/", "nav.events"),
    "search": ("/tim-kiem/", "nav.search"),
    "archive": ("/luu-tru/", "list.archive"),
    "data": ("/du-lieu/", "footer.open_data"),
    "feeds": ("/nguon-tin/", "page.feeds"),
    "corrections": ("/dinh-chinh/", "nav.corrections"),
    "sitemap": ("/so-do-trang/", "nav.sitemap"),
    "accessibility": ("/tro-nang/", "footer.accessibility"),
}
"""The site's own places: menu key, address, label."""
DEFAULT_MENU = (
    "home",
    "news",
    "campaigns",
    "blocs",
    "units",
    "documents",
    "awards",
    "events",
    "search",
)
TOOLS = ("data", "feeds", "archive", "corrections", "sitemap", "accessibility")
_KEY_AT = {address: key for key, (address, _) in KNOWN_PLACES.items()}


class Frames:
    """The chrome of each language, made once, with the keys of its menu."""

    def __init__(
        self, site: Site, places: Places, words: Mapping[str, Words], links: Links, photos: Photos
    ) -> None:
        self._site = site
        self._places = places
        self._words = words
        self._links = links
        self._photos = photos
        self._made: dict[str, tuple[Chrome, frozenset[str]]] = {}

    def of(self, language: Language) -> tuple[Chrome, frozenset[str]]:
        """The chrome of pages in that language, and the keys of its menu."""
        if language not in self._made:
            menu = tuple(self._english_menu() if language == "en" else self._menu())
            chrome = self._chrome(language, menu)
            self._made[language] = chrome, frozenset(item.key for item in menu)
        return self._made[language]

    def _chrome(self, language: Language, menu: tuple[MenuItem, ...]) -> Chrome:
        info, href = self._site.info, self._places.href
        return Chrome(
            language=language,
            site_name=info.name,
            tagline=info.tagline,
            home=href("/" if language == "vi" else "/en/"),
            search=href("/tim-kiem/"),
            menu=menu,
            colophon=self._colophon(language),
            sample=info.sample,
            other_language=self._other(language),
        )

    def _menu(self) -> Iterator[MenuItem]:
        given = self._site.info.navigation
        if given:
            yield from (item for each in given if (item := self._given(each)))
        else:
            yield from (self._known(key) for key in DEFAULT_MENU if self._has(key))

    def _english_menu(self) -> Iterator[MenuItem]:
        home = self._places.href("/en/")
        yield MenuItem(key="home", text=self._words["en"]("nav.home"), href=home)
        for page in self._site.pages("en"):
            link = self._links.to(page)
            yield MenuItem(key=f"page:{page.id}", text=link.text, href=link.href)

    def _known(self, key: str, name: str = "") -> MenuItem:
        address, label = KNOWN_PLACES[key]
        text = name or self._words["vi"](label)
        return MenuItem(key=key, text=text, href=self._places.href(address))

    def _given(self, item: NavigationItem) -> MenuItem | None:
        """An item as site.yaml gives it: an address here, kind:id, or elsewhere on the web."""
        if item.url in _KEY_AT:
            return self._known(_KEY_AT[item.url], item.name)
        if item.url.startswith("/"):
            return self._inside(item)
        kind, _, id = item.url.partition(":")
        if kind not in RECORD_KINDS:
            return MenuItem(key=item.url, text=item.name or item.url, href=item.url)
        link = self._links.maybe(kind, id)
        if link is None:
            return None
        return MenuItem(key=item.url, text=item.name or link.text, href=link.href)

    def _inside(self, item: NavigationItem) -> MenuItem:
        """An address of a record bears its name, and its key: /gioi-thieu/ is page:gioi-thieu."""
        key, text = item.url, item.url
        for kind, record in self._site.records.all():
            if self._site.address(record) == item.url:
                key, text = f"{kind}:{record.id}", self._links.to(record).text
        return MenuItem(key=key, text=item.name or text, href=self._places.href(item.url))

    def _has(self, key: str) -> bool:
        """Whether there is anything to show there: a kind without a record leaves the menu."""
        records = self._site.records
        held = {
            "news": bool(records.article) and bool(self._site.articles()),
            "campaigns": bool(records.campaign),
            "blocs": bool(records.bloc),
            "units": bool(records.unit),
            "documents": bool(records.document),
            "awards": bool(records.award),
            "events": bool(records.event),
        }
        return held.get(key, True)

    def _colophon(self, language: Language) -> Colophon:
        info, badge = self._site.info, self._site.info.trust_badge
        alt = self._words[language]("page.trust_badge")
        return Colophon(
            owner=info.owner,
            responsible=info.responsible,
            address=info.address,
            phone=info.phone,
            email=info.email,
            licence=info.licence,
            pages=tuple(map(self._links.to, self._site.pages(language))),
            tools=tuple(self._tools(language)),
            social=tuple(map(_outside, info.social)),
            links=tuple(map(_outside, info.links)),
            badge=self._photos.of_file(badge.image, alt=alt) if badge else None,
            badge_href=badge.url if badge else "",
        )

    def _tools(self, language: Language) -> Iterator[Link]:
        """Ways to look things up; pages in English say that these are in Vietnamese."""
        words = self._words[language]
        for key in TOOLS:
            address, label = KNOWN_PLACES[key]
            text = words(label)
            if language == "en":
                text = words("footer.in_vietnamese", name=text)
            yield Link(text=text, href=self._places.href(address))

    def _other(self, language: Language) -> Link | None:
        if not has_english(self._site):
            return None
        other = "en" if language == "vi" else "vi"
        href = self._places.href("/en/" if language == "vi" else "/")
        return Link(text=self._words[language](f"page.language.{other}"), href=href)


def has_english(site: Site) -> bool:
    """Whether the site has any record in English that may be shown."""
    return bool(site.pages("en")) or bool(site.articles("en"))


def _outside(link: NamedLink) -> Link:
    return Link(text=link.name, href=link.url)
