"""The parts that several kinds of record share: photos, attachments, people, contacts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsroom.records.strict import Strict
from newsroom.records.values import (
    Day,
    FilePath,
    Focus,
    Moment,
    Number,
    PhotoPath,
    WebAddress,
    Whole,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo(Strict):
    """A photo as an article shows it. Credit and rights name whose it is (Law 50/2005/QH11)."""

    file: PhotoPath
    alt: str
    caption: str = ""
    credit: str = ""
    rights: str = ""
    focus: Focus = ""
    """The point to keep when the photo is cut: "x% y%" from the left and the top."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment(Strict):
    """A file that an article offers for download."""

    file: FilePath
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFile(Strict):
    """A document's own text as a file; without a title it is called by the document's number."""

    file: FilePath
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedLink(Strict):
    """A name and an address on the web."""

    name: str
    url: WebAddress


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedSource(Strict):
    """Where a text was first published."""

    name: str = ""
    url: WebAddress = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Strict):
    """Whom to ask: official channels only (Decree 42/2022/NĐ-CP, article 4)."""

    unit: str = ""
    """A unit's id, or the name of an office."""
    name: str = ""
    role: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction(Strict):
    """What was put right in an article, and when."""

    date: Moment
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal(Strict):
    """Why and when an article was taken back."""

    date: Moment
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tasks(Strict):
    """Key tasks of a review or a bloc's year: the number may be known without the list."""

    total: Whole | None = None
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Strict):
    """A person in an official role, as an event names them."""

    name: str
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerName(Strict):
    """A name that a unit bore until this day."""

    name: str
    until: Day


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval(Strict):
    """Who approved an article, and when: kept in its file, on no page."""

    by: str
    date: Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class AllowPrivate(Strict):
    """Why an article may show what the privacy check looks for."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion(Strict):
    """One line of a bloc's scoring scale."""

    label: str
    max: Number
    group: str = ""


MilestoneKind = Literal[
    "launch",
    "pledge",
    "registration",
    "implementation",
    "inspection",
    "interim_review",
    "final_review",
    "voting",
    "commendation",
    "role_models",
    "congress",
]
