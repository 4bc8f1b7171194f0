"""What moving wants to know of an old site, whichever program made it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Literal, Protocol

Taxonomy = Literal["category", "tag"]
Name = tuple[Taxonomy, str]
"""A category or a tag of the old site, as its pages showed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """An article or a page without its text: what must be known of all before one is written."""

    key: str
    """What it is called in every export of the same site."""
    kind: Literal["article", "page"]
    title: str
    slug: str
    """The name that it had in its address; "" where it had none."""
    moment: date | datetime | None
    status: Literal["published", "review", "draft"] = "published"
    language: Literal["vi", "en"] = "vi"
    addresses: tuple[str, ...] = ()
    """Paths under the old site, as a browser asked for them; its own first."""
    names: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class OldPicture:
    """A picture that stands for a whole article."""

    address: str
    alt: str = ""
    caption: str = ""


@dataclass(slots=True, kw_only=True)
class OldText:
    """The text of an article or a page, as HTML; its links and pictures as they were written."""

    key: str
    html: str
    summary: str = ""
    byline: str = ""
    modified: date | datetime | None = None
    picture: OldPicture | None = None
    notes: list[str] = field(default_factory=list)
    """What in it was not understood, as sentences."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """What an address in a text led to on the old site."""

    what: Literal["item", "asset", "name", "home", "web", "dead"]
    key: str = ""
    """The key of an item; the web address; why it is dead."""
    name: Name | None = None
    asset: Path | None = None
    """Where a picture or file lies, below the folder that was given."""


class OldSite(Protocol):
    """An old site that can be read more than once, an item at a time."""

    beside: Path
    """What was given to the command: table, memory and report are written beside it."""

    def outlines(self) -> Iterator[Outline]:
        """Every article and page, in one order always. Raises CannotImport."""

    def texts(self) -> Iterator[OldText]:
        """The text of each, in the same order. Only after `outlines` came to its end."""

    def point(self, key: str, address: str) -> Pointer:
        """What an address in the text of `key` led to."""

    def addresses_of(self, name: Name) -> tuple[str, ...]:
        """Where the old site listed what bears that name."""

    def remarks(self) -> list[str]:
        """What of the site is no article and no page, as sentences; after `outlines`."""


def beside(given: Path, ending: str) -> Path:
    """The file of that ending beside what was given: tin.xml → tin.<ending>."""
    given = given.absolute()
    return given.with_name(f"{given.stem if given.is_file() else given.name}.{ending}")
