"""What every page shows around its content: its head, its menu, its colophon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsroom.planning.views.shared import Link, Picture
from newsroom.records.values import Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuItem:
    """One item of the menu; `key` is compared with the page's `current`."""

    key: str
    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Colophon:
    """Who answers for the site, in the same place on every page."""

    owner: str
    responsible: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    licence: str = ""
    pages: tuple[Link, ...] = ()
    """Standing pages of this site and of this language."""
    tools: tuple[Link, ...] = ()
    """Open data, feeds, archive, site map, accessibility."""
    social: tuple[Link, ...] = ()
    links: tuple[Link, ...] = ()
    badge: Picture | None = None
    badge_href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chrome:
    """What stands around every page of one language."""

    language: Literal["vi", "en"]
    site_name: str
    tagline: str
    home: str
    search: str
    menu: tuple[MenuItem, ...]
    colophon: Colophon
    sample: bool = False
    other_language: Link | None = None
    """The way into the other language, where the site has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """The same page in another form: a language (hreflang) or a feed (type)."""

    href: str
    hreflang: str = ""
    type: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the page says of itself to machines. Addresses here are whole (https://…)."""

    title: str
    """The page's own title; the theme adds the site's name."""
    description: str
    canonical: str
    robots: str = ""
    kind: str = "website"
    """Open Graph: website or article."""
    image: str = ""
    image_width: int = 0
    image_height: int = 0
    image_alt: str = ""
    published: Moment | None = None
    modified: Moment | None = None
    alternates: tuple[Alternate, ...] = ()
    graph: bytes = b""
    """JSON-LD, one @graph, as JSON in UTF-8."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """A whole page: its head, its frame, the way to it, and its content.

    Templates get these five as `head`, `chrome`, `current`, `crumbs` and `view`.
    """

    head: Head
    chrome: Chrome
    current: str = ""
    """The menu item it belongs to."""
    crumbs: tuple[Link, ...] = ()
    """From home to the parent, not the page itself."""
    view: object
    """The content: one of the classes of this package."""
