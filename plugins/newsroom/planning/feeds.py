"""Articles in; Atom feeds of the newest twenty out, with their full text.

Format: RFC 4287. Identifiers hang on the site and the record's id, so that a changed date, title
or address brings no article twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from newsroom.planning.articles import last_change
from newsroom.planning.draft import Draft
from newsroom.planning.histories import corrections_of
from newsroom.planning.views.standing import FeedEntry, FeedView
from newsroom.records import Article, Bloc, Campaign, Section, Unit
from newsroom.records.values import starts
from vietnamese import VIETNAM

NEWEST = 20
STYLE = "/nguon-tin/feed.css"
"""A file of the theme."""
NEVER = datetime(1970, 1, 1, tzinfo=VIETNAM)
"""When a feed without entries was last updated: the format asks for a moment, the clock is not
ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed as the list of feeds shows it: its address, and that of the page it follows."""

    address: str
    follows: str
    name: str
    """Whose news it carries."""
    title: str
    articles: tuple[Article, ...]
    source: str = ""


def plan_feeds(draft: Draft) -> None:
    """Plan the feed of the site and of each section, campaign, unit and bloc."""
    entries = _Entries(draft)
    for feed in (site_feed(draft), *_all_feeds(draft)):
        view = _view(draft, feed, entries)
        draft.file(feed.address, "feed", view, template="feeds/atom.xml", source=feed.source)


def site_feed(draft: Draft) -> Feed:
    """The feed of the whole site."""
    return Feed(
        address="/feed.atom",
        follows="/",
        name=draft.site.info.name,
        title=draft.words("feed.site", site=draft.site.info.name),
        articles=draft.site.articles(),
    )


def feeds_of(draft: Draft, records: Iterable[Section | Campaign | Unit | Bloc]) -> Iterator[Feed]:
    """The feed of each of the records."""
    for record in records:
        address, name = draft.site.address(record), draft.links.to(record).text
        yield Feed(
            address=f"{address}feed.atom",
            follows=address,
            name=name,
            title=draft.words("feed.of", name=name),
            articles=draft.site.articles_of(record),
            source=record.file,
        )


def _all_feeds(draft: Draft) -> Iterator[Feed]:
    site = draft.site
    for records in (site.sections(), site.campaigns(), site.units(), site.blocs()):
        yield from feeds_of(draft, records)


def _view(draft: Draft, feed: Feed, entries: _Entries) -> FeedView:
    places, info = draft.places, draft.site.info
    newest = tuple(map(entries.of, feed.articles[:NEWEST]))
    return FeedView(
        id=places.whole(feed.address),
        title=feed.title,
        subtitle=info.tagline,
        href=places.whole(feed.follows),
        self_href=places.whole(feed.address),
        language="vi",
        author=info.owner,
        updated=max((entry.updated for entry in newest), default=NEVER),
        base=places.origin,
        style=places.href(STYLE),
        entries=newest,
    )


class _Entries:
    """Entries, each made once however many feeds carry it."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._made: dict[int, FeedEntry] = {}

    def of(self, article: Article) -> FeedEntry:
        """The entry of an article."""
        entry = self._made.get(id(article))
        if entry is None:
            entry = self._made[id(article)] = self._entry(article)
        return entry

    def _entry(self, article: Article) -> FeedEntry:
        draft = self._draft
        published = starts(article.date)
        return FeedEntry(
            id=uuid5(NAMESPACE_URL, f"{draft.places.whole('/')}article:{article.id}").urn,
            title=article.title,
            href=draft.places.whole(draft.site.address(article)),
            published=published,
            updated=max(published, starts(last_change(article) or article.date)),
            summary=article.summary or article.made_summary,
            author=article.byline or draft.site.info.owner,
            prose=draft.prose(article.body),
            corrections=corrections_of(article),
        )
