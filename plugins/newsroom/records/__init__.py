"""The nouns: every kind of record, frozen. No disk, no Pelican, no Jinja."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from newsroom.records.article import Article
from newsroom.records.assets import AttachedFile, PhotoFile
from newsroom.records.award import Award
from newsroom.records.bloc import Bloc
from newsroom.records.body import Body, Heading, Slot
from newsroom.records.campaign import Campaign
from newsroom.records.document import Document
from newsroom.records.event import Event
from newsroom.records.site import Page, Section, SiteInfo
from newsroom.records.unit import Unit

Record = Article | Campaign | Unit | Bloc | Document | Event | Award | Section | Page
"""Every kind that has an id of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """All that reading found, by kind and id, in the order of their files; and the assets they
    refer to."""

    site: SiteInfo
    article: Mapping[str, Article] = field(default_factory=dict)
    campaign: Mapping[str, Campaign] = field(default_factory=dict)
    unit: Mapping[str, Unit] = field(default_factory=dict)
    bloc: Mapping[str, Bloc] = field(default_factory=dict)
    document: Mapping[str, Document] = field(default_factory=dict)
    event: Mapping[str, Event] = field(default_factory=dict)
    award: Mapping[str, Award] = field(default_factory=dict)
    section: Mapping[str, Section] = field(default_factory=dict)
    page: Mapping[str, Page] = field(default_factory=dict)
    photos: Mapping[str, PhotoFile] = field(default_factory=dict)
    """By path under content/ (photos/2020/07/x.jpg): only those that something refers to."""
    files: Mapping[str, AttachedFile] = field(default_factory=dict)

    def of_kind(self, kind: str) -> Mapping[str, Record]:
        """The records of one kind, by id."""
        by_kind: Mapping[str, Record] = getattr(self, kind)
        return by_kind

    def all(self) -> Iterator[tuple[str, Record]]:
        """Every record with its kind."""
        for kind in RECORD_KINDS:
            for record in self.of_kind(kind).values():
                yield kind, record


RECORD_KINDS = (
    "article",
    "campaign",
    "unit",
    "bloc",
    "document",
    "event",
    "award",
    "section",
    "page",
)

__all__ = [
    "RECORD_KINDS",
    "Article",
    "AttachedFile",
    "Award",
    "Bloc",
    "Body",
    "Campaign",
    "Document",
    "Event",
    "Heading",
    "Page",
    "PhotoFile",
    "Record",
    "Records",
    "Section",
    "SiteInfo",
    "Slot",
    "Unit",
]
