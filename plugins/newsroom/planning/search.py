"""Site in; the search page, and the files it searches in, out. Articles stand in three segments,
so that today's article changes few files: closed years, this year, this month, as of the newest
article. A fourth holds the register: campaigns, units, documents and all that is no article."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from newsroom.planning.draft import About, Draft
from newsroom.planning.search_articles import found_article
from newsroom.planning.search_register import found_register
from newsroom.planning.views.search import (
    FORMAT,
    CardsView,
    Entry,
    FoundCard,
    SearchView,
    Segment,
    ShardView,
    digest_of_cards,
)
from newsroom.planning.views.shared import Link
from newsroom.planning.ways import ways_to_records
from newsroom.records import Article
from newsroom.settings import Settings

PAGE = "/tim-kiem/"
SCRIPT = "/tim-kiem/tim-kiem.js"
FILES = "/tim-kiem/chi-muc/"
CARDS = 8
"""Cards in one file: ten results lie in ten files, so each must be small."""
MOST = 100_000
"""Articles in one segment; its files have room for 131,071."""
REGISTER = "register"
WHOLE, STEM = 32, 2
KINDS = ("tin", "phong-trao", "don-vi", "khoi", "van-ban", "lich", "khen-thuong", "trang")
"""What an address calls the kinds, in the order that filters offer them."""


class Found(NamedTuple):
    """A record that can be found: its kind and year for filters, its entry and its card."""

    kind: str
    year: int
    entry: Entry
    card: FoundCard


def plan_search(draft: Draft, settings: Settings) -> None:
    """Plan the page; and the script and the index, unless search is left out. A preview has none:
    what is not published must not be found."""
    segments: list[tuple[str, Sequence[Found]]] = []
    if settings.search and not settings.preview:
        segments = [(name, found) for name, found in _segments(draft) if found]
        draft.file(SCRIPT, "script", None)
    index = [_plan_segment(draft, name, found) for name, found in segments]
    _plan_page(draft, index, {found.kind for _, segment in segments for found in segment})


def _plan_page(draft: Draft, index: Sequence[dict[str, object]], kinds: set[str]) -> None:
    site = draft.site.info.name
    title = draft.words("nav.search")
    about = About(
        title=title,
        description=draft.words("page.search.text", site=site),
        current=("search",),
        crumbs=draft.crumbs(),
    )
    facts = {"format": FORMAT, "files": draft.places.href(FILES), "segments": index}
    view = SearchView(
        title=title,
        text=about.description,
        groups=ways_to_records(draft),
        kinds=tuple(
            Link(text=draft.words(f"search.kind.{kind}"), href=kind)
            for kind in KINDS
            if kind in kinds
        ),
        script=draft.places.href(SCRIPT) if index else "",
        index=json.dumps(facts, separators=(",", ":")) if index else "",
    )
    draft.page(PAGE, "search", view, about)


def _segments(draft: Draft) -> Iterator[tuple[str, Sequence[Found]]]:
    """The register, then articles from the oldest, so that numbers grow with the date."""
    yield REGISTER, tuple(Found(*each) for each in found_register(draft))
    articles = sorted(
        (*draft.site.articles("vi"), *draft.site.articles("en")),
        key=lambda article: (draft.site.day(article), article.id),
    )
    for name, part in _parts(draft, articles):
        yield name, tuple(_found(draft, article) for article in part)


def _parts(draft: Draft, articles: Sequence[Article]) -> Iterator[tuple[str, Sequence[Article]]]:
    """Closed years, this year without its newest month, the newest month."""
    if not articles:
        return
    months = draft.site.months
    newest = months[articles[-1].id]
    closed = [article for article in articles if months[article.id].year < newest.year]
    year = [one for one in articles[len(closed) :] if months[one.id] < newest]
    for start in range(0, len(closed), MOST):
        yield f"closed-{start // MOST}", closed[start : start + MOST]
    yield "year", year
    yield "month", articles[len(closed) + len(year) :]


def _found(draft: Draft, article: Article) -> Found:
    day = draft.site.day(article)
    entry, card = found_article(draft, article, day)
    return Found("tin", day.year, entry, card)


def _plan_segment(draft: Draft, name: str, found: Sequence[Found]) -> dict[str, object]:
    """Its files; and what the page says of it."""
    stem = STEM if name == REGISTER else WHOLE
    segment = Segment((each.entry for each in found), stem, name)
    for shard in range(segment.shards):
        view = ShardView(segment=segment, number=shard)
        address = f"{FILES}{segment.digest}-{shard}.bin"
        draft.file(address, "shard" if shard else "index", view)
    return {
        "index": segment.digest,
        "shards": segment.shards,
        "stem": segment.stem,
        "cards": _plan_cards(draft, [each.card for each in found]),
        "runs": list(_runs(found)),
    }


def _plan_cards(draft: Draft, cards: Sequence[FoundCard]) -> str:
    """Named by all cards of the segment: a name for each file would make the page heavy."""
    name = digest_of_cards(cards)
    for number, start in enumerate(range(0, len(cards), CARDS)):
        view = CardsView(cards=tuple(cards[start : start + CARDS]))
        draft.file(f"{FILES}{name}-{number}.bin", "cards", view)
    return name


def _runs(found: Iterable[Found]) -> Iterator[list[object]]:
    """Kind, year and count of records that follow one another: what filters need, for nothing."""
    for (kind, year), same in groupby(found, key=lambda each: (each.kind, each.year)):
        yield [kind, year, sum(1 for _ in same)]
