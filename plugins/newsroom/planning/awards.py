"""Awards in; the list of all and one list for each year out."""

from __future__ import annotations

from newsroom.planning.award_places import ALL, awards_by_year, year_address
from newsroom.planning.draft import About, Draft
from newsroom.planning.facets import Facet, award_facets, groups_of, lists_of
from newsroom.planning.listings import Sheet, listing
from newsroom.planning.views.documents import AwardIndexView
from newsroom.planning.views.shared import Link
from newsroom.planning.views.standing import LinkGroup, WaysView
from newsroom.records import Award


def plan_awards(draft: Draft) -> None:
    """Plan the list of all awards and those of each year."""
    by_year = awards_by_year(draft.site)
    years = tuple(
        Link(text=str(year), href=draft.places.href(year_address(year))) for year in by_year
    )
    facets, title = award_facets(draft), draft.words("nav.awards")
    ways = groups_of(draft, facets)
    for sheet in listing(draft.site.awards(), ALL, draft.places.href):
        own = not sheet.number
        _plan_sheet(draft, sheet, title, years=years if own else (), ways=ways if own else ())
    for year, awards in by_year.items():
        title = draft.words("page.awards_year", year=year)
        here = tuple(Link(text=each.text) if each.text == str(year) else each for each in years)
        for sheet in listing(awards, year_address(year), draft.places.href):
            _plan_sheet(draft, sheet, title, year=year, years=() if sheet.number else here)
    for facet in facets:
        if facet.apart:
            _plan_apart(draft, facet)
        for heading, awards in facet.lists:
            for sheet in listing(awards, heading.address, draft.places.href):
                _plan_sheet(draft, sheet, heading.title, narrowed=True)


def _plan_apart(draft: Draft, facet: Facet[Award]) -> None:
    """The ways to lists that are too many for the register's own page."""
    title = f"{draft.words('nav.awards')}: {draft.words(facet.label)}"
    group = LinkGroup(title=draft.words(facet.label), links=lists_of(draft, facet))
    about = About(
        title=title,
        description=draft.words("page.awards.text"),
        current=("awards",),
        crumbs=draft.crumbs(draft.place("nav.awards", ALL)),
    )
    draft.page(facet.apart, "ways", WaysView(title=title, groups=(group,)), about)


def _plan_sheet(
    draft: Draft,
    sheet: Sheet[Award],
    title: str,
    *,
    year: int | None = None,
    narrowed: bool = False,
    years: tuple[Link, ...] = (),
    ways: tuple[LinkGroup, ...] = (),
) -> None:
    view = AwardIndexView(
        title=title,
        year=year,
        narrowed=narrowed,
        years=years,
        ways=ways,
        cards=draft.cards.awards(sheet.items),
        pager=sheet.pager,
    )
    parents = (draft.place("nav.awards", ALL),) if year or narrowed else ()
    text = draft.words("page.awards.text")
    draft.listed(sheet, "award_index", view, title, text, "awards", parents)
