"""What a page is, in; its JSON-LD out: one @graph, safe inside a script element.

Vocabulary: schema.org. Every address is whole, so that a node means the same wherever it is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from newsroom.planning.places import Places
from newsroom.planning.views.shared import Link
from newsroom.records import Article, Event, SiteInfo, Unit
from newsroom.records.values import Moment

Node = Mapping[str, object]


def graph(nodes: Sequence[Node]) -> bytes:
    """The nodes as one @graph; `<` is escaped, since a script element would end at `</script`.

    In UTF-8, as it is written: as text a hundred thousand of them would take twice the memory.
    """
    if not nodes:
        return b""
    whole = {"@context": "https://schema.org", "@graph": nodes}
    return msgspec.json.encode(whole).replace(b"<", b"\\u003c")


class Trails:
    """Ways to pages. The same few ways lead to all of them, so each is spelled once."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._spelled: dict[tuple[Link, ...], tuple[msgspec.Raw, ...]] = {}

    def to(self, crumbs: tuple[Link, ...], title: str, canonical: str) -> Node:
        """The way from home to the page, the page itself last."""
        if crumbs not in self._spelled:
            self._spelled[crumbs] = tuple(self._spell(crumbs))
        steps = self._spelled[crumbs]
        page = _step(len(steps) + 1, title, canonical)
        return {"@type": "BreadcrumbList", "itemListElement": [*steps, page]}

    def _spell(self, crumbs: tuple[Link, ...]) -> Iterator[msgspec.Raw]:
        for place, crumb in enumerate(crumbs, 1):
            yield _spelled(_step(place, crumb.text, self._places.absolute(crumb.href)))


def _step(place: int, name: str, item: str) -> Node:
    return {"@type": "ListItem", "position": place, "name": name, "item": item}


def _spelled(node: Node) -> msgspec.Raw:
    return msgspec.Raw(msgspec.json.encode(node))


def web_site(places: Places, owner: msgspec.Raw, info: SiteInfo) -> Node:
    """The site itself, for its home page."""
    home = places.whole("/")
    return {
        "@type": "WebSite",
        "@id": f"{home}#site",
        "url": home,
        "name": info.name,
        "inLanguage": "vi",
        "publisher": owner,
    }


def news_article(
    owner: msgspec.Raw,
    article: Article,
    canonical: str,
    *,
    images: tuple[str, ...],
    modified: Moment,
) -> Node:
    """An article; `images` are whole addresses, the same picture in several shapes."""
    published = _iso(article.date)
    node: dict[str, object] = {
        "@type": "NewsArticle",
        "@id": f"{canonical}#article",
        "headline": article.title,
        "datePublished": published,
        "dateModified": published if modified is article.date else _iso(modified),
        "inLanguage": article.language,
        "image": images,
        "mainEntityOfPage": canonical,
        "publisher": owner,
        "author": _author(owner, article),
    }
    if description := article.summary or article.made_summary:
        node["description"] = description
    return node


ORGANIZATIONS = {
    "party": "GovernmentOrganization",
    "government": "GovernmentOrganization",
    "commune": "GovernmentOrganization",
    "armed_force": "GovernmentOrganization",
    "school": "EducationalOrganization",
    "health": "MedicalOrganization",
    "enterprise": "Corporation",
}
"""What schema.org calls a unit, by its kind; any other is an Organization."""


def organization(unit: Unit, canonical: str, parent: str) -> Node:
    """A unit; `parent` is the whole address of the unit above it, or nothing."""
    given = {
        "alternateName": unit.short_name,
        "telephone": unit.phone,
        "email": unit.email,
        "address": unit.address,
        "sameAs": unit.website,
        "foundingDate": _iso(unit.founded) if unit.founded else "",
        "dissolutionDate": _iso(unit.ended) if unit.ended else "",
    }
    node: dict[str, object] = {
        "@type": ORGANIZATIONS.get(unit.kind, "Organization"),
        "@id": f"{canonical}#unit",
        "url": canonical,
        "name": unit.name,
    }
    node |= {key: value for key, value in given.items() if value}
    if parent:
        node["parentOrganization"] = {"@id": f"{parent}#unit"}
    return node


def happening(owner: msgspec.Raw, event: Event, canonical: str) -> Node:
    """An event with a venue: its name, when and where."""
    node: dict[str, object] = {
        "@type": "Event",
        "@id": f"{canonical}#event",
        "url": canonical,
        "name": event.title,
        "startDate": _iso(event.start),
        "location": {"@type": "Place", "name": event.venue, "address": event.venue},
        "organizer": owner,
    }
    if event.end:
        node["endDate"] = _iso(event.end)
    return node


def data_catalogue(
    owner: msgspec.Raw,
    info: SiteInfo,
    canonical: str,
    tables: Sequence[tuple[str, str, str, Mapping[str, str]]],
) -> Node:
    """Open data: of each table its name, what it is, its name in addresses, and the whole address
    of each of its files by media type."""
    return {
        "@type": "DataCatalog",
        "@id": f"{canonical}#data",
        "url": canonical,
        "name": info.name,
        "publisher": owner,
        "dataset": [_dataset(owner, info, canonical, *table) for table in tables],
    }


def _dataset(
    owner: msgspec.Raw,
    info: SiteInfo,
    canonical: str,
    name: str,
    text: str,
    id: str,
    files: Mapping[str, str],
) -> Node:
    node: dict[str, object] = {
        "@type": "Dataset",
        "@id": f"{canonical}#{id}",
        "url": canonical,
        "name": f"{name} – {info.name}",
        "description": text,
        "inLanguage": "vi",
        "isAccessibleForFree": True,
        "creator": owner,
        "includedInDataCatalog": {"@id": f"{canonical}#data"},
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": form, "contentUrl": address}
            for form, address in files.items()
        ],
    }
    if info.licence:
        node["license"] = licence_of(info.licence)
    return node


def licence_of(licence: str) -> str | Node:
    """A licence by its address, or by its words."""
    is_address = licence.startswith(("https://", "http://"))
    return licence if is_address else {"@type": "CreativeWork", "name": licence}


def owner_of(places: Places, info: SiteInfo) -> msgspec.Raw:
    """The agency whose site it is, spelled once for all the nodes that name it."""
    home = places.whole("/")
    return _spelled(
        {
            "@type": "GovernmentOrganization",
            "@id": f"{home}#owner",
            "name": info.owner,
            "url": home,
        }
    )


def _author(owner: msgspec.Raw, article: Article) -> Node | msgspec.Raw:
    if article.byline:
        return {"@type": "Person", "name": article.byline}
    if article.source and article.source.name:
        return {"@type": "Organization", "name": article.source.name}
    return owner


def _iso(moment: Moment) -> str:
    return moment.isoformat()
