"""Looking at a live site from outside: its address in; what its sitemaps name out, as a manifest
of addresses alone. For hosts that keep nothing but the site itself (Pages)."""

from __future__ import annotations

import re
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from publishing.asking import ask
from publishing.manifest import About, Entry, Manifest, is_path
from publishing.soundness import MAIN_SITEMAP, SITEMAP

MOST_SITEMAPS = 1000
_RECORD = re.compile(
    r"(?:en/)?(?:tin/\d{4}/\d{2}/[^/]+|(?:phong-trao|don-vi|khoi|van-ban)/[^/]+)/index\.html"
)
"""The addresses of records (content-format.md, Addresses); lists stand elsewhere."""


def look(site: str) -> Manifest | None:
    """What the live site at this address says it has; None where it has no sitemap that can be
    read."""
    found: set[str] = set()
    waiting, seen = [MAIN_SITEMAP], 0
    while waiting and seen < MOST_SITEMAPS:
        root = _sitemap(site, waiting.pop())
        seen += 1
        if root is None:
            continue
        below = [path for path in _paths(root, site) if is_path(path)]
        if root.tag == f"{SITEMAP}sitemapindex":
            waiting += below
        else:
            found.update(below)
    if not found:
        return None
    entries = {
        path: Entry(digest="", size=0, kind=_kind(path), source="?") for path in sorted(found)
    }
    return Manifest(About(release="", made="", url=site), entries)


def _sitemap(site: str, path: str) -> ET.Element | None:
    answer = ask(site, path)
    if answer.status != 200 or b"<!DOCTYPE" in answer.body:
        return None
    try:
        return ET.fromstring(answer.body)  # noqa: S314 - no document type, so no entities
    except ET.ParseError:
        return None


def _paths(root: ET.Element, site: str) -> list[str]:
    base = site.rstrip("/") + "/"
    found = [(each.text or "").strip() for each in root.iter(f"{SITEMAP}loc")]
    paths = [unquote(each.removeprefix(base)) for each in found if each.startswith(base)]
    return [f"{path}index.html" if path.endswith("/") or not path else path for path in paths]


def _kind(path: str) -> str:
    return "page:article" if _RECORD.fullmatch(path) else "page:?"
