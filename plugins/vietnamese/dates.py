"""The text of a date in; a `date`, or a `datetime` in Vietnam's time, out."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone

from .cleaning import clean

VIETNAM = timezone(timedelta(hours=7))
_FIRST_OF_ITS_ZONE = date(1975, 6, 13)


class DateError(ValueError):
    """A text that is no date; `suggestion` is the accepted spelling where one is known."""

    def __init__(self, text: str, reason: str, suggestion: str | None = None) -> None:
        super().__init__(f"{reason}: {text!r}")
        self.suggestion = suggestion


_ISO = re.compile(
    r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"
    r"(?:[ T](?P<H>\d\d):(?P<M>\d\d)(?::(?P<S>\d\d))?"
    r"(?: ?(?:(?P<utc>Z)|(?P<zh>[+-]\d\d):?(?P<zm>\d\d)))?)?",
    re.ASCII,
)
_DAY_FIRST = re.compile(
    r"(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})(?: (?P<H>\d{1,2}):(?P<M>\d\d))?", re.ASCII
)


def parse_content_date(text: str) -> date | datetime:
    """Read the forms a record may hold: `2020-07-31`, `2020-07-31 09:54[:SS]` (`T` and an offset
    or Z allowed), `31/07/2020 09:54`, `31/7/2020`, day first.

    Raises DateError otherwise, with the accepted spelling when `parse_date` knows the text.
    """
    found = _ISO.fullmatch(text) or _DAY_FIRST.fullmatch(text)
    if found:
        return _moment(text, found.groupdict())
    try:
        known = parse_date(text)
    except DateError as error:
        raise DateError(text, "not a date this format accepts", error.suggestion) from None
    raise DateError(text, "not a date this format accepts", content_spelling(known))


def content_spelling(value: date | datetime) -> str:
    """Return `value` as a record spells it: `2020-07-31` or `2020-07-31 09:54`."""
    if not isinstance(value, datetime):
        return value.isoformat()
    local = value.astimezone(VIETNAM)
    return local.replace(tzinfo=None).isoformat(" ", "seconds" if local.second else "minutes")


_WEEKDAYS = ("hai|2", "ba|3", "tư|4", "năm|5", "sáu|6", "bảy|bẩy|7")
_WEEKDAY = re.compile(
    r"(?<!\w)(?:(?:thứ |t)(?:"
    + "|".join(f"(?P<w{number}>{names})" for number, names in enumerate(_WEEKDAYS))
    + r")|(?P<w6>chủ nhật|chúa nhật|cn))(?!\w)"
)
_DATE = re.compile(
    r"(?<![\w/.-])(?:"
    r"(?P<d1>\d{1,2})(?P<s1>[/.-])(?P<m1>\d{1,2})(?P=s1)(?P<y1>\d{4})"
    r"|(?P<y2>\d{4})(?P<s2>[/-])(?P<m2>\d{1,2})(?P=s2)(?P<d2>\d{1,2})"
    r"|(?P<d3>\d{1,2}) (?:tháng|thg) (?P<m3>\d{1,2})(?:,? năm|,) (?P<y3>\d{4})"
    r")(?![\w/]|[.-]\d)",
    re.ASCII,
)
_TIME = re.compile(
    r"(?<![\w:.])(?P<H>\d{1,2})"
    r"(?: ?(?::|h|g|giờ) ?(?P<M>\d{1,2})(?: ?phút|:(?P<S>\d\d)(?:\.\d+)?)?| ?(?:h|giờ))"
    r"(?: (?P<half>sa|ch|am|pm)\b)?(?![\w:])"
)
_ZONE = re.compile(
    r"(?:\(|\b)(?:gmt|utc) ?(?P<zh>[+-]\d{1,2})(?::?(?P<zm>\d\d))?\)?|\b(?P<utc>utc|gmt)\b"
)
_FILLER = re.compile(r"(?:ngày|lúc|vào|[\s,|–-])*")


def parse_date(text: str) -> date | datetime:
    """Read a date in any form that Vietnamese offices and newspapers write, day first.

    `31/7/2020`, `31-7-2020`, `ngày 31 tháng 7 năm 2020`, ISO; with a weekday, with a time before
    or after (`09:54`, `9h54`, `9 giờ 54 phút`). No offset means Asia/Ho_Chi_Minh (+07:00, no
    summer time); with one, the instant is kept. Raises DateError for the rest: no year, a year
    of two digits, a day that does not exist, a weekday that is not that day's, and a time before
    13/6/1975, when the zone had other offsets (IANA tzdata), so that a fact stays a date.
    """
    plain = _FRACTION.sub("", " ".join(clean(text).split()))
    if found := _ISO.fullmatch(plain):
        return _moment(text, found.groupdict())
    rest = plain.lower().replace("–", "-")
    parts: dict[str, str] = {}
    rest = _ISO_T.sub(r"\1 ", rest)
    for pattern in (_DATE, _ZONE, _WEEKDAY, _TIME):
        if found := pattern.search(rest):
            parts |= {name: part for name, part in found.groupdict().items() if part}
            rest = rest[: found.start()] + "," + rest[found.end() :]
    if not _FILLER.fullmatch(rest):
        raise DateError(text, "not a date")
    return _moment(text, _numbered(parts))


_FRACTION = re.compile(r"(?<=:\d\d)\.\d+(?=Z|[ +-]|$)")
_ISO_T = re.compile(r"(\d{4}-\d\d-\d\d)t(?=\d)")


def _numbered(parts: dict[str, str]) -> dict[str, str | None]:
    """Name day, month and year alike whichever of the three date forms matched."""
    same: dict[str, str | None] = dict(parts)
    for name in "dmy":
        same[name] = next((parts[name + form] for form in "123" if name + form in parts), None)
    return same


def _moment(text: str, parts: dict[str, str | None]) -> date | datetime:
    if not parts.get("y"):
        raise DateError(text, "no full date")
    try:
        day = date(*(int(parts[name] or 0) for name in "ymd"))
    except ValueError:
        raise DateError(text, "no such day") from None
    _check_weekday(text, day, parts)
    if not parts.get("H"):
        return day
    if day < _FIRST_OF_ITS_ZONE:
        raise DateError(text, "a date before 13/6/1975 takes no time", day.isoformat())
    try:
        return datetime.combine(day, _clock(parts), _zone(parts)).astimezone(VIETNAM)
    except (ValueError, OverflowError):
        raise DateError(text, "no such time", day.isoformat()) from None


def _check_weekday(text: str, day: date, parts: dict[str, str | None]) -> None:
    named = [number for number in range(7) if parts.get(f"w{number}")]
    if named and named != [day.weekday()]:
        raise DateError(text, "the weekday is not that day's", day.isoformat())


def _clock(parts: dict[str, str | None]) -> time:
    hour = int(parts["H"] or 0)
    half = parts.get("half")
    if half:
        if not 1 <= hour <= 12:
            raise ValueError(hour)
        hour = hour % 12 + (12 if half in ("ch", "pm") else 0)
    return time(hour, int(parts.get("M") or 0), int(parts.get("S") or 0))


def _zone(parts: dict[str, str | None]) -> timezone:
    if parts.get("utc"):
        return UTC
    hours = parts.get("zh")
    if not hours:
        return VIETNAM
    minutes = int(parts.get("zm") or 0) * (-1 if hours.startswith("-") else 1)
    return timezone(timedelta(hours=int(hours), minutes=minutes))
