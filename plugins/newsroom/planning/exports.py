"""Records in; rows of open data out: no bodies, no time of build, references as ids.

Dates are ISO 8601, figures plain with a point, periods ISO intervals. What several lines of one
record tell (targets, members …) is in `export_parts`; the kinds are in `export_kinds`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from operator import attrgetter
from typing import Any, get_type_hints

from newsroom.linking.site import Site
from newsroom.records import Record
from newsroom.records.values import WebAddress
from vietnamese import Period

Cell = str | int | bool | Decimal | tuple[str, ...] | None
Rows = list[tuple[Cell, ...]]
Make = Callable[[Site, Any], Cell]


@dataclass(frozen=True, slots=True)
class Made:
    """A column that is made: how, and the type of its cells as a record would declare it."""

    make: Make
    hint: Any = str


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A kind of record in open data: fields taken as they are, and columns that are made."""

    cls: type[Record]
    records: Callable[[Site], Iterable[Record]]
    fields: tuple[str, ...]
    made: Mapping[str, Made] = field(default_factory=dict)
    year: Callable[[Site, Any], int] | None = None
    """The year a record is filed under, where its kind has one."""

    @property
    def kind(self) -> str:
        """The kind's name, which its files bear."""
        return self.cls.__name__.lower()

    @property
    def hints(self) -> dict[str, Any]:
        """The type of every column as the record declares it, in the order of the columns: id and
        the address of its page first."""
        declared = get_type_hints(self.cls, include_extras=True)
        taken = {name: declared[name] for name in self.fields}
        made = {name: each.hint for name, each in self.made.items()}
        return {"id": str, "page": WebAddress, **taken, **made}

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return ("id", "page", *self.fields, *self.made)

    def rows(self, site: Site, records: Iterable[Record], page: Callable[[Record], str]) -> Rows:
        """Each record's cells, in the order of the columns; `page` gives its page's address."""
        taken = attrgetter(*self.fields)
        made = tuple(each.make for each in self.made.values())
        return [
            (
                record.id,
                page(record),
                *map(cell_of, taken(record)),
                *[make(site, record) for make in made],
            )
            for record in records
        ]


def cell_of(value: Any) -> Cell:
    """A record's value as open data spells it. TypeError for what no column holds."""
    kind = type(value)
    if kind in _PLAIN:
        cell: Cell = value
        return cell
    if kind not in _SPELLINGS:
        raise TypeError(f"no column holds a {kind.__name__}")
    return _SPELLINGS[kind](value)


def _texts(values: Iterable[object]) -> tuple[str, ...]:
    return tuple(map(str, values))


_PLAIN = frozenset((str, int, bool, type(None)))
_SPELLINGS: Mapping[type, Callable[[Any], Cell]] = {
    date: date.isoformat,
    datetime: datetime.isoformat,
    Period: str,
    Decimal: str,
    tuple: _texts,
}
