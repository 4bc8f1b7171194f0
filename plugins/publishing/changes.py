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
from publishing.manifest import Difference, Manifest, compare
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

    @property
    def difference(self) -> Difference:
        """What the newer one changes in the older."""
        return compare(self.before, self.after)


@dataclass(frozen=True, slots=True)
class TextChange:
    """What a reader of a page would see differ."""

    path: str
    lines: tuple[str, ...]
    """Each begins with - or +, as in a unified diff without its context."""
    more: int
    """How many lines are left out."""


def tell_changes(change: Change, words: Words) -> Iterator[str]:
    """Each file that would be new, changed or gone, with the reason; for changed pages, the lines
    of text that differ."""
    if not change.difference:
        yield words("rehearsal.nothing")
        return
    for name, paths in groups(change):
        for path in paths[:MOST_LISTED]:
            yield words(f"rehearsal.{name}", path=path, why=why(change, path, words))
        if len(paths) > MOST_LISTED:
            yield words("rehearsal.more", number=format_number(len(paths) - MOST_LISTED))
    for text in text_changes(change):
        yield f"  /{text.path.removesuffix('index.html')}"
        yield from (f"    {line[0]} {line[1:]}" for line in text.lines)
        if text.more:
            yield f"    … +{text.more}"
    yield total(change, words)


def groups(change: Change) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What is new, changed and gone, in this order."""
    difference = change.difference
    yield "new", difference.new
    yield "changed", difference.changed
    yield "gone", difference.gone


def total(change: Change, words: Words) -> str:
    """How much it is, in one line."""
    difference, files = change.difference, change.after.files
    sent = sum(files[path].size for path in (*difference.new, *difference.changed))
    counts = {name: format_number(len(paths)) for name, paths in groups(change)}
    return words("rehearsal.total", **counts, bytes=format_number(sent))


def why(change: Change, path: str, words: Words) -> str:
    """The kind of a file in words, and the content file behind it."""
    before = change.before.files if change.before else {}
    entry = change.after.files.get(path) or before[path]
    id = f"kind.{entry.kind.removeprefix('page:')}"
    kind = (
        words(id) if id in words else words("kind.page" if path.endswith(".html") else "kind.file")
    )
    if entry.age:
        return words("why.waiting", kind=kind)
    return words("why.source", kind=kind, source=entry.source) if entry.source else kind


def text_changes(change: Change) -> Iterator[TextChange]:
    """The first changed pages whose text differs."""
    pages = [path for path in change.difference.changed if path.endswith(".html")][:MOST_DIFFS]
    if not pages:
        return
    with tempfile.TemporaryDirectory() as folder:
        change.fetch(pages, Path(folder))
        for path in pages:
            old = Path(folder, path)
            if old.is_file() and (lines := _differing(old, change.built / path)):
                yield TextChange(path, lines[:MOST_LINES], max(0, len(lines) - MOST_LINES))


def _differing(old: Path, new: Path) -> tuple[str, ...]:
    before, after = (
        visible_text(each.read_text("utf-8", errors="replace")) for each in (old, new)
    )
    return tuple(
        line
        for line in unified_diff(before, after, n=0, lineterm="")
        if line[0] in "+-" and line[:3] not in ("+++", "---")
    )


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
