"""The guard: a built site in; every reason why it must not go out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from publishing.annex import MAY_HOLD
from publishing.leaks import leaks
from publishing.links import dead_links
from publishing.pages import Page
from publishing.refusals import Candidate, Refusal, refuse
from publishing.soundness import unsound
from publishing.tables import COMPRESSIBLE, TYPES, ending
from publishing.worse import worse

ARTICLE = re.compile(r"(?:en/)?tin/\d{4}/\d{2}/[^/]+/index\.html")
ARTICLE_LINK = re.compile(r"/tin/\d{4}/\d{2}/[^/]+/")
THIS_MACHINE = re.compile(rb"//(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?![\w.-])")
LOCAL_HOSTS = ("localhost", "127.0.0.1", "0.0.0.0", "::1", None)  # noqa: S104 - refused, not bound


def guard(site: Candidate) -> list[Refusal]:
    """Every reason why the built site must not go out; none where it may. Sorted."""
    return sorted(
        {
            *_site_without_articles(site),
            *_local_addresses(site),
            *_dead(site),
            *_strange_files(site),
            *leaks(site),
            *unsound(site),
            *worse(site),
        }
    )


def _site_without_articles(site: Candidate) -> Iterator[Refusal]:
    if not any(ARTICLE.fullmatch(path) and not page.redirect for path, page in site.pages.items()):
        yield refuse("refused.no_article")
    home = site.pages.get("index.html", Page())
    if not any(ARTICLE_LINK.search(link) for link in home.links):
        yield refuse("refused.empty_home")


def _local_addresses(site: Candidate) -> Iterator[Refusal]:
    if urlsplit(site.site_url).hostname in LOCAL_HOSTS:
        yield refuse("refused.no_url")
        return
    for path in site.files:
        if ending(path) in COMPRESSIBLE and THIS_MACHINE.search((site.built / path).read_bytes()):
            yield refuse("refused.local", page=path)


def _dead(site: Candidate) -> Iterator[Refusal]:
    for dead in dead_links(site.pages, site.files | site.annexed, site.site_url):
        yield refuse("refused.dead_link", page=dead.page, link=dead.link)


def _strange_files(site: Candidate) -> Iterator[Refusal]:
    for path in site.files | site.annexed:
        known = MAY_HOLD if path in site.annexed else TYPES
        if any(part.startswith(".") for part in path.split("/") if part != ".well-known"):
            yield refuse("refused.dot_file", path=path)
        elif (site.built / path).is_symlink():
            yield refuse("refused.symlink", path=path)
        elif ending(path) not in known:
            yield refuse("refused.file_type", path=path)
