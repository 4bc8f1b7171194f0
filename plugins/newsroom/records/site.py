"""The site itself, its sections and its standing pages."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.records.body import Body
from newsroom.records.parts import AllowPrivate, Contact, NamedLink, Photo
from newsroom.records.strict import Strict
from newsroom.records.values import (
    ContactAddress,
    Day,
    Flag,
    Language,
    PageId,
    PhotoPath,
    Place,
    SitePath,
    WebAddress,
    Whole,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Strict):
    """A section (chuyên mục): every article has one. A record without a body."""

    id: str
    file: str
    name: str
    order: Whole = 0
    description: str = ""
    aliases: tuple[SitePath, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Strict):
    """A standing page, such as Giới thiệu or Liên hệ."""

    id: str
    file: str
    title: str
    language: Language = "vi"
    counterpart: PageId | None = None
    order: Whole = 0
    summary: str = ""
    photo: Photo | None = None
    allow_private: AllowPrivate | None = None
    aliases: tuple[SitePath, ...] = ()
    body: Body


@dataclass(frozen=True, slots=True, kw_only=True)
class NavigationItem(Strict):
    """One item of the menu: a name and where it leads (`/dia-chi/`, `kind:id` or an https
    address).

    A bare text in `navigation` is read as the place alone; its name is then that of what it leads
    to.
    """

    url: Place
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustBadge(Strict):
    """The Tín nhiệm mạng label as a plain picture and link, never a script."""

    image: PhotoPath
    url: WebAddress


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityContact(Strict):
    """What security.txt says (RFC 9116)."""

    contact: ContactAddress
    expires: Day


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteInfo(Strict):
    """Name, owner and contact of the agency that answers for the site; the record in site.yaml."""

    id: str = "site"
    file: str
    name: str
    tagline: str = ""
    owner: str
    responsible: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    licence: str = ""
    navigation: tuple[NavigationItem, ...] = ()
    social: tuple[NamedLink, ...] = ()
    links: tuple[NamedLink, ...] = ()
    contacts: tuple[Contact, ...] = ()
    trust_badge: TrustBadge | None = None
    security: SecurityContact | None = None
    url: WebAddress = ""
    editorial_errors: tuple[str, ...] = ()
    """The codes of editorial warnings that this agency takes for errors; `all` is every one."""
    sample: Flag = False
    """Everything on this site is sample data: each page says so at its top."""
