"""Soundness: a built site in; what machines that read it would stumble over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from publishing.refusals import Candidate, Refusal, refuse
from publishing.tables import hashes

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
MAIN_FEED, MAIN_SITEMAP = "feed.atom", "sitemap.xml"
MOST_URLS = 50_000
"""Sitemaps protocol 0.9: the most that one file may hold."""
_MOMENT = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?)?)?")
_HASH = re.compile(r"'(sha256-[A-Za-z0-9+/_-]+=*)'")


def unsound(site: Candidate) -> Iterator[Refusal]:
    """Feeds, sitemaps and linked data that are not what their standard says, the main ones empty;
    and inline blocks that the content security policy would stop."""
    for name, id in ((MAIN_FEED, "refused.no_feed"), (MAIN_SITEMAP, "refused.no_sitemap")):
        if name not in site.files:
            yield refuse(id)
    for path in sorted(site.files):
        if path.endswith(".atom"):
            yield from _feed(path, site.built / path)
        elif path.split("/")[-1].startswith("sitemap") and path.endswith(".xml"):
            yield from _sitemap(path, site.built / path)
    for path, page in site.pages.items():
        for wrong in page.wrong_data:
            yield refuse("refused.json_ld", page=path, error=wrong)
    yield from _stopped_by_policy(site)


def _feed(path: str, file: Path) -> Iterator[Refusal]:
    """RFC 4287, 4.1.1 and 4.1.2: what a feed and its entries must have."""
    feed = _root(file)
    if feed is None:
        return
    entries = feed.findall(f"{ATOM}entry")
    if feed.tag != f"{ATOM}feed":
        yield refuse("refused.feed", page=path, error=f"<{feed.tag.rpartition('}')[2]}>")
    for element in (feed, *entries):
        for name in ("id", "title", "updated"):
            if not (element.findtext(f"{ATOM}{name}") or "").strip():
                yield refuse("refused.feed", page=path, error=f"<{name}>")
        updated = element.findtext(f"{ATOM}updated") or ""
        if updated and not ("T" in updated and _MOMENT.fullmatch(updated.strip())):
            yield refuse("refused.feed", page=path, error=f"<updated> {updated}")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    if len(ids) != len(set(ids)):
        yield refuse("refused.feed", page=path, error="<id> ×2")
    if path == MAIN_FEED and not entries:
        yield refuse("refused.no_feed")


def _sitemap(path: str, file: Path) -> Iterator[Refusal]:
    """The sitemaps protocol, 0.9; where its addresses lead is the link check's question."""
    root = _root(file)
    if root is None:
        return
    if root.tag not in (f"{SITEMAP}urlset", f"{SITEMAP}sitemapindex"):
        yield refuse("refused.sitemap", page=path, error=f"<{root.tag.rpartition('}')[2]}>")
        return
    if not 0 < len(root) <= MOST_URLS:
        yield refuse("refused.sitemap", page=path, error=f"{len(root)} <url>")
    for element in root:
        if not (element.findtext(f"{SITEMAP}loc") or "").startswith(("https://", "http://")):
            yield refuse("refused.sitemap", page=path, error="<loc>")
        changed = element.findtext(f"{SITEMAP}lastmod")
        if changed is not None and not _MOMENT.fullmatch(changed.strip()):
            yield refuse("refused.sitemap", page=path, error=f"<lastmod> {changed}")


def _root(file: Path) -> ET.Element | None:
    """None where the file is not well-formed, which the link check says."""
    try:
        return ET.fromstring(file.read_bytes())  # noqa: S314 - our own build wrote it
    except ET.ParseError:
        return None


def _stopped_by_policy(site: Candidate) -> Iterator[Refusal]:
    for path, page in site.pages.items():
        if not path.endswith(".html"):
            continue
        own = set(hashes(page.styles | page.scripts))
        if site.planned is not None and own - site.planned:
            yield refuse("refused.policy", page=path)
        if page.policy and own - set(_HASH.findall(page.policy)):
            yield refuse("refused.own_policy", page=path)
        for name in page.inline:
            yield refuse("refused.inline", page=path, name=name)
