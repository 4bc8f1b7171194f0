"""The types of single values in a record: references, moments, periods, numbers, and how text
becomes each.

Markers carry the rule; pydantic is imported only when a file is really being checked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal

from newsroom.records.spellings import (
    Unreadable,
    is_below,
    read_contact_address,
    read_day,
    read_flag,
    read_focus,
    read_moment,
    read_number,
    read_period,
    read_place,
    read_site_path,
    read_web_address,
    read_whole,
)
from vietnamese import VIETNAM, Period

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

Kind = Literal[
    "article",
    "campaign",
    "unit",
    "bloc",
    "document",
    "event",
    "award",
    "section",
    "page",
    "site",
]
KINDS: tuple[Kind, ...] = (
    "article",
    "campaign",
    "unit",
    "bloc",
    "document",
    "event",
    "award",
    "section",
    "page",
    "site",
)


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a text as the id of a record of this kind; linking checks that it exists."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class Reads:
    """Marks a value that is read from text by `read`; a ValueError becomes the problem `code`."""

    read: Callable[[str], Any]
    code: str

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        from pydantic_core import PydanticCustomError, core_schema

        def read(value: object) -> object:
            if not isinstance(value, str):
                raise PydanticCustomError("string_type", "text expected")
            try:
                return self.read(value)
            except ValueError as error:
                suggestion = getattr(error, "suggestion", None) or ""
                raise PydanticCustomError(
                    "reads", "unreadable", {"code": self.code, "suggestion": suggestion}
                ) from error

        return core_schema.no_info_plain_validator_function(read)


@dataclass(frozen=True, slots=True)
class FileRef:
    """Marks a text as a path under this top folder of content/ ("photos" or "files")."""

    folder: Literal["photos", "files"]

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return Reads(self.path, f"path_{self.folder}").__get_pydantic_core_schema__(
            source, handler
        )

    def path(self, text: str) -> str:
        """The path, if it stays below the folder; a slash in front, as the CMS writes it, is
        dropped. ValueError otherwise; its `suggestion` is the path that may be meant."""
        if is_below(self.folder, path := text.removeprefix("/")):
            return path
        raise Unreadable(text, self._meant(text))

    def _meant(self, text: str) -> str:
        meant = text.replace("\\", "/").lstrip("/")
        meant = meant.removeprefix("content/").removeprefix(f"{self.folder}:")
        if not meant.startswith(f"{self.folder}/"):
            meant = f"{self.folder}/{meant}"
        return meant if is_below(self.folder, meant) else ""


Moment = Annotated[date | datetime, Reads(read_moment, "date")]
"""A date, with a time of day (aware, +07:00) only where the editor gave one."""
Day = Annotated[date, Reads(read_day, "date")]
"""A date in Vietnam."""
PeriodValue = Annotated[Period, Reads(read_period, "period")]
Number = Annotated[Decimal, Reads(read_number, "number")]
"""A plain number with a decimal point: 96.4."""
Whole = Annotated[int, Reads(read_whole, "whole")]
Flag = Annotated[bool, Reads(read_flag, "flag")]
"""true or false (yes and no are read too)."""
WebAddress = Annotated[str, Reads(read_web_address, "web")]
"""http or https only: what an editor writes here becomes a link."""
ContactAddress = Annotated[str, Reads(read_contact_address, "contact")]
"""mailto:, tel: or a web address (RFC 9116, section 2.5.3)."""
SitePath = Annotated[str, Reads(read_site_path, "alias")]
"""An address under the site: /tin/cu.html, no query."""
Place = Annotated[str, Reads(read_place, "place")]
"""An address under the site, `kind:id`, or a web address."""
Focus = Annotated[str, Reads(read_focus, "focus")]

ArticleId = Annotated[str, Ref("article")]
CampaignId = Annotated[str, Ref("campaign")]
UnitId = Annotated[str, Ref("unit")]
BlocId = Annotated[str, Ref("bloc")]
DocumentId = Annotated[str, Ref("document")]
EventId = Annotated[str, Ref("event")]
SectionId = Annotated[str, Ref("section")]
PageId = Annotated[str, Ref("page")]
PhotoPath = Annotated[str, FileRef("photos")]
FilePath = Annotated[str, FileRef("files")]

Language = Literal["vi", "en"]


def starts(moment: date | datetime) -> datetime:
    """The instant a moment begins: a date alone begins at midnight in Vietnam."""
    if isinstance(moment, datetime):
        return moment
    return datetime(moment.year, moment.month, moment.day, tzinfo=VIETNAM)


def is_over(moment: date | datetime, now: datetime) -> bool:
    """Whether the moment has come; a date alone includes its whole day."""
    if isinstance(moment, datetime):
        return now >= moment
    return now >= starts(moment + timedelta(days=1))


def day_of(moment: date | datetime) -> date:
    """The day in Vietnam on which a moment falls."""
    return moment.astimezone(VIETNAM).date() if isinstance(moment, datetime) else moment
