"""Worse: a built site and what is live in; in what the new one is less than the old."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from publishing.annex import KIND
from publishing.manifest import Entry
from publishing.refusals import Candidate, Refusal, refuse

LEAST_SHARE = 0.9
"""The share of live pages that must still be there."""
MOST_GROWTH = 2
"""How many times its size a site may become at once."""
SMALL = 5_000_000
"""Bytes: below it a site may double, for its first photos do that."""
LEAST_CAP, CAP_SHARE = 100, 0.1
RECORDS = frozenset(
    f"page:{name}"
    for name in ("article", "withdrawn", "campaign", "unit", "bloc", "document", "event", "page")
) | {"redirect"}
"""Kinds of pages that people link to: each leaves a stub behind when its record goes."""


def worse(site: Candidate) -> Iterator[Refusal]:
    """Fewer pages, addresses gone without alias or withdrawal, double the size, many files to
    delete. Nothing where nothing is live. The annex may come and go."""
    if site.live is None:
        return
    before, after = (
        {path: entry for path, entry in files.items() if entry.kind != KIND}
        for files in (site.live.used, site.entries)
    )
    yield from _fewer_pages(before, after)
    for path in sorted(before.keys() - after.keys()):
        entry = before[path]
        if entry.kind in RECORDS and entry.source:
            yield refuse("refused.gone", path=_address(path), source=entry.source)
    yield from _size(before, after)
    yield from _deletions(site, before, after)


def _fewer_pages(before: Mapping[str, Entry], after: Mapping[str, Entry]) -> Iterator[Refusal]:
    old, new = (sum(path.endswith(".html") for path in files) for files in (before, after))
    if new < old * LEAST_SHARE:
        yield refuse("refused.fewer", old=old, new=new)


def _size(before: Mapping[str, Entry], after: Mapping[str, Entry]) -> Iterator[Refusal]:
    old, new = (sum(entry.size for entry in files.values()) for files in (before, after))
    if new > max(old * MOST_GROWTH, SMALL) and old:
        yield refuse("refused.grown", old=old, new=new)


def _deletions(
    site: Candidate, before: Mapping[str, Entry], after: Mapping[str, Entry]
) -> Iterator[Refusal]:
    gone = len(before.keys() - after.keys())
    most = site.most_deletions or max(LEAST_CAP, int(len(before) * CAP_SHARE))
    if gone > most:
        yield refuse("refused.deletions", number=gone, most=most)


def _address(path: str) -> str:
    return "/" + path.removesuffix("index.html")
