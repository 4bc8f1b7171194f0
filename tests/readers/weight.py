"""A page's bytes in; what it weighs, loads and runs out."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

from publishing.pages import read_page

_ARTICLE = re.compile(r"tin/\d{4}/\d\d/")
_SEARCH = "tim-kiem/"
LONG = 6_000
"""Characters of text above which an article may weigh what other pages may."""


@dataclass(frozen=True)
class Limits:
    """What a page may weigh, in bytes of gzip. One flight of a new TCP connection is 14,600."""

    article: int = 10_000
    page: int = 14_000
    style: int = 5_000
    script: int = 500
    """Of the one snippet behind the buttons for printing and copying; plain, not packed."""
    scripts_of_search: int = 5_000


@dataclass
class Weighed:
    """What one page is made of."""

    path: str
    gzip: int
    characters: int = 0
    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    script_files: bool = False
    inline_styles: int = 0
    handlers: int = 0
    loaded: list[str] = field(default_factory=list)
    """Addresses of everything that a browser would fetch to show it."""
    languages: set[str] = field(default_factory=set)
    lang: str = ""

    @property
    def is_article(self) -> bool:
        return bool(_ARTICLE.search(self.path))

    def limit(self, limits: Limits) -> int:
        """What this page may weigh."""
        short = self.is_article and self.characters <= LONG
        return limits.article if short else limits.page


def pages_of(output: Path) -> list[Weighed]:
    """Every page of a built site but redirect stubs."""
    found = []
    for file in sorted(output.rglob("*.html")):
        html = file.read_bytes()
        if b'http-equiv="refresh"' not in html:
            found.append(weigh(file.relative_to(output).as_posix(), html))
    return found


def weigh(path: str, html: bytes) -> Weighed:
    """Read one page."""
    text = html.decode()
    read = read_page(text)
    seen = _Reader(Weighed(path, packed(html)))
    seen.feed(text)
    seen.close()
    page = seen.page
    page.styles, page.scripts = tuple(read.styles), tuple(read.scripts)
    page.script_files = read.script_files
    for style in page.styles:
        page.loaded += re.findall(r"""(?:url\(|@import)\s*["']?([^"')\s;]+)""", style)
    return page


def packed(content: bytes) -> int:
    """Bytes after gzip at its strongest, as hosts send it."""
    return len(gzip.compress(content, 9, mtime=0))


def faults(page: Weighed, style: str, limits: Limits) -> Iterator[str]:
    """Every reason why a page is heavier or less safe than it may be."""
    if page.gzip > page.limit(limits):
        yield f"{page.gzip} bytes, more than {page.limit(limits)}"
    if page.styles != (style,):
        yield "not the one style block of all pages"
    if page.inline_styles:
        yield "style="
    if page.handlers:
        yield "an inline handler"
    if foreign := [each for each in page.loaded if urlsplit(each).netloc]:
        yield f"loads from elsewhere: {foreign}"
    if not page.lang:
        yield "no language"
    if not page.path.startswith(_SEARCH):
        yield from _script_faults(page, limits)


def _script_faults(page: Weighed, limits: Limits) -> Iterator[str]:
    if page.script_files:
        yield "a script file"
    if len(page.scripts) > 1:
        yield "more than one script"
    if any(len(script.encode()) > limits.script for script in page.scripts):
        yield "a script that is too large"


class _Reader(HTMLParser):
    """What the publishing guard's reader does not look at."""

    def __init__(self, page: Weighed) -> None:
        super().__init__()
        self.page = page
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag in ("style", "script"):
            self.silent += 1
        if tag == "html":
            self.page.lang = named.get("lang", "")
        if "lang" in named:
            self.page.languages.add(named["lang"])
        self.page.inline_styles += "style" in named
        self.page.handlers += any(name.startswith("on") for name in named)
        self.page.loaded += _loaded(tag, named)

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in ("style", "script")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.page.characters += len(data.strip())


_FETCHED = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect",
            "dns-prefetch", "manifest", "apple-touch-icon"}  # fmt: skip


def _loaded(tag: str, named: dict[str, str]) -> list[str]:
    if tag == "link":
        fetched = _FETCHED & set(named.get("rel", "").split())
        return [named.get("href", "")] if fetched and named.get("href") != "data:," else []
    found = [named[name] for name in ("src", "poster", "data", "background") if name in named]
    sets = (named[name] for name in ("srcset", "imagesrcset") if name in named)
    return found + [part.split()[0] for each in sets for part in each.split(",") if part.strip()]
