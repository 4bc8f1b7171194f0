"""A page's HTML in; what its JSON-LD lacks, by our own list of required keys, out.

Sources: schema.org; Google's pages on Article, Breadcrumb, Dataset and Event structured data.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "NewsArticle": ("headline", "image", "datePublished", "dateModified", "author", "publisher",
                    "inLanguage", "mainEntityOfPage"),
    "BreadcrumbList": ("itemListElement",),
    "ListItem": ("position", "name", "item"),
    "GovernmentOrganization": ("name", "url"),
    "EducationalOrganization": ("name", "url"),
    "MedicalOrganization": ("name", "url"),
    "Corporation": ("name", "url"),
    "Organization": ("name",),
    "Person": ("name",),
    "Event": ("name", "startDate", "location"),
    "Place": ("name", "address"),
    "Dataset": ("name", "description", "creator", "distribution"),
    "DataDownload": ("encodingFormat", "contentUrl"),
    "DataCatalog": ("name", "dataset"),
    "CollectionPage": ("name", "about"),
    "Project": ("name",),
    "WebSite": ("name", "url"),
    "CreativeWork": ("name",),
}  # fmt: skip
"""By type, what a node must say; a type that is not here is unknown."""
ADDRESSES = ("@id", "url", "item", "mainEntityOfPage", "contentUrl", "sameAs")
DAYS = ("datePublished", "dateModified", "startDate", "endDate", "foundingDate")
_SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')


def faults_of(html: str) -> list[str]:
    """Everything that is wrong with the page's graph; nothing where it has none."""
    scripts = _SCRIPT.findall(html)
    if not scripts:
        return []
    if len(scripts) > 1:
        return ["more than one graph"]
    whole = json.loads(scripts[0])
    if set(whole) != {"@context", "@graph"} or whole["@context"] != "https://schema.org":
        return ["no @graph of schema.org"]
    canonical = _CANONICAL.search(html)
    return [*_wrong_in(whole["@graph"]), *_trail(whole["@graph"], canonical)]


def types_of(html: str) -> set[str]:
    """The types of the nodes at the top of the page's graph."""
    return {
        node["@type"] for script in _SCRIPT.findall(html) for node in json.loads(script)["@graph"]
    }


def _wrong_in(value: Any, inside: str = "") -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from _wrong_in(each, inside)
    elif isinstance(value, dict):
        yield from _wrong_node(value, inside)
        for key, each in value.items():
            yield from _wrong_in(each, key)


def _wrong_node(node: dict[str, Any], inside: str) -> Iterator[str]:
    kind = node.get("@type")
    if kind is None:
        if set(node) != {"@id"}:
            yield f"{inside}: a node without a type"
    elif kind not in REQUIRED:
        yield f"{kind}: unknown type"
    else:
        yield from (f"{kind}: no {key}" for key in REQUIRED[kind] if not node.get(key))
    yield from _wrong_values(str(kind), node)
    if kind == "Dataset" and not 50 <= len(node.get("description", "")) <= 5_000:
        yield "Dataset: a description of 50 to 5,000 characters"


def _wrong_values(kind: str, node: dict[str, Any]) -> Iterator[str]:
    images = node.get("image", ())
    for address in (*(node[key] for key in ADDRESSES if key in node), *images):
        if not str(address).startswith(("https://", "http://")):
            yield f"{kind}: {address} is no whole address"
    for key in DAYS:
        if key in node and not _is_moment(node[key]):
            yield f"{kind}: {key} is {node[key]}"


def _is_moment(text: str) -> bool:
    """A day, or a moment that says how far from UTC."""
    try:
        if len(text) == len("2026-11-22"):
            return bool(date.fromisoformat(text))
        return datetime.fromisoformat(text).utcoffset() is not None
    except ValueError:
        return False


def _trail(nodes: list[dict[str, Any]], canonical: re.Match[str] | None) -> Iterator[str]:
    for trail in (node for node in nodes if node.get("@type") == "BreadcrumbList"):
        steps = trail.get("itemListElement") or [{}]
        if [step.get("position") for step in steps] != [*range(1, len(steps) + 1)]:
            yield "BreadcrumbList: positions do not count from 1"
        if canonical is None or steps[-1].get("item") != canonical[1]:
            yield "BreadcrumbList: does not end at the page itself"
