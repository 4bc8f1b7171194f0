"""The order of a release that goes file by file: paths in; turns out, each to be over before the
next begins, so that nobody meets a page before what it shows or leads to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from publishing.manifest import Entry
from publishing.tables import ending, is_lasting

PICTURES = frozenset(("jpg", "jpeg", "png", "avif", "webp", "gif", "ico", "svg"))
ANNOUNCING = frozenset(("xml", "atom", "json", "csv", "ics", "txt"))
HOME = "index.html"


def by_turn(
    paths: Iterable[str], files: Mapping[str, Entry], there: Collection[str]
) -> list[list[str]]:
    """Assets, pictures and documents, pages that are new, pages that change, feeds with sitemaps
    and data, the home page last. `there` are the paths that the live release has."""
    turns: dict[int, list[str]] = {}
    for path in sorted(paths):
        turns.setdefault(_turn(path, files[path], there), []).append(path)
    return [turns[number] for number in sorted(turns)]


def _turn(path: str, entry: Entry, there: Collection[str]) -> int:
    if path == HOME:
        return 6
    if ending(path) == "html":
        return 4 if path in there or entry.kind == "redirect" else 3
    if ending(path) in PICTURES:
        return 2
    if is_lasting(path) or ending(path) not in ANNOUNCING:
        return 1
    return 5
