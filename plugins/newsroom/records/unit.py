"""A unit (cơ quan, đơn vị): a body that takes part, under the name it has today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsroom.records.body import Body
from newsroom.records.parts import AllowPrivate, FormerName, Photo
from newsroom.records.strict import Strict
from newsroom.records.values import Day, SitePath, UnitId, WebAddress

UnitKind = Literal[
    "party",
    "government",
    "front_union",
    "enterprise",
    "armed_force",
    "school",
    "health",
    "commune",
    "other",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Strict):
    """A unit. Its id never changes, whatever it is renamed to; one that ended names its
    successors."""

    id: str
    file: str
    name: str
    short_name: str = ""
    kind: UnitKind
    level: Literal["central", "province", "district", "commune"] | None = None
    parent: UnitId | None = None
    former_names: tuple[FormerName, ...] = ()
    founded: Day | None = None
    ended: Day | None = None
    successors: tuple[UnitId, ...] = ()
    address: str = ""
    phone: str = ""
    email: str = ""
    website: WebAddress = ""
    sort_name: str = ""
    photo: Photo | None = None
    allow_private: AllowPrivate | None = None
    aliases: tuple[SitePath, ...] = ()
    body: Body
