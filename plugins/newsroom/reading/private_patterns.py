"""Running text in; the identity numbers, birth dates, mobile phones and home addresses in it out.
It looks for what is written as such, since news is full of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Private(NamedTuple):
    """What was found: the problem's code, where it begins, and as much of it as may be shown."""

    code: str
    start: int
    shown: str


def private_in(text: str, *, strict: bool = False) -> Iterator[Private]:
    """All that is found. `strict` is for a text that names a person: any full date in it is a
    birth date, and whatever follows "trú tại" a home."""
    # Every text is searched, so what is rare is looked for by something quick first.
    small = text.lower()
    small = small if len(small) == len(text) else text
    if _MANY_DIGITS.search(text):
        yield from _identity_numbers(text, small)
        yield from _mobile_phones(text)
    if strict or any(sign in small for sign in ("sinh", "sn", "birth", "born")):
        yield from _birth_dates(text, strict)
    yield from _homes(text, small, strict)


_MANY_DIGITS = re.compile(r"\d[\d .()-]{5,}\d")


def _places(small: str, signs: tuple[str, ...]) -> Iterator[int]:
    """Where each of these stands in a text in small letters."""
    for sign in signs:
        place = small.find(sign)
        while place >= 0:
            yield place
            place = small.find(sign, place + 1)


_SIGNS_OF_IDENTITY = (
    *("cccd", "cmnd", "cmt", "căn cước", "định danh", "chứng minh thư", "chứng minh nhân dân"),
    *("hộ chiếu", "identity card", "id card", "passport"),
)
_NAMED_IDENTITY = re.compile(
    r"(?<!\w)(?:(?!\n\n|\|)\D){0,60}?"
    r"(?<![\w.,/])(?P<number>\d{12}|\d{9}|\d{3}(?: \d{3}){2,3}|\d{4}(?: \d{4}){2}"
    r"|0\d\d(?:\.\d{3}){3}|[A-Za-z]\d{7,8})(?!\w|[.,/]\d)"
)
_BARE_IDENTITY = re.compile(r"0(?:0[1-9]|[1-9]\d)[0-3]\d{8}(?!\w|[.,]\d)(?<![\w.,/=-]\d{12})")
"""A citizen's number shows what it is: 001 to 096 for the province, then century and sex."""


def _identity_numbers(text: str, small: str) -> Iterator[Private]:
    named = (_NAMED_IDENTITY.match(text, place) for place in _places(small, _SIGNS_OF_IDENTITY))
    numbers = {found.start("number"): found["number"] for found in named if found}
    for found in _BARE_IDENTITY.finditer(text):
        if not _is_another(text, found.start()):
            numbers[found.start()] = found[0]
    for start, number in sorted(numbers.items()):
        yield Private("E151", start, f"{number[:2]}…")


_OTHER_NUMBERS = re.compile(
    r"(?:tài khoản|STK|mã số thuế|MST|mã số doanh nghiệp|mã vạch|đường dây nóng|hotline|tổng đài"
    r"|trực ban)[^\n]{0,40}$",
    re.IGNORECASE,
)


def _is_another(text: str, start: int) -> bool:
    """Whether the words before say that the number is no person's."""
    return bool(_OTHER_NUMBERS.search(text[max(0, start - 60) : start]))


_DATE = re.compile(
    r"\d{1,2}(?:\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?P<year>\d{4})"
    r"|\s+tháng\s+\d{1,2}(?:\s+năm|,)?\s+(?P<year_in_words>\d{4}))(?!\d)"
)
_BORN = re.compile(
    r"(?:(?P<compound>\w+) )?(?<!\w)(?:sinh(?:\s+vào)?(?:\s+ngày)?"
    r"|ngày,?(?:\s+tháng,?(?:\s+năm)?)?\s+sinh|năm\s+sinh|SN|date\s+of\s+birth|born(?:\s+on)?)"
    r"\s*(?:là)?\s*[:–-]?\s*(?:ngày\s+)?$",
    re.IGNORECASE,
)
_NOT_BORN = frozenset(
    "học thí vệ tuyển hy hi khai phát nảy tái giáng tân nữ nam cứu hộ y dân an quyên ký kí môn "  # noqa: SIM905 - a list of 30 lines says no more
    "giáo chiêu sát trường phục thư".split()
)
"""What makes a word of two syllables with "sinh": "học sinh ngày 20/11/2020"."""
HISTORIC = 1930
"""Who was born earlier belongs to history: "sinh ngày 19/5/1890"."""


def _birth_dates(text: str, strict: bool) -> Iterator[Private]:
    for found in _DATE.finditer(text):
        year = found["year"] or found["year_in_words"]
        if int(year) < HISTORIC:
            continue
        born = _BORN.search(text[max(0, found.start() - 50) : found.start()])
        if strict or (born and (born["compound"] or "").lower() not in _NOT_BORN):
            yield Private("E152", found.start(), f"…{year}")


_MOBILE = re.compile(
    r"(?:\+84\)?[ .-]?(?:\(0\))?|0)(?:1[2689](?:[ .-]?\d){8}|[35789](?:[ .-]?\d){8})"
    r"(?!\w|[.,/-]\d)"
)
_OF_ANOTHER = re.compile(r"(?:\w|\d[.,])$")
_MOBILE_DIGITS = re.compile(r"0(?:1[2689]\d{8}|(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7})")
"""The ranges of mobile networks; landlines (02…), 1800 and 1900 are offices'."""
_DAY_FIRST = re.compile(r"\d\d([.-])\d\d\1(?:19|20)\d\d")
_WEB = re.compile(r"https?://\S+")


def _mobile_phones(text: str) -> Iterator[Private]:
    for found in _MOBILE.finditer(_without_web(text)):
        digits = re.sub(r"\D", "", found[0].replace("(0)", ""))
        digits = "0" + digits[2:] if "+" in found[0] else digits
        separators = set(re.sub(r"[\d()+]", "", found[0]))
        if not _MOBILE_DIGITS.fullmatch(digits) or _DAY_FIRST.match(found[0]):
            continue
        before = text[max(0, found.start() - 2) : found.start()]
        if len(separators) > 1 or _OF_ANOTHER.search(before) or _is_another(text, found.start()):
            continue
        yield Private("E153", found.start(), f"{digits[:3]}…")


def _without_web(text: str) -> str:
    """The text with its web addresses blanked, each place where it was."""
    return _WEB.sub(lambda found: " " * len(found[0]), text) if "://" in text else text


_SIGNS_OF_HOMES = ("trú", "ngụ", "nhà riêng", "hktt", "nơi ở", "chỗ ở", "địa chỉ nhà")
_LIVES = (
    r"(?<!lưu )(?<!bán )(?<!nội )(?<!ngoại )(?<!\w)(?P<word>trú(?: quán)?|ngụ|nhà riêng|HKTT"
    r"|(?:nơi|chỗ) ở(?: hiện (?:nay|tại))?|địa chỉ nhà(?: riêng)?)"
)
_HOME = re.compile(
    rf"{_LIVES}(?:\s*[:,]|\s+(?:tại|ở|là)(?!\w))*\s*(?:(?:số nhà|nhà số|căn hộ|căn|phòng)\s+)?"
    r"(?:số\s+)?\d{1,4}[A-Za-z]?(?:[/-]\d{1,4}[A-Za-z]?)*,?\s+(?P<street>\w+)",
    re.IGNORECASE,
)
_ANY_HOME = re.compile(rf"{_LIVES}(?:\s*:|\s+(?:tại|ở))\s*\w", re.IGNORECASE)
_STREETS = frozenset(["đường", "phố", "ngõ", "ngách", "hẻm", "kiệt", "lô"])
_OFFICES = re.compile(r"(?:cơ quan|văn phòng|phóng viên|đại diện|ban)\s+thường\s+$", re.IGNORECASE)


def _homes(text: str, small: str, strict: bool) -> Iterator[Private]:
    """A village or a ward is no address; a house in a street is. Agencies "reside" too."""
    pattern = _ANY_HOME if strict else _HOME
    for place in _places(small, _SIGNS_OF_HOMES):
        found = pattern.match(text, place)
        if not found or _OFFICES.search(text[max(0, place - 25) : place]):
            continue
        if strict or _is_street(found["street"]):
            yield Private("E154", place, f"{found['word']} …")


def _is_street(word: str) -> bool:
    return word.lower() in _STREETS or word[0].isupper()
