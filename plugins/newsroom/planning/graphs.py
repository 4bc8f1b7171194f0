"""What a page is, in; its JSON-LD out: one @graph, safe inside a script element.

Vocabulary: schema.org. Every address is whole, so that a node means the same wherever it is read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from newsroom.planning.places import Places
from newsroom.planning.views.shared import Link
from newsroom.records import Article, Event, SiteInfo, Unit
from newsroom.records.values import Moment

Node = Mapping[str, object]


def graph(nodes: Sequence[Node]) -> str:
    """The nodes as one @graph; `<` is escaped, since a script element would end at `</script`."""
    if not nodes:
        return ""
    whole = {"@context": "https://schema.org", "@graph": nodes}
    text = msgspec.json.encode(whole).decode()
    return text.replace("<", "\\u003c")


def breadcrumbs(places: Places, crumbs: Sequence[Link], title: str, canonical: str) -> Node:
    """The way from home to the page, the page itself last."""
    steps = [(crumb.text, places.absolute(crumb.href)) for crumb in crumbs]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": item}
            for place, (name, item) in enumerate([*steps, (title, canonical)], 1)
        ],
    }


def web_site(places: Places, info: SiteInfo) -> Node:
    """The site itself, for its home page."""
    home = places.whole("/")
    return {
        "@type": "WebSite",
        "@id": f"{home}#site",
        "url": home,
        "name": info.name,
        "inLanguage": "vi",
        "publisher": _owner(places, info),
    }


def news_article(
    places: Places,
    info: SiteInfo,
    article: Article,
    canonical: str,
    *,
    image: str,
    modified: Moment,
) -> Node:
    """An article; `image` is a whole address, or nothing."""
    node: dict[str, object] = {
        "@type": "NewsArticle",
        "@id": f"{canonical}#article",
        "headline": article.title,
        "datePublished": _iso(article.date),
        "dateModified": _iso(modified),
        "inLanguage": article.language,
        "mainEntityOfPage": canonical,
        "publisher": _owner(places, info),
        "author": _author(places, info, article),
    }
    if description := article.summary or article.made_summary:
        node["description"] = description
    if image:
        node["image"] = [image]
    return node


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
        "@type": "GovernmentOrganization",
        "@id": f"{canonical}#unit",
        "url": canonical,
        "name": unit.name,
    }
    node |= {key: value for key, value in given.items() if value}
    if parent:
        node["parentOrganization"] = {"@id": f"{parent}#unit"}
    return node


def happening(places: Places, info: SiteInfo, event: Event, canonical: str) -> Node:
    """An event: its name, when and where."""
    node: dict[str, object] = {
        "@type": "Event",
        "@id": f"{canonical}#event",
        "url": canonical,
        "name": event.title,
        "startDate": _iso(event.start),
        "organizer": _owner(places, info),
    }
    if event.end:
        node["endDate"] = _iso(event.end)
    if event.venue:
        node["location"] = {"@type": "Place", "name": event.venue, "address": event.venue}
    return node


def _owner(places: Places, info: SiteInfo) -> Node:
    home = places.whole("/")
    return {
        "@type": "GovernmentOrganization",
        "@id": f"{home}#owner",
        "name": info.owner,
        "url": home,
    }


def _author(places: Places, info: SiteInfo, article: Article) -> Node:
    if article.byline:
        return {"@type": "Person", "name": article.byline}
    if article.source and article.source.name:
        return {"@type": "Organization", "name": article.source.name}
    return _owner(places, info)


def _iso(moment: Moment) -> str:
    return moment.isoformat()
