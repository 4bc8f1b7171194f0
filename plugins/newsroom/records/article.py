"""An article: one news item, as its editor wrote it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsroom.records.body import Body
from newsroom.records.parts import (
    AllowPrivate,
    Approval,
    Attachment,
    Correction,
    NamedSource,
    Photo,
    Tasks,
    Withdrawal,
)
from newsroom.records.strict import Strict
from newsroom.records.values import (
    ArticleId,
    BlocId,
    CampaignId,
    DocumentId,
    EventId,
    Flag,
    Language,
    Moment,
    PeriodValue,
    SectionId,
    SitePath,
    UnitId,
)

Genre = Literal["news", "review", "exemplar", "notice", "speech", "photo_story"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Strict):
    """A news item. `summary` is the sapo; where none is written reading makes one from the
    body."""

    id: str
    file: str
    title: str
    date: Moment
    section: SectionId
    summary: str = ""
    made_summary: str = ""
    """The first words of the body, filled in by reading where no sapo was written."""
    genre: Genre = "news"
    period: PeriodValue | None = None
    campaigns: tuple[CampaignId, ...] = ()
    units: tuple[UnitId, ...] = ()
    blocs: tuple[BlocId, ...] = ()
    documents: tuple[DocumentId, ...] = ()
    event: EventId | None = None
    photo: Photo | None = None
    byline: str = ""
    source: NamedSource | None = None
    tags: tuple[str, ...] = ()
    featured: Flag = False
    status: Literal["published", "draft", "review", "withdrawn"] = "published"
    approval: Approval | None = None
    """Who let the text go out, and when; on no page."""
    expires: Moment | None = None
    withdrawal: Withdrawal | None = None
    modified: Moment | None = None
    corrections: tuple[Correction, ...] = ()
    aliases: tuple[SitePath, ...] = ()
    language: Language = "vi"
    counterpart: ArticleId | None = None
    share_card: Flag = False
    allow_private: AllowPrivate | None = None
    tasks: Tasks | None = None
    attachments: tuple[Attachment, ...] = ()
    body: Body
