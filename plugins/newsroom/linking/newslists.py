"""Lists of articles: which are shown, in which order, under which heading."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise
from typing import get_args

from newsroom.linking.bodies import Bodies
from newsroom.linking.campaigns import Campaigns
from newsroom.linking.kinds import kind_of
from newsroom.linking.register import Register
from newsroom.linking.tags import grouped_by_tag
from newsroom.records import Article, Record
from newsroom.records.article import Genre
from newsroom.records.values import Language, starts

Key = tuple[str, str, str]
"""Language, kind and id of a record that has news."""
Neighbours = tuple[Article | None, Article | None]


class Newslists(Campaigns, Register, Bodies):
    """Lists hold listed articles in Vietnamese only, newest first (date, then id, descending),
    unless they say otherwise."""

    def articles(self, language: Language = "vi") -> tuple[Article, ...]:
        """Every listed article of that language."""
        return self._listed[language]

    def pages_of_articles(self) -> tuple[Article, ...]:
        """Every article that has a page or a stub, in any language: listed, expired, withdrawn; by
        id."""
        return self._with_page

    def articles_of(self, record: Record) -> tuple[Article, ...]:
        """A section's, campaign's, unit's, bloc's, event's or document's news.

        A campaign's includes its sub-campaigns', a bloc's is its own, a unit's includes that of
        the units it succeeded; a document's are those that cite it (in `documents` or in their
        body); an event's those that report it.
        """
        return self._news.get(("vi", kind_of(record), record.id), ())

    def articles_by_genre(self) -> dict[str, tuple[Article, ...]]:
        """By genre, in the order of the type; empty genres left out."""
        return self._by_genre

    def articles_by_tag(self) -> dict[str, tuple[str, tuple[Article, ...]]]:
        """By the tag's slug, in Vietnamese order of labels: its label and its articles. Tags that
        differ only in tone style or case are one."""
        return self._by_tag

    def articles_by_month(self) -> dict[tuple[int, int], tuple[Article, ...]]:
        """By (year, month) in Vietnam, newest month first."""
        return self._by_month

    def neighbours(self, article: Article) -> Neighbours:
        """(newer, older) in the same section and language; none for an article in no list."""
        return self._neighbours.get(article.id, (None, None))

    def related(self, article: Article) -> tuple[Article, ...]:
        """Up to four nearest older articles of its first campaign, else of its first unit."""
        if article.campaigns:
            key = (article.language, "campaign", article.campaigns[0])
        elif article.units:
            key = (article.language, "unit", article.units[0])
        else:
            return ()
        after = bisect_right(self._places_in(key), self._places[article.id])
        return self._news.get(key, ())[after : after + 4]

    def _places_in(self, key: Key) -> list[int]:
        """The place among all articles of each of a record's news: what `related` looks in."""
        if key not in self._places_of_news:
            news = self._news.get(key, ())
            self._places_of_news[key] = [self._places[article.id] for article in news]
        return self._places_of_news[key]

    @cached_property
    def _places_of_news(self) -> dict[Key, list[int]]:
        return {}

    @cached_property
    def every_article(self) -> tuple[Article, ...]:
        """Every article whatever its state or language, newest first."""
        return tuple(sorted(self.records.article.values(), key=_age, reverse=True))

    @cached_property
    def _places(self) -> dict[str, int]:
        return {article.id: place for place, article in enumerate(self.every_article)}

    @cached_property
    def _listed(self) -> dict[Language, tuple[Article, ...]]:
        listed = [article for article in self.every_article if self.state(article) == "listed"]
        return {
            language: tuple(article for article in listed if article.language == language)
            for language in get_args(Language)
        }

    @cached_property
    def _with_page(self) -> tuple[Article, ...]:
        shown = [a for a in self.every_article if self.state(a) != "hidden"]
        return tuple(sorted(shown, key=lambda article: article.id))

    @cached_property
    def _by_genre(self) -> dict[str, tuple[Article, ...]]:
        found: dict[str, list[Article]] = {genre: [] for genre in get_args(Genre)}
        for article in self.articles():
            found[article.genre].append(article)
        return {genre: tuple(articles) for genre, articles in found.items() if articles}

    @cached_property
    def _by_tag(self) -> dict[str, tuple[str, tuple[Article, ...]]]:
        labels, found = grouped_by_tag(self.articles())
        return {name: (label, tuple(found[name])) for name, label in labels.items()}

    @cached_property
    def _by_month(self) -> dict[tuple[int, int], tuple[Article, ...]]:
        found: dict[tuple[int, int], list[Article]] = defaultdict(list)
        for article in self.articles():
            day = self.day(article)
            found[day.year, day.month].append(article)
        return {month: tuple(articles) for month, articles in found.items()}

    @cached_property
    def _news(self) -> dict[Key, tuple[Article, ...]]:
        found: dict[Key, list[Article]] = defaultdict(list)
        for articles in self._listed.values():
            for article in articles:
                for key in dict.fromkeys(self._subjects(article)):
                    found[key].append(article)
        return {key: tuple(articles) for key, articles in found.items()}

    def _subjects(self, article: Article) -> list[Key]:
        """The language, kind and id of each record whose news it is; some may come twice."""
        language = article.language
        events = (article.event,) if article.event else ()
        return [
            (language, "section", article.section),
            *[(language, "event", id) for id in events],
            *[(language, "bloc", id) for id in article.blocs],
            *[(language, "campaign", id) for id in self.with_ancestors(article.campaigns)],
            *[
                (language, "unit", id)
                for id in self.with_successors(article.units, self.day(article))
            ],
            *[(language, "document", id) for id in article.documents],
            *[(language, "document", id) for id in self.documents_named_in(article.body)],
        ]

    @cached_property
    def _neighbours(self) -> dict[str, Neighbours]:
        found: dict[str, Neighbours] = {}
        for (_, kind, _), articles in self._news.items():
            if kind == "section":
                found.update(_beside(articles))
        return found


def _age(article: Article) -> tuple[float, str]:
    """A number is compared faster than a moment in a time zone."""
    return starts(article.date).timestamp(), article.id


def _beside(articles: Iterable[Article]) -> Iterator[tuple[str, Neighbours]]:
    row = [None, *articles, None]
    for (newer, article), (_, older) in pairwise(pairwise(row)):
        if article is not None:
            yield article.id, (newer, older)
