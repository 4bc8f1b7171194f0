"""A campaign (phong trào thi đua): what it aims at, how far it has come, under which documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsroom.records.body import Body
from newsroom.records.parts import AllowPrivate, Contact, MilestoneKind, Photo
from newsroom.records.strict import Strict
from newsroom.records.values import (
    ArticleId,
    BlocId,
    CampaignId,
    Day,
    DocumentId,
    EventId,
    Flag,
    Number,
    SitePath,
    UnitId,
)

Scope = Literal["national", "ministry", "province", "bloc", "unit", "commune"]
DocumentRole = Literal["launch", "plan", "guide", "interim", "final", "award"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LaunchedBy(Strict):
    """Who launched a campaign: a unit of the register, or a name."""

    unit: UnitId | None = None
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase(Strict):
    """A part of a campaign's time, as its plan cuts it; without an end it goes on."""

    name: str
    start: Day
    end: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress(Strict):
    """A figure reached on a day, with the document that says so."""

    date: Day
    value: Number
    source: DocumentId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(Strict):
    """A figure to reach. `unit` is what is counted (%, xã, sáng kiến); `source` is the document
    that sets the goal and states the baseline."""

    label: str
    value: Number
    unit: str = ""
    baseline: Number | None = None
    due: Day | None = None
    source: DocumentId | None = None
    progress: tuple[Progress, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignDocument(Strict):
    """A document and the part it plays in a campaign."""

    document: DocumentId
    role: DocumentRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(Strict):
    """A step in a campaign's life (Law 06/2022/QH15, article 17)."""

    kind: MilestoneKind
    date: Day
    title: str = ""
    event: EventId | None = None
    article: ArticleId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign(Strict):
    """A campaign. Two forms exist in law: regular and thematic (Law 06/2022/QH15, article 16)."""

    id: str
    file: str
    name: str
    short_name: str = ""
    form: Literal["regular", "thematic"] | None = None
    short_drive: Flag = False
    form_label: str = ""
    scope: Scope | None = None
    launched_by: LaunchedBy | None = None
    lead_unit: UnitId | None = None
    parent: CampaignId | None = None
    blocs: tuple[BlocId, ...] = ()
    units: tuple[UnitId, ...] = ()
    audience: str = ""
    start: Day | None = None
    end: Day | None = None
    phase: str = ""
    phases: tuple[Phase, ...] = ()
    objectives: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    targets: tuple[Target, ...] = ()
    documents: tuple[CampaignDocument, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    results: Body | None = None
    contact: Contact | None = None
    photo: Photo | None = None
    palette: str = ""
    allow_private: AllowPrivate | None = None
    aliases: tuple[SitePath, ...] = ()
    body: Body
