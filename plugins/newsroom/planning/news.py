"""Articles in; their pages, and every list of news that is not a record's own, out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from newsroom.planning.articles import plan_article
from newsroom.planning.draft import About, Draft
from newsroom.planning.newslists import NewsList, plan_news_list
from newsroom.planning.views.news import ArchiveView, ArchiveYear
from newsroom.planning.views.shared import Link
from newsroom.records import Article, Section
from vietnamese import format_date

ALL = "/tin/"
ARCHIVE = "/luu-tru/"


def plan_news(draft: Draft) -> None:
    """Plan articles, the lists they stand in, and the archive."""
    for article in draft.site.pages_of_articles():
        plan_article(draft, article)
    for news in _lists(draft):
        plan_news_list(draft, news)
    _plan_archive(draft)


def _lists(draft: Draft) -> Iterator[NewsList]:
    yield _all(draft)
    yield from (_section(draft, section) for section in draft.site.sections())
    yield from _genres(draft)
    yield from _tags(draft)


def _all(draft: Draft) -> NewsList:
    genres = (_genre_link(draft, genre) for genre in draft.site.articles_by_genre())
    sections = map(draft.links.to, draft.site.sections())
    return NewsList(
        address=ALL,
        articles=draft.site.articles(),
        label="nav.news",
        title=draft.words("nav.news"),
        description=draft.words("page.news.text", site=draft.site.info.name),
        feed="/feed.atom",
        ways=(*sections, *genres),
    )


def _section(draft: Draft, section: Section) -> NewsList:
    address = draft.site.address(section)
    others = (each for each in draft.site.sections() if each is not section)
    return NewsList(
        address=address,
        articles=draft.site.articles_of(section),
        label="article.section",
        title=section.name,
        description=section.description or draft.words("page.section.text", name=section.name),
        standfirst=section.description,
        feed=f"{address}feed.atom",
        card=draft.share_cards.of_section(section),
        ways=tuple(map(draft.links.to, others)),
        parents=(draft.place("nav.news", ALL),),
        current=(f"section:{section.id}", "news"),
        source=section.file,
    )


def _genres(draft: Draft) -> Iterator[NewsList]:
    for genre, articles in draft.site.articles_by_genre().items():
        link = _genre_link(draft, genre)
        yield NewsList(
            address=f"{ALL}the-loai/{genre}/",
            articles=articles,
            label="nav.news",
            title=link.text,
            description=draft.words("page.genre.text", name=link.text),
            parents=(draft.place("nav.news", ALL),),
        )


def _genre_link(draft: Draft, genre: str) -> Link:
    href = draft.places.href(f"{ALL}the-loai/{genre}/")
    return Link(text=draft.words(f"article.genre.{genre}"), href=href)


def _tags(draft: Draft) -> Iterator[NewsList]:
    for slug, (label, articles) in draft.site.articles_by_tag().items():
        yield NewsList(
            address=f"{ALL}the/{slug}/",
            articles=articles,
            label="article.tags",
            title=label,
            description=draft.words("page.tag.text", name=label),
            parents=(draft.place("nav.news", ALL),),
        )


def _plan_archive(draft: Draft) -> None:
    months = draft.site.articles_by_month()
    years = archive_years(draft)
    _plan_archive_page(draft, ARCHIVE, draft.words("list.archive"), years, ())
    for year in years:
        title = draft.words("page.archive_year", year=year.year)
        parent = draft.place("list.archive", ARCHIVE)
        _plan_archive_page(draft, f"{ARCHIVE}{year.year}/", title, (year,), (parent,))
    for (number, month), articles in months.items():
        plan_news_list(draft, _month(draft, date(number, month, 1), articles))


def archive_years(draft: Draft) -> tuple[ArchiveYear, ...]:
    """The years that have articles, newest first, each with its months."""
    years: dict[int, list[Link]] = {}
    for year, month in draft.site.articles_by_month():
        link = _month_link(draft, date(year, month, 1))
        years.setdefault(year, []).append(link)
    return tuple(
        ArchiveYear(year=year, href=draft.places.href(f"{ARCHIVE}{year}/"), months=tuple(months))
        for year, months in years.items()
    )


def _plan_archive_page(
    draft: Draft,
    address: str,
    title: str,
    years: tuple[ArchiveYear, ...],
    parents: tuple[Link, ...],
) -> None:
    about = About(
        title=title,
        description=draft.words("page.archive.text", site=draft.site.info.name),
        current=("archive", "news"),
        crumbs=draft.crumbs(*parents),
    )
    draft.page(address, "archive", ArchiveView(title=title, years=years), about)


def _month(draft: Draft, first: date, articles: tuple[Article, ...]) -> NewsList:
    year = Link(text=str(first.year), href=draft.places.href(f"{ARCHIVE}{first.year}/"))
    title = draft.words("page.archive_month", month=format_date(first, "month"))
    return NewsList(
        address=_month_address(first),
        articles=articles,
        label="list.archive",
        title=title,
        description=draft.words("page.archive.text", site=draft.site.info.name),
        parents=(draft.place("list.archive", ARCHIVE), year),
        current=("archive", "news"),
    )


def _month_link(draft: Draft, first: date) -> Link:
    href = draft.places.href(_month_address(first))
    return Link(text=format_date(first, "month"), href=href)


def _month_address(first: date) -> str:
    return f"{ARCHIVE}{first.year}/{first.month:02}/"
