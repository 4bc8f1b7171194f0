"""Text as it is stored in; the same text as it is printed out. Never applied to what is kept."""

import re
from collections.abc import Iterator

from .cleaning import compose
from .document_numbers import NUMBER

_CODE = r"`+[^`]*`+"
_ADDRESS = r"(?:https?://|www\.)[^\s\"'<>]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.-]+"
# A name before @ has at most 64 letters (RFC 5321, 4.5.3.1.1); without that, and without its
# beginning in sight, a word of 20,000 letters is looked through from each of them.
_BEFORE = (
    "số|ngày|tháng|năm|quý|điều|khoản|điểm|mục|chương|phần|phụ lục|trang|bảng|hình|khóa|khoá|kỳ|"
    "thứ|khối|cụm|đại hội"
)
_AFTER = (
    "giây|phút|giờ|ngày|tuần|tháng|quý|năm|đồng|nghìn|ngàn|triệu|tỷ|tỉ|người|lượt|lần|điểm|hộ|"
    "xã|phường|tỉnh|huyện|thôn|km|m|m²|km²|ha|kg|tấn|mét|tập thể|cá nhân|đơn vị|cơ quan|"
    "cán bộ|nhiệm vụ|chỉ tiêu|tiêu chí|nội dung|phong trào|khối|cụm|bài|giải|đồng chí|đại biểu"
)
_FIGURE = r"\d(?:[\d.,/:-]{0,40}\d)?"
# Found by the blank between, with a look at the few letters before: looking for words from every
# letter of a text takes ten times as long.
_BLANK_FIGURE = re.compile(r" (?=\d|[IVXL]+(?!\w))")
_FIGURE_BLANK = re.compile(rf"(?<=\d) (?=(?i:{_AFTER})(?!\w))")
_SHORT_BLANK = re.compile(r"(?<=[.P]) (?=[^\W\d_])")
_ORDINAL = re.compile(rf"(?<!\w)(?i:{_BEFORE})\Z")
_COUNT = re.compile(rf"(?P<before>[ \u00a0]?)(?<![\w/.,-]){_FIGURE}\Z")
_SHORT = re.compile(r"(?<!\w)(?:(?:TP|Tp|TX|TT|GS|TS|PGS|ThS|BS|[A-ZĐ])\.|TP)\Z")
_NEAR, _FIGURES = 10, 46
"""More letters than a word before has, and than a figure, with what may stand before them."""


def nbsp(text: str) -> str:
    """Return `text` with U+00A0 between a number and its noun, so that no line ends between.

    số 34-CT/TW, ngày 7/4/2014, 6 tháng, Điều 16, thứ XIII, TP. Hồ Chí Minh, initials. Nothing
    changes inside `code`. Source: the practice of state gazettes; U+00A0 is only for display.
    """
    places = _glued(text)
    if not places:
        return text
    code = [found.span() for found in re.finditer(_CODE, text)]
    characters = list(text)
    for place in places:
        if not any(start < place < end for start, end in code):
            characters[place] = "\u00a0"
    return "".join(characters)


def _glued(text: str) -> set[int]:
    """Where a line must not end."""
    places = {
        place
        for place in _starts(_BLANK_FIGURE, text)
        if _ORDINAL.search(text[max(0, place - _NEAR) : place])
    }
    ordinals = frozenset(places)
    for place in _starts(_FIGURE_BLANK, text):
        first = max(0, place - _FIGURES)
        figure = _COUNT.search(text[first:place])
        if figure and first + figure.start("before") not in ordinals:
            places.add(place)
    for place in _starts(_SHORT_BLANK, text):
        if text[place + 1].isupper() and _SHORT.search(text[max(0, place - _NEAR) : place]):
            places.add(place)
    return places


def _starts(pattern: re.Pattern[str], text: str) -> Iterator[int]:
    return (found.start() for found in pattern.finditer(text))


_QUOTES = re.compile(rf"{_CODE}|{_ADDRESS}|(?P<quote>[\"'])")
_OPENING = {'"': "“", "'": "‘"}
_CLOSING = {'"': "”", "'": "’"}


def smart_quotes(text: str) -> str:
    """Return `text` with straight quotes curled: “ ” outside, ‘ ’ inside, ’ as apostrophe.

    Feet and inches (5'10") and quotes inside `code` and addresses stay straight.
    """
    if '"' not in text and "'" not in text:
        return text
    printed, end, opened = "", 0, ""
    for found in _QUOTES.finditer(text):
        if not (quote := found["quote"]):
            continue
        before = text[found.start() - 1 : found.start()]
        after = text[found.end() : found.end() + 1]
        curled = _curled(quote, before, after, opened)
        if curled == _OPENING[quote]:
            opened += quote
        elif not (before.isalpha() and after.isalpha()):
            opened = opened.replace(quote, "")
        printed += text[end : found.start()] + curled
        end = found.end()
    return printed + text[end:]


def _curled(quote: str, before: str, after: str, opened: str) -> str:
    begins = not before or before.isspace() or before in "([{“‘–—-/" or before in opened[-1:]
    begins = begins or (before in ",;:" and quote not in opened)
    if begins and after and not after.isspace() and after not in ".,;:!?)]}":
        return _OPENING[quote]
    if before.isdigit() and quote not in opened:
        return quote
    return _CLOSING[quote]


def list_marker_sequence(n: int) -> list[str]:
    """Return the first `n` letters of a legal list: a b c d đ e g h i k …, after y aa, ab and on.

    The points of a Vietnamese legal text follow the alphabet without ă â ê ô ơ ư and without
    f j w z (Decree 78/2025/NĐ-CP asks for the order of the alphabet); past y they double, as
    counters of the CSS system `alphabetic` do. CSS `lower-alpha` is wrong after d.
    """
    return [_marker(number, "abcdđeghiklmnopqrstuvxy") for number in range(n)]


def _marker(number: int, letters: str) -> str:
    more, last = divmod(number, len(letters))
    return (_marker(more - 1, letters) if more else "") + letters[last]


_NOT_LETTERS = re.compile(f"{_CODE}|{_ADDRESS}|{NUMBER}")


def upper(text: str) -> str:
    """Return `text` in capitals, for headings that are set so.

    `str.upper` is right for Đ, Ủ and stacked marks; what it gets wrong are `code`, addresses and
    document numbers (15/CT-TTg), which stay as they are.
    """
    text = compose(text)
    capitals, end = "", 0
    for found in _NOT_LETTERS.finditer(text):
        capitals += text[end : found.start()].upper() + found[0]
        end = found.end()
    return capitals + text[end:].upper()
