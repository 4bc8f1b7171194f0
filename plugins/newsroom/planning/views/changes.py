"""Views of what changed: units and their names, articles and what was put right in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsroom.planning.views.shared import Link, Pager
from newsroom.records.values import Day, Moment

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


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionNote:
    """What was put right, and when."""

    date: Moment
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeNote:
    """A step in an article's life; `text` is a correction's."""

    date: Moment
    what: Literal["published", "corrected", "modified", "expired"]
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredChange:
    """A correction of an article, or the withdrawal of one, which is not named."""

    date: Moment
    what: Literal["corrected", "withdrawn"]
    text: str = ""
    """What was put right; why it was withdrawn."""
    article: Link | None = None
    section: Link | None = None
    """Of a withdrawn article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeIndexView:
    """A page of the register of corrections and withdrawals, newest first."""

    title: str
    changes: tuple[RegisteredChange, ...]
    pager: Pager
