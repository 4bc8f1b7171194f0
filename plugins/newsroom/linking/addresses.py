"""A record in, its address under the site out; and the first words of addresses that are taken."""

from __future__ import annotations

import re

from newsroom.records import (
    Article,
    Award,
    Bloc,
    Campaign,
    Document,
    Event,
    Page,
    Record,
    Section,
    Unit,
)
from newsroom.records.values import day_of

LISTS = {
    Section: "chuyen-muc",
    Campaign: "phong-trao",
    Unit: "don-vi",
    Bloc: "khoi",
    Document: "van-ban",
    Event: "lich",
    Award: "khen-thuong",
    Article: "tin",
}
"""The folder in which each kind has its addresses."""

FIXED = (
    "/",
    "/404.html",
    "/anh/",
    "/du-lieu/",
    "/en/",
    "/feed.atom",
    "/luu-tru/",
    "/nguon-tin/",
    "/robots.txt",
    "/sitemap.xml",
    "/so-do-trang/",
    "/static/",
    "/tep/",
    "/tim-kiem/",
    "/tro-nang/",
    "/dinh-chinh/",
    "/.well-known/",
    *(f"/{folder}/" for folder in LISTS.values()),
)
"""Addresses that the site has, or holds files under, whatever its records (content format,
"Addresses")."""

RESERVED = frozenset(address.strip("/") for address in FIXED) - {""}
"""What no page may be called, since its address would be the site's own."""

RESERVED_IN_ENGLISH = frozenset({"tin", "feed.atom"})
"""What no English page may be called: these stand under /en/ already."""


def address_of(record: Record) -> str:
    """Its address, with the slash at its end. Months are Vietnam's. Awards have none of their
    own."""
    if isinstance(record, Article):
        day = day_of(record.date)
        return f"{_root(record.language)}tin/{day.year:04}/{day.month:02}/{record.id}/"
    if isinstance(record, Page):
        return f"{_root(record.language)}{record.id}/"
    return f"/{LISTS[type(record)]}/{record.id}/"


def _root(language: str) -> str:
    return "/" if language == "vi" else f"/{language}/"


OURS = re.compile(
    r"/(?:anh|du-lieu|static|tep|\.well-known)/.*|/sitemap[^/]*\.xml/.*"
    r"|/(?:_headers|_redirects|_worker\.js|_routes\.json)/.*"
)
"""Where the build lays files whose names no record says, and what hosts of static sites read as
their own orders."""


def place_of_alias(alias: str) -> str:
    """Where the page of an alias would stand, as disks see it: two that differ in case, or of
    which one names the folder's index.html, are one."""
    folder = alias.removesuffix("index.html") if alias.endswith("/index.html") else alias
    return normal_alias(folder).lower()


def normal_alias(alias: str) -> str:
    """The alias as an address: a folder ends in a slash, a page of its own (…/x.html) does not."""
    return alias if alias.endswith(("/", ".html", ".htm")) else f"{alias}/"
