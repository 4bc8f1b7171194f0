"""A list of news in; its pages out, each grouped by month."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter

from newsroom.planning.draft import About, Draft
from newsroom.planning.listings import Sheet, listing
from newsroom.planning.share_cards import ShareCard
from newsroom.planning.views.news import ListingView
from newsroom.planning.views.page import Alternate
from newsroom.planning.views.shared import ArticleCard, Link, MonthGroup
from newsroom.records import Article, Bloc, Campaign, Unit

Dated = tuple[date, ArticleCard]
"""A card under the first day of its month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsList:
    """A list of news as its pages name it."""

    address: str
    articles: Sequence[Article]
    label: str
    """A catalogue id that says what kind of list it is."""
    title: str
    description: str
    standfirst: str = ""
    owner: Link | None = None
    feed: str = ""
    """The address of the feed that follows it."""
    ways: tuple[Link, ...] = ()
    parents: tuple[Link, ...] = ()
    current: tuple[str, ...] = ("news",)
    source: str = ""
    cards: Callable[[Iterable[Article]], tuple[ArticleCard, ...]] | None = None
    """How its cards are made, where not as everywhere."""
    card: ShareCard | None = None
    """What previews elsewhere show of it, where not the site's own."""


def plan_news_list(draft: Draft, news: NewsList) -> None:
    """Plan every page of the list."""
    cards = (news.cards or draft.cards.articles)(news.articles)
    months = map(draft.site.months.__getitem__, [article.id for article in news.articles])
    dated = tuple(zip(months, cards, strict=True))
    feed = (draft.feed(news.feed, news.title),) if news.feed else ()
    for sheet in listing(dated, news.address, draft.places.href):
        about = _about(draft, news, sheet, feed)
        draft.page(sheet.address, "listing", _view(draft, news, sheet), about)


def plan_news_of(
    draft: Draft,
    record: Campaign | Unit | Bloc,
    *,
    name: str,
    label: str,
    parent: Link,
    current: tuple[str, str],
    cards: Callable[[Iterable[Article]], tuple[ArticleCard, ...]] | None = None,
    card: ShareCard | None = None,
) -> None:
    """Plan the list of a record's own news below its page; none where it has none.

    `name` is what the list's title calls it; `parent` is the index that the record stands in.
    """
    articles = draft.site.articles_of(record)
    if not articles:
        return
    address, link = draft.site.address(record), draft.links.to(record)
    plan_news_list(
        draft,
        NewsList(
            address=f"{address}tin/",
            articles=articles,
            label=label,
            title=draft.words("page.news_of", name=name),
            description=draft.words("page.news_of.text", name=record.name),
            owner=link,
            feed=f"{address}feed.atom",
            parents=(parent, link),
            current=current,
            source=record.file,
            cards=cards,
            card=card,
        ),
    )


def _by_month(cards: Iterable[Dated]) -> tuple[MonthGroup, ...]:
    """The cards, newest first, under the first day of their months."""
    return tuple(
        MonthGroup(month=month, cards=tuple([card for _, card in group]))
        for month, group in groupby(cards, itemgetter(0))
    )


def _view(draft: Draft, news: NewsList, sheet: Sheet[Dated]) -> ListingView:
    return ListingView(
        label=news.label,
        title=news.title,
        description=news.standfirst,
        owner=news.owner,
        groups=_by_month(sheet.items),
        pager=sheet.pager,
        feed=draft.places.href(news.feed) if news.feed else "",
        ways=() if sheet.number else news.ways,
    )


def _about(
    draft: Draft, news: NewsList, sheet: Sheet[Dated], feed: tuple[Alternate, ...]
) -> About:
    return About(
        title=draft.numbered(news.title, sheet.number),
        description=news.description,
        current=news.current,
        crumbs=draft.crumbs_to(sheet, news.title, news.address, news.parents),
        alternates=feed,
        card=news.card,
        source=news.source,
    )
