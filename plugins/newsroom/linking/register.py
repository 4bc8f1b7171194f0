"""The register: units under the names they bore, blocs and their years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from newsroom.linking.core import Core
from newsroom.records import Bloc, Unit
from newsroom.records.bloc import BlocYear
from vietnamese import sort_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A unit's place in a bloc in one year."""

    bloc: Bloc
    year: int
    role: Literal["head", "deputy", "member"]


class Register(Core):
    """Questions about units and blocs."""

    def units(self) -> tuple[Unit, ...]:
        """Every unit in Vietnamese order of `sort_name` or name."""
        return self._units

    def unit_children(self, unit: Unit) -> tuple[Unit, ...]:
        """The units directly under it, in Vietnamese order."""
        return self._unit_children.get(unit.id, ())

    def beside(self, unit: Unit) -> tuple[Unit, ...]:
        """The other units under the same parent that have not ended, in Vietnamese order."""
        under = self._unit_children.get(unit.parent or "", ())
        return tuple(one for one in under if one is not unit and one.ended is None)

    def predecessors(self, unit: Unit) -> tuple[Unit, ...]:
        """The units that name it as a successor, in Vietnamese order."""
        return self._predecessors.get(unit.id, ())

    def name_at(self, unit: Unit, day: date) -> str:
        """The name the unit bore on that day; a former name includes its last day."""
        borne = [former for former in unit.former_names if day <= former.until]
        return min(borne, key=lambda former: former.until).name if borne else unit.name

    def posts(self, unit: Unit) -> tuple[Post, ...]:
        """Its place in blocs, newest year first."""
        return self._posts.get(unit.id, ())

    def blocs(self) -> tuple[Bloc, ...]:
        """Every bloc in Vietnamese order, numbers by value."""
        return self._blocs

    def bloc_years(self, bloc: Bloc) -> tuple[BlocYear, ...]:
        """Its years, newest first."""
        return tuple(sorted(bloc.years, key=lambda year: year.year, reverse=True))

    def with_successors(self, ids: Iterable[str], day: date | None = None) -> Iterator[str]:
        """These units and all that succeeded them; some may come twice. What bears a day passes on
        only to those that a unit which still stands had not yet let go by then."""
        for id in ids:
            yield id
            for heir, since in self._heirs.get(id, {}).items():
                if day is None or since is None or day < since:
                    yield heir

    def inherited_from(self, unit: Unit, ids: Iterable[str]) -> Unit | None:
        """The first of these units that the unit succeeded, at any remove."""
        found = (id for id in ids if unit.id in self._heirs.get(id, {}))
        return self.records.unit.get(next(found, ""))

    @cached_property
    def _units(self) -> tuple[Unit, ...]:
        return tuple(sorted(self.records.unit.values(), key=_by_name))

    @cached_property
    def _unit_children(self) -> dict[str, tuple[Unit, ...]]:
        return _grouped((unit.parent, unit) for unit in self.units() if unit.parent)

    @cached_property
    def _predecessors(self) -> dict[str, tuple[Unit, ...]]:
        return _grouped(
            (id, unit) for unit in self.units() for id in dict.fromkeys(unit.successors)
        )

    @cached_property
    def _heirs(self) -> dict[str, dict[str, date | None]]:
        """All later units, at any remove, of the units that have any; each with the day from which
        news is no longer passed on to it, where a unit on the way to it still stands."""
        found: dict[str, dict[str, date | None]] = {}
        for unit in self.records.unit.values():
            seen: dict[str, date | None] = {}
            waiting = list(self._handed_on(unit, None))
            while waiting:
                id, since = waiting.pop()
                if id not in seen:
                    seen[id] = since
                    waiting.extend(self._handed_on(self.records.unit[id], since))
            if seen:
                found[unit.id] = seen
        return found

    def _handed_on(self, unit: Unit, since: date | None) -> Iterator[tuple[str, date | None]]:
        for id in unit.successors:
            parted = None if unit.ended else self.records.unit[id].founded
            yield id, min(filter(None, (since, parted)), default=None)

    @cached_property
    def _blocs(self) -> tuple[Bloc, ...]:
        return tuple(
            sorted(self.records.bloc.values(), key=lambda bloc: (sort_key(bloc.name), bloc.id))
        )

    @cached_property
    def _posts(self) -> dict[str, tuple[Post, ...]]:
        found: dict[str, list[Post]] = defaultdict(list)
        for bloc in self.blocs():
            for year in bloc.years:
                for unit, role in _roles(year).items():
                    found[unit].append(Post(bloc=bloc, year=year.year, role=role))
        return {
            unit: tuple(sorted(posts, key=lambda post: post.year, reverse=True))
            for unit, posts in found.items()
        }


def _roles(year: BlocYear) -> dict[str, Literal["head", "deputy", "member"]]:
    """Each unit's highest role in a year."""
    roles: dict[str, Literal["head", "deputy", "member"]] = dict.fromkeys(year.members, "member")
    roles.update(dict.fromkeys(year.deputies, "deputy"))
    if year.head:
        roles[year.head] = "head"
    return roles


def _grouped(pairs: Iterable[tuple[str, Unit]]) -> dict[str, tuple[Unit, ...]]:
    found: dict[str, list[Unit]] = defaultdict(list)
    for key, unit in pairs:
        found[key].append(unit)
    return {key: tuple(units) for key, units in found.items()}


def _by_name(unit: Unit) -> tuple[str, str]:
    return sort_key(unit.sort_name or unit.name), unit.id
