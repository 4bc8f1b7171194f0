"""An event (hội nghị, lễ phát động …): when and where it was held, and who chaired it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsroom.records.body import Body
from newsroom.records.parts import AllowPrivate, MilestoneKind, Person, Photo
from newsroom.records.strict import Strict
from newsroom.records.values import BlocId, CampaignId, DocumentId, Moment, PeriodValue, SitePath

EventKind = Literal["conference"] | MilestoneKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Strict):
    """An event with a full date: an article may say "29/7", its event says the year."""

    id: str
    file: str
    title: str
    kind: EventKind
    start: Moment
    end: Moment | None = None
    venue: str = ""
    chair: tuple[Person, ...] = ()
    attending: tuple[str, ...] = ()
    campaign: CampaignId | None = None
    bloc: BlocId | None = None
    period: PeriodValue | None = None
    documents: tuple[DocumentId, ...] = ()
    photo: Photo | None = None
    allow_private: AllowPrivate | None = None
    aliases: tuple[SitePath, ...] = ()
    body: Body
