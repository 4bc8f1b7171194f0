"""A document (văn bản): its number is not a key, since numbering restarts; its id carries the
year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsroom.records.body import Body
from newsroom.records.parts import AllowPrivate, DocumentFile
from newsroom.records.strict import Strict
from newsroom.records.values import Day, DocumentId, SitePath, WebAddress

DocumentType = Literal[
    "directive",
    "resolution",
    "decision",
    "plan",
    "guide",
    "law",
    "decree",
    "circular",
    "report",
    "notice",
    "dispatch",
    "regulation",
]
DocumentStatus = Literal["in_force", "expired", "pending", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Strict):
    """A document as its head states it: number, type, issuer, day, and its legal state."""

    id: str
    file: str
    number: str
    type: DocumentType
    issuer: str
    issued: Day
    abstract: str = ""
    signer: str = ""
    signer_title: str = ""
    effective: Day | None = None
    expired: Day | None = None
    status: DocumentStatus | None = None
    replaces: tuple[DocumentId, ...] = ()
    amends: tuple[DocumentId, ...] = ()
    files: tuple[DocumentFile, ...] = ()
    official_url: WebAddress = ""
    allow_private: AllowPrivate | None = None
    aliases: tuple[SitePath, ...] = ()
    body: Body
