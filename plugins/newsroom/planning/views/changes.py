"""Views of how a unit changed: its former names, and the steps of its life."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsroom.planning.views.shared import Link
from newsroom.records.values import Day

UnitChange = Literal[
    "founded",
    "merged",
    "split",
    "absorbed",
    "succeeded",
    "renamed",
    "parted",
    "ended",
    "ended_merged",
    "ended_absorbed",
    "ended_split",
    "ended_succeeded",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameUntil:
    """A name that was borne until a day."""

    name: str
    until: Day


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitStep:
    """A step in a unit's life on its day (none where it is not known), with the units it came from
    or went to, under the names they bore then."""

    date: Day | None = None
    what: UnitChange
    name: str = ""
    """Of a renaming: the name it gave up."""
    units: tuple[Link, ...] = ()
