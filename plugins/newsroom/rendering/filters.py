"""Values in; the text that readers see out. One set of filters for each interface language."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from newsroom.catalogue import Words
from vietnamese import VIETNAM, format_date, format_number, nbsp, smart_quotes, upper

_NO_BREAK = "\u00a0"
_ENGLISH = {
    "date": "dd MMM y",
    "stamp": "dd MMM y, HH:mm",
    "short": "d MMM y",
    "full": "EEEE, d MMMM y",
    "full_time": "EEEE, d MMMM y, HH:mm",
    "long": "d MMMM y",
    "official_long": "d MMMM y",
    "month": "MMMM y",
    "month_name": "MMMM",
    "year": "y",
    "day": "d",
    "time": "HH:mm",
}


_KEPT = 1_024


def filters_for(words: Words) -> Mapping[str, Callable[..., Any]]:
    """Return every filter by the name that templates call it."""
    # The same titles and days are printed again and again: on cards, in facts, in lists.
    kept = lru_cache(_KEPT, typed=True)
    english = words.language == "en"
    number = english_number if english else vietnamese_number
    return {
        "date": kept(english_date if english else vietnamese_date),
        "number": number,
        "quantity": lambda value, unit, digits=None: number(value, digits, spaced(unit)),
        "size": lambda size: words(**_size(size, number)),
        "label": lambda value, kind: words(f"{kind}.{value}"),
        "nbsp": kept(typeset),
        "capitals": str.upper if english else upper,
        "day": day,
        "plain": plain,
        "digits": digits_of,
        "json_ld": json_ld,
        "sentence": sentence,
        "dotted": dotted,
    }


def typeset(text: str) -> str:
    """Return a title or another plain text with its quotation marks curled, and its numbers glued
    to their nouns."""
    return nbsp(smart_quotes(text))


def vietnamese_date(value: date | datetime, style: str = "date") -> str:
    """Return a date as `vietnamese.format_date` spells it in this style."""
    return format_date(value, style)


def english_date(value: date | datetime, style: str = "date") -> str:
    """Return the same styles for readers of English: 31 Jul 2020, 09:54. Babel's own defaults are
    American, so every pattern is given."""
    from babel.dates import format_date as babel_date
    from babel.dates import format_datetime

    if style == "iso":
        return format_date(value, "iso")
    if isinstance(value, datetime):
        return format_datetime(value, _ENGLISH[style], tzinfo=VIETNAM, locale="en")
    if style == "time":
        return ""
    pattern = _ENGLISH[style].removesuffix(", HH:mm")
    return babel_date(value, pattern, locale="en")


def vietnamese_number(value: Decimal | int, digits: int | None = None, unit: str = "") -> str:
    """Return 1.234,5 and the unit as given."""
    return format_number(value, digits, unit)


def english_number(value: Decimal | int, digits: int | None = None, unit: str = "") -> str:
    """Return 1,234.5 and the unit as given: the Vietnamese spelling with its marks exchanged, so
    that both languages round alike."""
    return format_number(value, digits).translate(str.maketrans(".,", ",.")) + unit


def spaced(unit: str) -> str:
    """Return the unit as it follows a number: 98%, but 60 nơi, never parted by a line's end."""
    return unit if unit in ("", "%") else _NO_BREAK + unit


def day(value: date | datetime) -> date:
    """Return the day in Vietnam."""
    return value.astimezone(VIETNAM).date() if isinstance(value, datetime) else value


def plain(value: Decimal | int) -> str:
    """Return a number for machines, as attributes need it: 96.4, never 9E+1 or 50.0."""
    text = f"{Decimal(str(value)):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def digits_of(values: Iterable[Decimal]) -> int:
    """Return how many decimals all of these need, so that a row of figures lines up."""
    return max((len(plain(value).partition(".")[2]) for value in values), default=0)


def sentence(parts: Iterable[str]) -> str:
    """Return the parts that are not empty, parted by commas."""
    return ", ".join(part for part in parts if part)


def dotted(parts: Iterable[str]) -> str:
    """Return the parts, each once whatever its capitals, with a dot between."""
    once: dict[str, str] = {}
    for part in parts:
        once.setdefault(part.lower(), part)
    return " · ".join(once.values())


def json_ld(text: str | bytes) -> Markup:
    """Return JSON that can stand inside <script>: no text in it can end the element.

    Not a body, yet safe to mark: it is parsed, and its angle brackets and ampersands are written
    as escapes, which JSON reads as the same text.
    """
    compact = json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        compact = compact.replace(letter, f"\\u{ord(letter):04x}")
    return Markup(compact)  # noqa: S704 every letter that HTML gives a meaning is escaped above


def _size(size: int, number: Callable[..., str]) -> dict[str, Any]:
    if size >= 1_000_000:
        return {"id": "file.mb", "n": number(Decimal(size) / 1_000_000, 1)}
    return {"id": "file.kb", "n": number(max(1, round(size / 1000)))}
