"""Planned pages in; sitemaps out: an index, one for each month of articles, one for all else.

Format: sitemaps.org, 50,000 addresses a file. A day of change is given only where the content says
one, since a date that changes with every build is no longer believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsroom.planning.output import Output
from newsroom.planning.places import Places, output_path
from newsroom.planning.views.page import PageView
from newsroom.planning.views.standing import RedirectView, SitemapEntry, SitemapView
from newsroom.records.values import Moment, starts

INDEX = "/sitemap.xml"
_MONTH = re.compile(r"(?:en/)?tin/(\d{4})/(\d{2})/[^/]+/index\.html")
_NUMBERED = re.compile(r"/trang/\d+/index\.html$")


def sitemaps(outputs: Iterable[Output], places: Places) -> tuple[Output, ...]:
    """The index and its parts, for the pages that may be found by searching."""
    parts: dict[str, list[SitemapEntry]] = {}
    for output in outputs:
        for entry in _entry(output):
            parts.setdefault(_part(output.path), []).append(entry)
    files = {name: tuple(sorted(parts[name], key=_by_address)) for name in sorted(parts)}
    index = tuple(
        SitemapEntry(href=places.whole(name), changed=_latest(entries))
        for name, entries in files.items()
    )
    return (
        _output(INDEX, "feeds/sitemap_index.xml", index),
        *(_output(name, "feeds/sitemap.xml", entries) for name, entries in files.items()),
    )


def _part(path: str) -> str:
    found = _MONTH.fullmatch(path)
    return f"/sitemap-{found[1]}-{found[2]}.xml" if found else "/sitemap-pages.xml"


def _entry(output: Output) -> Iterator[SitemapEntry]:
    """Numbered pages are left out: every item of theirs is here itself."""
    page = output.view
    if not isinstance(page, PageView) or isinstance(page.view, RedirectView):
        return
    if "noindex" in page.head.robots or _is_numbered(output.path):
        return
    changed = page.head.modified or page.head.published
    yield SitemapEntry(href=page.head.canonical, changed=changed)


def _is_numbered(path: str) -> bool:
    return "/trang/" in path and bool(_NUMBERED.search(path))


def _by_address(entry: SitemapEntry) -> str:
    return entry.href


def _latest(entries: Iterable[SitemapEntry]) -> Moment | None:
    return max((each.changed for each in entries if each.changed), key=starts, default=None)


def _output(address: str, template: str, entries: tuple[SitemapEntry, ...]) -> Output:
    view = SitemapView(entries=entries)
    return Output(path=output_path(address), renderer="feed", template=template, view=view)
