"""Links checked: a built site in; every link out that leads nowhere inside it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, unquote, urljoin, urlsplit
from xml.etree.ElementTree import ParseError

from publishing.pages import CSS_URL, Page, read_page, read_xml

XML = (".xml", ".atom", ".rss")
HTML = (".html", ".svg")
MANY = 200
"""From so many files on, reading them is shared among all cores."""
BROKEN = "[XML]"
TEXT_LINK = re.compile(r"^(?:Sitemap|Canonical|Policy):\s*(\S+)", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class DeadLink:
    """A link as it is written, and the file that holds it, by its path under the site."""

    page: str
    link: str


def check_links(folder: Path, site_url: str) -> list[DeadLink]:
    """Every href, src, srcset, url() and fragment inside the site that leads nowhere; in pages,
    feeds, sitemaps, robots.txt and security.txt. Sorted.

    The site stands at `site_url`, which may have a path. A folder's address ends with "/", as
    every host serves it; links to other sites are not followed.
    """
    return dead_links(read_site(folder), files_of(folder), site_url)


def files_of(folder: Path) -> frozenset[str]:
    """The path of every file below the folder, with "/"."""
    return frozenset(
        Path(parent, name).relative_to(folder).as_posix()
        for parent, _, names in os.walk(folder)
        for name in names
    )


def read_site(folder: Path) -> dict[str, Page]:
    """Every file that can hold links, read. XML that is broken has a link that says so."""
    endings = (*HTML, *XML, ".txt", ".css")
    paths = [path for path in sorted(files_of(folder)) if path.endswith(endings)]
    files = [folder / path for path in paths]
    known: dict[str, str] = {}
    if len(files) < MANY:
        return {path: _shared(_read(file), known) for path, file in zip(paths, files, strict=True)}
    with ProcessPoolExecutor() as pool:
        pages = pool.map(_read, files, chunksize=MANY // 4)
        return {path: _shared(page, known) for path, page in zip(paths, pages, strict=True)}


def _shared(page: Page, known: dict[str, str]) -> Page:
    """The page, with each text that another one has too held once for both: ten thousand pages
    have one block of styles, and the same links above and below."""
    for name in ("links", "anchors", "styles", "scripts"):
        setattr(page, name, {known.setdefault(text, text) for text in getattr(page, name)})
    return page


def _read(file: Path) -> Page:
    text = file.read_text("utf-8", errors="replace")
    if file.suffix in HTML:
        return read_page(text)
    if file.suffix == ".css":
        return Page(links=set(CSS_URL.findall(text)))
    if file.suffix == ".txt":
        return Page(links=set(TEXT_LINK.findall(text)))
    try:
        return read_xml(text)
    except ParseError as error:
        return Page(links={f"{BROKEN} {error}"})


def dead_links(pages: dict[str, Page], files: frozenset[str], site_url: str) -> list[DeadLink]:
    """The same of a site that was read already."""
    place = Place(site_url, files, {path: page.anchors for path, page in pages.items()})
    return sorted(
        DeadLink(path, link) for path, page in pages.items() for link in place.dead(path, page)
    )


class Place:
    """A site where it stands: its address, its files, and their anchors."""

    def __init__(self, url: str, files: frozenset[str], anchors: dict[str, set[str]]) -> None:
        self.root = urlsplit(url.rstrip("/") + "/")
        self.host = self.root.netloc.lower()
        self.files = files
        self.anchors = anchors

    def dead(self, path: str, page: Page) -> Iterator[str]:
        """The page's links that lead nowhere inside the site."""
        here = self.root.geturl() + path.removesuffix("index.html")
        for link in page.links:
            if not self.leads_somewhere(here, link):
                yield link

    def leads_somewhere(self, here: str, link: str) -> bool:
        """Whether a link at this address leads out of the site, or to a file and an anchor in
        it."""
        if link.startswith(BROKEN):
            return False
        try:
            written, whole = urlsplit(link), urlsplit(urljoin(here, link.strip()))
        except ValueError:
            return False
        if whole.scheme not in ("http", "https") or whole.netloc.lower() != self.host:
            return True
        target = self._file(unquote(whole.path) or "/")
        if target is None:
            # Beside a site in a folder of its host, others may stand: named by whole address.
            return bool(written.netloc)
        return target in self.files and self._has(target, whole)

    def _file(self, path: str) -> str | None:
        if not path.startswith(self.root.path):
            return None
        under = path.removeprefix(self.root.path)
        return f"{under}index.html" if under.endswith("/") or not under else under

    def _has(self, target: str, link: SplitResult) -> bool:
        fragment = unquote(link.fragment).partition(":~:")[0]
        known = target.endswith(HTML) and target in self.anchors
        return not known or fragment in ("", "top") or fragment in self.anchors[target]
