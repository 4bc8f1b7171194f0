"""The archive as a stock Pelican blog: its simple theme, its own readers, tags for all else."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from benchmarks.content import put, read_record
from benchmarks.peers import Command, remove

_SETTINGS = """\
PATH = "content"
OUTPUT_PATH = "output"
THEME = "simple"
SITEURL = "https://mau.example"
SITENAME = "Tin mẫu"
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "en"
DEFAULT_PAGINATION = 20
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)
FEED_MAX_ITEMS = 20
RSS_FEED_SUMMARY_ONLY = False
FEED_DOMAIN = SITEURL
FEED_ALL_ATOM = "feed.atom"
CATEGORY_FEED_ATOM = "category/{slug}/feed.atom"
TAG_FEED_ATOM = "tag/{slug}/feed.atom"
YEAR_ARCHIVE_SAVE_AS = "archive/{date:%Y}/index.html"
MONTH_ARCHIVE_SAVE_AS = "archive/{date:%Y}/{date:%m}/index.html"
ARTICLE_SAVE_AS = "{date:%Y}/{date:%m}/{slug}/index.html"
ARTICLE_URL = "{date:%Y}/{date:%m}/{slug}/"
"""


class PelicanSite:
    """Every build of it is a full one, so a few steps say all."""

    name = "Pelican"
    steps: frozenset[str] | None = frozenset({"cold", "nothing changed", "body"})
    whole = True

    def __init__(self, work: Path, content: Path) -> None:
        self.folder = work / "pelican"
        self.content = content
        self.output = self.folder / "output"
        self.base_template = self.folder / "pelicanconf.py"

    def prepare(self) -> None:
        """Write its settings file, and convert all articles."""
        put(self.folder / "pelicanconf.py", _SETTINGS)
        self.take_over(self.content.glob("articles/**/*.md"))

    def take_over(self, changed: Iterable[Path]) -> None:
        """Convert these articles; what is gone goes here too. It has no other kind of record."""
        for path in changed:
            if "articles" not in path.relative_to(self.content).parts:
                continue
            own = self.folder / "content" / path.name
            own.unlink(missing_ok=True)
            if path.exists():
                put(own, _article(path))

    def forget(self) -> None:
        """Remove the output; caching is off, as it comes."""
        remove(self.output)

    def build(self, now: str) -> Command:  # noqa: ARG002 - Pelican has no clock to set
        """Return Pelican's own command."""
        options = ("-s", "pelicanconf.py", "-o", str(self.output))
        return Command((sys.executable, "-m", "pelican", *options), self.folder, {})


def _article(path: Path) -> str:
    keys, body = read_record(path)
    tags = [*keys["tags"], *keys["campaigns"], *keys["units"], *keys["blocs"], *keys["documents"]]
    return (
        f"Title: {keys['title']}\nDate: {keys['date']}\nSlug: {path.stem}\n"
        f"Category: {keys['section']}\nTags: {', '.join(tags)}\nSummary: {keys['summary']}\n"
        f"\n{body}"
    )
