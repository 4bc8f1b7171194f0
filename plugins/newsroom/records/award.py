"""An award: a title or commendation, whom it went to, under which decision, and whether it still
stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsroom.records.body import Body
from newsroom.records.strict import Strict
from newsroom.records.values import BlocId, CampaignId, Day, DocumentId, PeriodValue, UnitId

AwardKind = Literal[
    "emulation_title",
    "order",
    "medal",
    "certificate_merit",
    "certificate",
    "badge",
    "flag",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient(Strict):
    """Who received an award: name, official role and unit only (Law 91/2025/QH15)."""

    type: Literal["individual", "collective", "household"]
    unit: UnitId | None = None
    name: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revocation(Strict):
    """When an award was taken back, under which decision, and why."""

    date: Day
    decision: DocumentId | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Award(Strict):
    """A title (Law 06/2022/QH15, articles 19–20) or a form of commendation (article 9)."""

    id: str
    file: str
    title: str
    kind: AwardKind
    recipient: Recipient | None = None
    level: str = ""
    period: PeriodValue | None = None
    decision: DocumentId | None = None
    campaign: CampaignId | None = None
    bloc: BlocId | None = None
    conferred: Day | None = None
    revoked: Revocation | None = None
    body: Body
