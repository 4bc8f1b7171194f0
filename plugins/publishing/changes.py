"""A rehearsal: what is live and what would be in; in Vietnamese, what would change and why out."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import unified_diff
from html.parser import HTMLParser
from pathlib import Path

from newsroom.catalogue import Words
from publishing.manifest import Entry, Manifest, compare
from vietnamese import format_number

MOST_LISTED, MOST_DIFFS, MOST_LINES = 200, 20, 12
"""How many files are named, how many pages are shown by their text, and how many lines of each."""
SILENT = frozenset(("script", "style", "template", "head", "svg"))
BREAKS = re.compile(
    "address|article|aside|blockquote|br|caption|d[dlt]|div|fig(ure|caption)|footer|form|h[1-6r]|"
    "header|li|main|nav|[ou]l|option|p|pre|section|summary|table|t[dhr]"
)


@dataclass(frozen=True, slots=True)
class Change:
    """Two releases, the folder of the newer one's files, and how to get the older one's."""

    before: Manifest | None
    after: Manifest
    built: Path
    fetch: Callable[[Iterable[str], Path], None]


def tell_changes(change: Change, words: Words) -> Iterator[str]:
    """Each file that would be new, changed or gone, with the reason; for changed pages, the lines
    of text that differ."""
    difference = compare(change.before, change.after)
    if not difference:
        yield words("rehearsal.nothing")
        return
    before = change.before.files if change.before else {}
    for paths, id, entries in (
        (difference.new, "rehearsal.new", change.after.files),
        (difference.changed, "rehearsal.changed", change.after.files),
        (difference.gone, "rehearsal.gone", before),
    ):
        for path in paths[:MOST_LISTED]:
            yield words(id, path=path, why=_why(entries[path], path, words))
        if len(paths) > MOST_LISTED:
            yield words("rehearsal.more", number=format_number(len(paths) - MOST_LISTED))
    yield from _texts(change, difference.changed)
    yield words(
        "rehearsal.total",
        new=format_number(len(difference.new)),
        changed=format_number(len(difference.changed)),
        gone=format_number(len(difference.gone)),
        bytes=format_number(
            sum(change.after.files[p].size for p in (*difference.new, *difference.changed))
        ),
    )


def _why(entry: Entry, path: str, words: Words) -> str:
    """The kind in words, and the content file behind it."""
    id = f"kind.{entry.kind.removeprefix('page:')}"
    kind = (
        words(id) if id in words else words("kind.page" if path.endswith(".html") else "kind.file")
    )
    if entry.age:
        return words("why.waiting", kind=kind)
    return words("why.source", kind=kind, source=entry.source) if entry.source else kind


def _texts(change: Change, changed: Iterable[str]) -> Iterator[str]:
    pages = [path for path in changed if path.endswith(".html")][:MOST_DIFFS]
    if not pages:
        return
    with tempfile.TemporaryDirectory() as folder:
        change.fetch(pages, Path(folder))
        for path in pages:
            old = Path(folder, path)
            if old.is_file():
                yield from _text_of_change(path, old, change.built / path)


def _text_of_change(path: str, old: Path, new: Path) -> Iterator[str]:
    before, after = (
        visible_text(each.read_text("utf-8", errors="replace")) for each in (old, new)
    )
    lines = [
        line
        for line in unified_diff(before, after, n=0, lineterm="")
        if line[0] in "+-" and line[:3] not in ("+++", "---")
    ]
    if lines:
        yield f"  /{path.removesuffix('index.html')}"
    for line in lines[:MOST_LINES]:
        yield f"    {line[0]} {line[1:]}"
    if len(lines) > MOST_LINES:
        yield f"    … +{len(lines) - MOST_LINES}"


def visible_text(html: str) -> list[str]:
    """What a reader sees of a page, a block a line, spaces as one."""
    reader = _Text()
    reader.feed(html)
    reader.close()
    lines = ("".join(part).split() for part in reader.lines)
    return [" ".join(line) for line in lines if line]


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[list[str]] = [[]]
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in SILENT
        if BREAKS.fullmatch(tag):
            self.lines.append([])
        if tag == "img":
            self.lines[-1].append(f" [{dict(attrs).get('alt') or ''}] ")

    def handle_endtag(self, tag: str) -> None:
        self.silent = max(0, self.silent - (tag in SILENT))
        if BREAKS.fullmatch(tag):
            self.lines.append([])

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.lines[-1].append(data)
