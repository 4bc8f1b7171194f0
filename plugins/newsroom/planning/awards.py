"""Awards in; the list of all and one list for each year out."""

from __future__ import annotations

from newsroom.planning.award_places import ALL, awards_by_year, year_address
from newsroom.planning.draft import Draft
from newsroom.planning.listings import Sheet, listing
from newsroom.planning.views.documents import AwardIndexView
from newsroom.planning.views.shared import Link
from newsroom.records import Award


def plan_awards(draft: Draft) -> None:
    """Plan the list of all awards and those of each year."""
    by_year = awards_by_year(draft.site)
    years = tuple(
        Link(text=str(year), href=draft.places.href(year_address(year))) for year in by_year
    )
    for sheet in listing(draft.site.awards(), ALL, draft.places.href):
        _plan_sheet(draft, sheet, years, None)
    for year, awards in by_year.items():
        for sheet in listing(awards, year_address(year), draft.places.href):
            _plan_sheet(draft, sheet, years, year)


def _plan_sheet(
    draft: Draft, sheet: Sheet[Award], years: tuple[Link, ...], year: int | None
) -> None:
    words = draft.words
    title = words("page.awards_year", year=year) if year else words("nav.awards")
    view = AwardIndexView(
        title=title,
        year=year,
        years=() if sheet.number else years,
        cards=draft.cards.awards(sheet.items),
        pager=sheet.pager,
    )
    parents = (draft.place("nav.awards", ALL),) if year else ()
    draft.listed(sheet, "award_index", view, title, words("page.awards.text"), "awards", parents)
