"""A unit in; the steps of its life out: founded, renamed, merged, split, ended, each on its day.

What happened is told from days and successors alone; where they do not settle it the step only
says who succeeded whom.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from newsroom.linking.site import Site
from newsroom.planning.links import Links
from newsroom.planning.views.changes import UnitChange, UnitStep
from newsroom.records import Unit

DAY = timedelta(days=1)


def history_of_unit(site: Site, links: Links, unit: Unit) -> tuple[UnitStep, ...]:
    """Oldest first, what has no day before all; nothing where it was only founded."""
    told = [*_came_from(site, links, unit), *_renamed(unit), *_parted(site, links, unit)]
    told += _ended(site, links, unit)
    if not told:
        return ()
    begun = {step.date for step in told if step.what in ("merged", "split", "succeeded")}
    if unit.founded and unit.founded not in begun:
        told.append(UnitStep(date=unit.founded, what="founded"))
    return tuple(sorted(told, key=lambda step: step.date or date.min))


def _came_from(site: Site, links: Links, unit: Unit) -> Iterator[UnitStep]:
    """A step for each day on which others ended and handed on to it."""
    ended: dict[date | None, list[Unit]] = {}
    for one in site.predecessors(unit):
        if one.ended or not unit.founded:
            ended.setdefault(one.ended, []).append(one)
        else:
            yield UnitStep(date=unit.founded, what="split", units=(links.to(one),))
    for last, units in ended.items():
        yield UnitStep(
            date=_first_day(unit, last),
            what=_how_it_came(unit, last, units),
            units=tuple(links.unit(one, last) for one in units),
        )


def _how_it_came(unit: Unit, last: date | None, units: list[Unit]) -> UnitChange:
    if last is None or unit.founded is None:
        return "succeeded"
    if unit.founded < last:
        return "absorbed" if all(len(one.successors) == 1 for one in units) else "succeeded"
    if len(units) > 1:
        return "merged"
    return "split" if len(units[0].successors) > 1 else "succeeded"


def _first_day(unit: Unit, last: date | None) -> date | None:
    """The day after the others' last; the unit's own first where that is the same change."""
    if last is None:
        return None
    founded = unit.founded
    return founded if founded and last <= founded <= last + DAY else last + DAY


def _renamed(unit: Unit) -> Iterator[UnitStep]:
    for former in unit.former_names:
        yield UnitStep(date=former.until + DAY, what="renamed", name=former.name)


def _parted(site: Site, links: Links, unit: Unit) -> Iterator[UnitStep]:
    """What a unit that still stands let go of."""
    for one in _units(site, () if unit.ended else unit.successors):
        yield UnitStep(date=one.founded, what="parted", units=(links.to(one),))


def _ended(site: Site, links: Links, unit: Unit) -> Iterator[UnitStep]:
    if unit.ended is None:
        return
    heirs = list(_units(site, unit.successors))
    yield UnitStep(
        date=unit.ended,
        what=_how_it_ended(site, unit, unit.ended, heirs),
        units=tuple(map(links.to, heirs)),
    )


def _how_it_ended(site: Site, unit: Unit, last: date, heirs: list[Unit]) -> UnitChange:
    if not heirs:
        return "ended"
    if len(heirs) > 1:
        return "ended_split"
    (heir,) = heirs
    if heir.founded is None:
        return "ended_succeeded"
    if heir.founded < last:
        return "ended_absorbed"
    others = [one for one in site.predecessors(heir) if one.ended == last and one is not unit]
    return "ended_merged" if others else "ended_succeeded"


def _units(site: Site, ids: Iterable[str]) -> Iterator[Unit]:
    yield from (site.records.unit[id] for id in ids if id in site.records.unit)
