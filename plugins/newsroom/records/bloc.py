"""A bloc or cluster (khối, cụm thi đua): units that vie with each other, redrawn every year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsroom.records.body import Body
from newsroom.records.parts import AllowPrivate, Criterion, Tasks
from newsroom.records.strict import Strict
from newsroom.records.values import Day, DocumentId, Flag, Number, SitePath, UnitId, Whole


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow(Strict):
    """One member's points: scored by itself, by the bloc, added, taken off, in all."""

    unit: UnitId
    self: Number | None = None
    bloc: Number | None = None
    bonus: Number | None = None
    deduction: Number | None = None
    total: Number
    rank: Whole | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores(Strict):
    """A year's score table. Shown only when `published`, under the decision it cites."""

    scale: Number | None = None
    criteria: tuple[Criterion, ...] = ()
    rows: tuple[ScoreRow, ...] = ()
    decision: DocumentId
    published: Flag = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BlocYear(Strict):
    """A bloc in one year. Head and deputies are units; members stand in the decision's order."""

    year: Whole
    head: UnitId | None = None
    deputies: tuple[UnitId, ...] = ()
    members: tuple[UnitId, ...] = ()
    pledge: DocumentId | None = None
    regulation: DocumentId | None = None
    tasks: Tasks | None = None
    scores: Scores | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bloc(Strict):
    """A bloc (khối, bodies of like function) or a cluster (cụm, territories)."""

    id: str
    file: str
    name: str
    short_name: str = ""
    kind: Literal["bloc", "cluster"] = "bloc"
    organised_by: str = ""
    start: Day | None = None
    end: Day | None = None
    years: tuple[BlocYear, ...] = ()
    allow_private: AllowPrivate | None = None
    aliases: tuple[SitePath, ...] = ()
    body: Body
