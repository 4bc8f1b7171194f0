"""How an editor spells a single value: text in, the value out, or Unreadable with the accepted
spelling."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from unicodedata import is_normalized
from urllib.parse import unquote

from vietnamese import Period, parse_content_date, parse_content_period


class Unreadable(ValueError):
    """A text that is no such value; `suggestion` is the accepted spelling where one is known."""

    def __init__(self, text: str, suggestion: str = "") -> None:
        super().__init__(text)
        self.suggestion = suggestion


FIRST_YEAR, LAST_YEAR = 1000, 2999
"""No record of an agency speaks of other years; a day beside the first or last one that a computer
can count would stop it in the middle of a build."""


def read_moment(text: str) -> date | datetime:
    """A date, with a time where one is given. Raises vietnamese.DateError, or Unreadable for a
    year that no record is of."""
    moment = parse_content_date(text)
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise Unreadable(text)
    return moment


def read_day(text: str) -> date:
    """A date; a time of day is dropped. Raises vietnamese.DateError."""
    moment = read_moment(text)
    return moment.date() if isinstance(moment, datetime) else moment


def read_period(text: str) -> Period:
    """A period such as 2020-H1. Raises vietnamese.PeriodError, or Unreadable for a year that no
    record is of."""
    period = parse_content_period(text)
    if not FIRST_YEAR <= period.start.year <= period.end.year <= LAST_YEAR:
        raise Unreadable(text)
    return period


def read_number(text: str) -> Decimal:
    """A plain number with a decimal point, at most 18 digits before it and 9 after."""
    if re.fullmatch(r"-?\d{1,18}(?:\.\d{1,9})?", text, re.ASCII):
        return Decimal(text)
    raise Unreadable(text, _with_a_point(text))


def _with_a_point(text: str) -> str:
    plain = text.removesuffix("%").strip().replace(" ", "")
    if re.fullmatch(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?", plain, re.ASCII):
        plain = plain.replace(".", "")
    plain = plain.replace(",", ".")
    return plain if re.fullmatch(r"-?\d{1,18}(?:\.\d{1,9})?", plain, re.ASCII) else ""


def read_whole(text: str) -> int:
    """A whole number of at most 9 digits."""
    if not re.fullmatch(r"-?\d{1,9}", text, re.ASCII):
        raise Unreadable(text)
    return int(text)


def read_flag(text: str) -> bool:
    """True or false; yes and no mean the same."""
    spelled = {"true": True, "yes": True, "false": False, "no": False}
    if text.lower() not in spelled:
        raise Unreadable(text, {"có": "true", "không": "false"}.get(text.lower(), ""))
    return spelled[text.lower()]


_WEB = re.compile(r"https?://[^\s/?#@\\<>\"]+(?:[/?#][^\s\\<>\"]*)?")


def read_web_address(text: str) -> str:
    """An http or https address without a user name in it."""
    if _WEB.fullmatch(text) and text.isprintable():
        return text
    bare = re.fullmatch(r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/\S*)?", text)
    raise Unreadable(text, f"https://{text}" if bare else "")


def read_contact_address(text: str) -> str:
    """A mailto:, tel: or web address (RFC 9116, section 2.5.3)."""
    if re.fullmatch(r"mailto:[^\s@<>\"]+@[^\s@<>\"]+|tel:[+\d][\d.-]+", text):
        return text
    if re.fullmatch(r"[^\s@<>\":]+@[^\s@<>\"]+", text):
        raise Unreadable(text, f"mailto:{text}")
    return read_web_address(text)


_PART = r"(?!\.)[\w.~+,;()@=&'!$-]+(?<!\.)"
_SITE_PATH = re.compile(rf"/(?:{_PART}/)*{_PART}/?")


def read_site_path(text: str) -> str:
    """An address under the site: begins with `/`, no query, no part that begins or ends with a
    dot, and no sign that a disk or a browser takes for something else. Letters of any script stand
    for themselves, not for their bytes (%C5%A9)."""
    if _is_site_path(text):
        return text
    meant = "/" + unquote(text.partition("?")[0].partition("#")[0]).lstrip("/")
    raise Unreadable(text, meant if _is_site_path(meant) else "")


LONGEST_NAME = 200
"""Bytes in UTF-8: disks take 255, and some give a part of them away."""


def _is_site_path(text: str) -> bool:
    fits = all(len(part.encode()) <= LONGEST_NAME for part in text.split("/"))
    return fits and is_normalized("NFC", text) and bool(_SITE_PATH.fullmatch(text))


_PLACE = re.compile(r"/|(?:article|campaign|unit|bloc|document|event|section|page):[a-z0-9-]+")


def read_place(text: str) -> str:
    """An address under the site, `kind:id`, or a web address."""
    if _PLACE.fullmatch(text):
        return text
    return read_site_path(text) if text.startswith("/") else read_web_address(text)


def read_focus(text: str) -> str:
    """A point of a picture: "50% 30%", from the left and from the top."""
    found = re.fullmatch(r"(\d{1,3})% (\d{1,3})%", text, re.ASCII)
    if not found or max(int(found[1]), int(found[2])) > 100:
        raise Unreadable(text)
    return text


def is_below(folder: str, path: str) -> bool:
    """Whether a relative path with `/` stays below a top folder of content/: no `..`, nothing
    absolute, no backslash, no percent sign that a host might decode, no control character."""
    parts = path.split("/")
    return (
        len(parts) > 1
        and parts[0] == folder
        and path.isprintable()
        and not any(sign in path for sign in "\\%?#:")
        and not any(part.startswith(".") or part != part.strip() or not part for part in parts)
    )
