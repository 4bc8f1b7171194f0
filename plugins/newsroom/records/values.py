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
class FileRef:
    """Marks a text as a path under this top folder of content/ ("photos" or "files")."""

    folder: Literal["photos", "files"]


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


def _moment(text: str) -> date | datetime:
    from vietnamese import parse_content_date

    return parse_content_date(text)


def _day(text: str) -> date:
    moment = _moment(text)
    return moment.date() if isinstance(moment, datetime) else moment


def _period(text: str) -> Period:
    from vietnamese import parse_content_period

    return parse_content_period(text)


def _number(text: str) -> Decimal:
    from decimal import InvalidOperation

    try:
        number = Decimal(text)
    except InvalidOperation as error:
        raise ValueError(text) from error
    if not number.is_finite():
        raise ValueError(text)
    return number


Moment = Annotated[date | datetime, Reads(_moment, "date")]
"""A date, with a time of day (aware, +07:00) only where the editor gave one."""
Day = Annotated[date, Reads(_day, "date")]
"""A date in Vietnam."""
PeriodValue = Annotated[Period, Reads(_period, "period")]
Number = Annotated[Decimal, Reads(_number, "number")]
"""A plain number with a decimal point: 96.4."""

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
    """Whether `now` is past the moment; a date alone includes its whole day."""
    if isinstance(moment, datetime):
        return now > moment
    return now >= starts(moment + timedelta(days=1))


def day_of(moment: date | datetime) -> date:
    """The day in Vietnam on which a moment falls."""
    return moment.astimezone(VIETNAM).date() if isinstance(moment, datetime) else moment
