"""Blocs in; their index, each bloc's page, each of its years, and the list of its news out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from newsroom.planning.draft import About, Draft
from newsroom.planning.facets import all_awards, newest_awards
from newsroom.planning.membership import change_of, head_of, units_of
from newsroom.planning.newslists import plan_news_of
from newsroom.planning.scores import score_table
from newsroom.planning.sheets import plan_scores, scores_address
from newsroom.planning.views.register import (
    BlocIndexView,
    BlocRow,
    BlocView,
    BlocYearView,
    Review,
)
from newsroom.planning.views.shared import Link, State
from newsroom.records import Article, Bloc, Event
from newsroom.records.bloc import BlocYear
from newsroom.records.values import day_of

ALL = "/khoi/"
BRIEF = 6
REVIEWS = ("interim_review", "final_review")


def plan_blocs(draft: Draft) -> None:
    """Plan the index, every bloc with its years, and its news."""
    _plan_index(draft)
    for bloc in draft.site.blocs():
        _plan_bloc(draft, bloc)
        news = _newest_by_year(draft, bloc)
        for year in bloc.years:
            _plan_year(draft, bloc, year, news.get(year.year, ()))
        _plan_news(draft, bloc)


def _plan_index(draft: Draft) -> None:
    view = BlocIndexView(rows=tuple(_row(draft, bloc) for bloc in draft.site.blocs()))
    about = About(
        title=draft.words("nav.blocs"),
        description=draft.words("page.blocs.text"),
        current=("blocs",),
        crumbs=draft.crumbs(),
    )
    draft.page(ALL, "bloc_index", view, about)


def _row(draft: Draft, bloc: Bloc) -> BlocRow:
    latest = next(iter(draft.site.bloc_years(bloc)), None)
    return BlocRow(
        href=draft.links.to(bloc).href,
        name=bloc.name,
        kind=bloc.kind,
        year=latest.year if latest else None,
        head=draft.links.maybe("unit", latest.head) if latest else None,
        members=len(latest.members) if latest else 0,
    )


def _plan_bloc(draft: Draft, bloc: Bloc) -> None:
    address = draft.site.address(bloc)
    about = About(
        title=bloc.name,
        description=draft.words("page.bloc.text", name=bloc.name),
        current=(f"bloc:{bloc.id}", "blocs"),
        crumbs=draft.crumbs(draft.place("nav.blocs", ALL)),
        alternates=(draft.feed(f"{address}feed.atom", bloc.name),),
        source=bloc.file,
    )
    draft.page(address, "bloc", _bloc(draft, bloc), about)


def _bloc(draft: Draft, bloc: Bloc) -> BlocView:
    site, cards, places = draft.site, draft.cards, draft.places
    address, news = site.address(bloc), site.articles_of(bloc)
    latest = next(iter(site.bloc_years(bloc)), None)
    return BlocView(
        name=bloc.name,
        short_name=bloc.short_name,
        kind=bloc.kind,
        organised_by=bloc.organised_by,
        start=bloc.start,
        end=bloc.end,
        years=_years(draft, bloc, None),
        head=head_of(draft, latest),
        deputies=units_of(draft, latest, latest.deputies if latest else ()),
        members=units_of(draft, latest, latest.members if latest else ()),
        latest_year=latest.year if latest else None,
        prose=draft.prose(bloc.body),
        campaigns=tuple(map(draft.run, site.campaigns_of(bloc))),
        events=cards.events(site.events_of(bloc)),
        awards=newest_awards(draft, bloc),
        all_awards=all_awards(draft, bloc),
        news=cards.articles(news[:BRIEF]),
        all_news=places.href(f"{address}tin/") if news else "",
        feed=places.href(f"{address}feed.atom"),
    )


def _years(draft: Draft, bloc: Bloc, current: int | None) -> tuple[Link, ...]:
    """Every year of the bloc, newest first; the one whose page this is has no href."""
    address = draft.site.address(bloc)
    return tuple(
        Link(
            text=str(each.year),
            href="" if each.year == current else draft.places.href(f"{address}{each.year}/"),
        )
        for each in draft.site.bloc_years(bloc)
    )


def _newest_by_year(draft: Draft, bloc: Bloc) -> dict[int, list[Article]]:
    """The few newest articles of each year, newest first."""
    found: dict[int, list[Article]] = {}
    for article in draft.site.articles_of(bloc):
        of_year = found.setdefault(draft.site.day(article).year, [])
        if len(of_year) < BRIEF:
            of_year.append(article)
    return found


def _plan_year(draft: Draft, bloc: Bloc, year: BlocYear, news: Iterable[Article]) -> None:
    address = f"{draft.site.address(bloc)}{year.year}/"
    about = About(
        title=draft.words("page.bloc_year", name=bloc.name, year=year.year),
        description=draft.words("page.bloc_year.text", name=bloc.name, year=year.year),
        current=(f"bloc:{bloc.id}", "blocs"),
        crumbs=draft.crumbs(draft.place("nav.blocs", ALL), draft.links.to(bloc)),
        source=bloc.file,
    )
    view = _year(draft, bloc, year, news)
    draft.page(address, "bloc_year", view, about)
    if view.scores:
        plan_scores(draft, bloc, year.year, view.scores)


def _year(draft: Draft, bloc: Bloc, year: BlocYear, news: Iterable[Article]) -> BlocYearView:
    site, cards, tasks = draft.site, draft.cards, year.tasks
    events = [each for each in site.events_of(bloc) if day_of(each.start).year == year.year]
    reviews = [each for each in events if each.kind in REVIEWS]
    scores, change = score_table(draft, year), change_of(draft, bloc, year)
    return BlocYearView(
        bloc=draft.links.to(bloc),
        bloc_name=bloc.name,
        kind=bloc.kind,
        year=year.year,
        state=_state(year.year, site.today),
        years=_years(draft, bloc, year.year),
        head=head_of(draft, year),
        deputies=units_of(draft, year, year.deputies),
        members=units_of(draft, year, year.members),
        pledge=cards.document_of(year.pledge),
        regulation=cards.document_of(year.regulation),
        tasks_total=tasks.total if tasks else None,
        tasks=tasks.items if tasks else (),
        year_before=change.since if change else None,
        joined=change.joined if change else (),
        left=change.left if change else (),
        head_before=change.head_before if change else None,
        scores=scores,
        scores_file=_scores_file(draft, bloc, year) if scores else "",
        reviews=tuple(_review(draft, event) for event in reversed(reviews)),
        events=cards.events(each for each in events if each not in reviews),
        news=cards.articles(news),
    )


def _scores_file(draft: Draft, bloc: Bloc, year: BlocYear) -> str:
    return draft.places.href(scores_address(draft.site, bloc, year.year))


def _review(draft: Draft, event: Event) -> Review:
    articles = reversed(draft.site.articles_of(event))
    return Review(event=draft.cards.event(event), articles=tuple(map(draft.links.to, articles)))


def _state(year: int, today: date) -> State:
    if year > today.year:
        return "upcoming"
    return "ongoing" if year == today.year else "ended"


def _plan_news(draft: Draft, bloc: Bloc) -> None:
    plan_news_of(
        draft,
        bloc,
        name=bloc.name,
        label="nav.blocs",
        parent=draft.place("nav.blocs", ALL),
        current=(f"bloc:{bloc.id}", "blocs"),
    )
