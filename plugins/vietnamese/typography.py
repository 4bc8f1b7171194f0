"""Text as it is stored in; the same text as it is printed out. Never applied to what is kept."""

import re

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
_ORDINAL = re.compile(rf"(?<!\w)(?i:{_BEFORE})( )(?=\d|[IVXL]+(?!\w))")
_COUNT = re.compile(rf"(?P<before>[ \u00a0]?)(?<![\w/.,-]){_FIGURE}( )(?=(?i:{_AFTER})(?!\w))")
_SHORT = re.compile(r"(?<!\w)(?:(?:TP|Tp|TX|TT|GS|TS|PGS|ThS|BS|[A-ZĐ])\.|TP)( )(?=[^\W\d_])")


def nbsp(text: str) -> str:
    """Return `text` with U+00A0 between a number and its noun, so that no line ends between.

    số 34-CT/TW, ngày 7/4/2014, 6 tháng, Điều 16, thứ XIII, TP. Hồ Chí Minh, initials. Nothing
    changes inside `code`. Source: the practice of state gazettes; U+00A0 is only for display.
    """
    ordinals = {found.start(1) for found in _ORDINAL.finditer(text)}
    counts = {
        found.start(2) for found in _COUNT.finditer(text) if found.start("before") not in ordinals
    }
    short = {found.start(1) for found in _SHORT.finditer(text) if text[found.end()].isupper()}
    code = [found.span() for found in re.finditer(_CODE, text)]
    characters = list(text)
    for place in ordinals | counts | short:
        if not any(start < place < end for start, end in code):
            characters[place] = "\u00a0"
    return "".join(characters)


_QUOTES = re.compile(rf"{_CODE}|{_ADDRESS}|(?P<quote>[\"'])")
_OPENING = {'"': "“", "'": "‘"}
_CLOSING = {'"': "”", "'": "’"}


def smart_quotes(text: str) -> str:
    """Return `text` with straight quotes curled: “ ” outside, ‘ ’ inside, ’ as apostrophe.

    Feet and inches (5'10") and quotes inside `code` and addresses stay straight.
    """
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
