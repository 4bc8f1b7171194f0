"""The guard: a built site in; every reason why it must not go out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from newsroom.catalogue import Words
from publishing.links import dead_links, files_of, read_site
from publishing.pages import Page

MARKER = ".newsroom"
"""The build's own marker: never published."""
ARTICLE = re.compile(r"(?:en/)?tin/\d{4}/\d{2}/[^/]+/index\.html")
ARTICLE_LINK = re.compile(r"/tin/\d{4}/\d{2}/[^/]+/")
THIS_MACHINE = re.compile(rb"//(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?![\w.-])")
LOCAL_HOSTS = ("localhost", "127.0.0.1", "0.0.0.0", "::1", None)  # noqa: S104 - refused, not bound
TEXT_TYPES = frozenset(
    ("html", "xml", "atom", "txt", "ics", "csv", "json", "css", "js", "svg", "webmanifest")
)
PICTURES = frozenset(("jpg", "jpeg", "png", "avif", "webp", "ico", "woff2", "mp3", "mp4"))
DOCUMENTS = frozenset(("pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "zip"))
PUBLIC_TYPES = TEXT_TYPES | PICTURES | DOCUMENTS
"""What an agency's site may hold: what the build makes, and documents to take away."""


@dataclass(frozen=True, slots=True, order=True)
class Refusal:
    """One reason: an id of the catalogue, and what its sentence names."""

    id: str
    about: tuple[tuple[str, str], ...] = ()

    def said(self, words: Words) -> str:
        """The reason in one line."""
        return words(self.id, **dict(self.about))


def guard(built: Path, site_url: str, pages: dict[str, Page] | None = None) -> list[Refusal]:
    """Every reason why the built site must not go out; none where it may. Sorted.

    `pages` are the site's, where they have been read already.
    """
    pages = read_site(built) if pages is None else pages
    files = files_of(built) - {MARKER}
    return sorted(
        {
            *_site_without_articles(pages),
            *_local_addresses(built, files, site_url),
            *_dead(pages, files, site_url),
            *_strange_files(built, files),
        }
    )


def home_url(pages: dict[str, Page]) -> str:
    """The address that the home page itself gives as its own; empty where it gives none."""
    home = pages.get("index.html")
    return home.canonical if home else ""


def _site_without_articles(pages: dict[str, Page]) -> Iterator[Refusal]:
    articles = [
        path for path, page in pages.items() if ARTICLE.fullmatch(path) and not page.redirect
    ]
    if not articles:
        yield Refusal("refused.no_article")
    home = pages.get("index.html", Page())
    if not any(ARTICLE_LINK.search(link) for link in home.links):
        yield Refusal("refused.empty_home")


def _local_addresses(built: Path, files: Iterable[str], site_url: str) -> Iterator[Refusal]:
    if urlsplit(site_url).hostname in LOCAL_HOSTS:
        yield Refusal("refused.no_url")
        return
    for path in files:
        if _ending(path) in TEXT_TYPES and THIS_MACHINE.search((built / path).read_bytes()):
            yield Refusal("refused.local", (("page", path),))


def _dead(pages: dict[str, Page], files: frozenset[str], site_url: str) -> Iterator[Refusal]:
    for dead in dead_links(pages, files, site_url):
        yield Refusal("refused.dead_link", (("page", dead.page), ("link", dead.link)))


def _strange_files(built: Path, files: Iterable[str]) -> Iterator[Refusal]:
    for path in files:
        about = (("path", path),)
        if any(part.startswith(".") for part in path.split("/") if part != ".well-known"):
            yield Refusal("refused.dot_file", about)
        elif (built / path).is_symlink():
            yield Refusal("refused.symlink", about)
        elif _ending(path) not in PUBLIC_TYPES:
            yield Refusal("refused.file_type", about)


def _ending(path: str) -> str:
    return PurePosixPath(path).suffix.removeprefix(".").lower()
