"""The text of a period in; its first and last day, and the label to print, out."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from .cleaning import clean
from .dates import DateError, parse_date


class PeriodError(ValueError):
    """A text that is no period; `suggestion` is the accepted spelling where one is known."""

    def __init__(self, text: str, suggestion: str | None = None) -> None:
        super().__init__(f"not a period: {text!r}")
        self.suggestion = suggestion


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both included; `label` is the Vietnamese text to show."""

    start: date
    end: date
    label: str

    def __str__(self) -> str:
        """Return the ISO 8601 interval: 2020-01-01/2020-06-30."""
        return f"{self.start.isoformat()}/{self.end.isoformat()}"


_CONTENT = re.compile(
    r"(?P<y>\d{4})(?:-H(?P<h>[12])|-Q(?P<q>[1-4])|-(?P<m>0[1-9]|1[0-2])|\.\.(?P<last>\d{4}))?",
    re.ASCII,
)


def parse_content_period(text: str) -> Period:
    """Read the forms a record may hold: `2020` `2020-H1` `2020-Q3` `2020-07` `2021..2025`.

    Raises PeriodError otherwise, with the accepted spelling when `parse_period` knows the text
    and a record can hold it.
    """
    found = _CONTENT.fullmatch(text)
    if found and (period := _from_content(found)):
        return period
    try:
        known = parse_period(text)
    except PeriodError as error:
        raise PeriodError(text, error.suggestion) from None
    raise PeriodError(text, content_spelling(known))


_SPAN = r"(?P<y>\d{4})\s*(?:-|–|—|đến|tới|\.\.)\s*(?:năm\s+)?(?P<last>\d{4})"
_OF_YEAR = r"\s*(?:/|,|năm|của năm)?\s*(?P<y>\d{4})"
_WORDS = {"ba": "3", "sáu": "6", "chín": "9", "i": "1", "ii": "2", "iii": "3", "iv": "4"}
_FORMS = (
    re.compile(rf"(?P<n>3|6|9|ba|sáu|chín)\s+tháng\s+(?P<part>đầu|cuối){_OF_YEAR}"),
    re.compile(rf"nửa\s+(?P<part>đầu|cuối){_OF_YEAR}"),
    re.compile(rf"quý\s+(?P<q>[1-4]|i{{1,3}}|iv){_OF_YEAR}"),
    re.compile(r"tháng\s+(?P<m>\d{1,2})\s*(?:/|,|-|năm)\s*(?:năm\s+)?(?P<y>\d{4})"),
    re.compile(rf"(?P<kind>giai đoạn|thời kỳ|nhiệm kỳ|năm học)\s+(?:từ\s+)?(?:năm\s+)?{_SPAN}"),
    re.compile(_SPAN),
    re.compile(r"(?:năm\s+)?(?P<y>\d{4})"),
)
_DAYS = re.compile(r"từ\s+(?P<first>\D{0,6}\d.*?)\s+(?:đến|tới)\s+(?P<last>\D{0,12}\d.*)")


def parse_period(text: str) -> Period:
    """Read a period as records hold it, or as Vietnamese reports write it.

    6 tháng đầu/cuối năm 2020 · quý III/2020 · tháng 7 năm 2020 · giai đoạn 2021–2025 · nhiệm kỳ
    2020–2025 · năm học 2025–2026 (September to May) · từ ngày
    … đến ngày …. `str()` is the ISO 8601 interval. Raises PeriodError.
    """
    plain = " ".join(clean(text).split())
    if (found := _CONTENT.fullmatch(plain)) and (period := _from_content(found)):
        return period
    lowered = plain.lower()
    for form in _FORMS:
        if (found := form.fullmatch(lowered)) and (period := _from_words(found)):
            return period
    if (found := _DAYS.fullmatch(lowered)) and (period := _from_days(found)):
        return period
    raise PeriodError(text)


def _from_content(found: re.Match[str]) -> Period | None:
    year, parts = int(found["y"]), found.groupdict()
    if parts["h"]:
        return _half(year, parts["h"] == "1")
    if parts["q"]:
        return _quarter(year, int(parts["q"]))
    if parts["m"]:
        return _month(year, int(parts["m"]))
    return _years(year, int(parts["last"] or year), "")


def _from_words(found: re.Match[str]) -> Period | None:
    parts = {name: part for name, part in found.groupdict().items() if part}
    year = int(parts["y"])
    if "part" in parts:
        count = parts.get("n", "6")
        return _months(year, int(_WORDS.get(count, count)), parts["part"])
    if "q" in parts:
        return _quarter(year, int(_WORDS.get(parts["q"], parts["q"])))
    if "m" in parts:
        return _month(year, int(parts["m"]))
    return _years(year, int(parts.get("last", year)), parts.get("kind", ""))


def _half(year: int, first: bool) -> Period | None:
    return _months(year, 6, "đầu" if first else "cuối")


def _months(year: int, count: int, part: str) -> Period | None:
    first = 1 if part == "đầu" else 13 - count
    return _between(year, first, year, first + count - 1, f"{count} tháng {part} năm {year}")


def _quarter(year: int, number: int) -> Period | None:
    label = f"Quý {('I', 'II', 'III', 'IV')[number - 1]}/{year}"
    return _between(year, number * 3 - 2, year, number * 3, label)


def _month(year: int, month: int) -> Period | None:
    return _between(year, month, year, month, f"Tháng {month} năm {year}")


def _years(first: int, last: int, kind: str) -> Period | None:
    if first == last and not kind:
        return _between(first, 1, first, 12, f"Năm {first}")
    kind = kind or "giai đoạn"
    label = f"{kind[0].upper()}{kind[1:]} {first}–{last}"
    if kind == "năm học":
        return _between(first, 9, last, 5, label) if last == first + 1 else None
    return _between(first, 1, last, 12, label) if first < last else None


def _between(year: int, month: int, last_year: int, last_month: int, label: str) -> Period | None:
    try:
        end = date(last_year, last_month, monthrange(last_year, last_month)[1])
        return Period(date(year, month, 1), end, label)
    except ValueError:
        return None


def _from_days(found: re.Match[str]) -> Period | None:
    try:
        first, last = parse_date(found["first"]), parse_date(found["last"])
    except DateError:
        return None
    start, end = date(*first.timetuple()[:3]), date(*last.timetuple()[:3])
    label = f"{start.day}/{start.month}/{start.year} – {end.day}/{end.month}/{end.year}"
    return Period(start, end, label) if start <= end else None


def content_spelling(period: Period) -> str | None:
    """Return how a record spells `period`, or None where it cannot hold it."""
    first, last = period.start.year, period.end.year
    parts = ["", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4", *(f"-{m:02}" for m in range(1, 13))]
    for spelling in [*(f"{first}{part}" for part in parts), f"{first}..{last}"]:
        found = _CONTENT.fullmatch(spelling)
        same = found and _from_content(found)
        if same and str(same) == str(period):
            return spelling
    return None
