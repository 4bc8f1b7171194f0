"""A bloc's year in; its units under the names of that year, and what changed since the year
before, out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from newsroom.planning.draft import Draft
from newsroom.planning.views.shared import Link
from newsroom.records import Bloc
from newsroom.records.bloc import BlocYear


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is otherwise than in the year `since`."""

    since: int
    joined: tuple[Link, ...]
    left: tuple[Link, ...]
    head_before: Link | None


def units_of(draft: Draft, year: BlocYear | None, ids: Iterable[str]) -> tuple[Link, ...]:
    """Units under the names they bore when the year ended, or bear today in a running year."""
    if year is None:
        return ()
    return draft.links.units(ids, min(date(year.year, 12, 31), draft.site.today))


def head_of(draft: Draft, year: BlocYear | None) -> Link | None:
    """The unit that heads the bloc in that year."""
    return next(iter(units_of(draft, year, (year.head,) if year and year.head else ())), None)


def change_of(draft: Draft, bloc: Bloc, year: BlocYear) -> Change | None:
    """Beside the nearest earlier year whose members are known; None without one, or where the
    members of this year are not known."""
    earlier = (one for one in draft.site.bloc_years(bloc) if one.year < year.year and one.members)
    before = next(earlier, None)
    if before is None or not year.members:
        return None
    head = head_of(draft, before) if before.head and before.head != year.head else None
    return Change(
        since=before.year,
        joined=units_of(draft, year, (id for id in year.members if id not in before.members)),
        left=units_of(draft, before, (id for id in before.members if id not in year.members)),
        head_before=head,
    )
