"""Text as it is stored in; the same text as it is printed out. Never applied to what is kept."""

import re

from .cleaning import clean
from .document_numbers import NUMBER

_CODE = r"`+[^`]*`+"
_ADDRESS = r"(?:https?://|www\.)[^\s\"'<>]+|[\w.+-]+@[\w-]+\.[\w.-]+"
_LEFT_ALONE = re.compile(f"{_CODE}|{_ADDRESS}")
_NOT_LETTERS = re.compile(f"{_CODE}|{_ADDRESS}|{NUMBER}")
_BEFORE = (
    "số|ngày|tháng|năm|quý|điều|khoản|điểm|mục|chương|phần|phụ lục|trang|bảng|hình|khóa|khoá|kỳ|"
    "thứ|khối|cụm|đại hội"
)
_AFTER = (
    "giây|phút|giờ|ngày|tuần|tháng|quý|năm|đồng|nghìn|ngàn|triệu|tỷ|tỉ|người|lượt|lần|điểm|hộ|"
    "xã|phường|tỉnh|huyện|thôn|km|m|m²|km²|ha|kg|tấn|mét|tập thể|cá nhân|đơn vị|cơ quan|"
    "cán bộ|nhiệm vụ|chỉ tiêu|tiêu chí|nội dung|phong trào|khối|cụm|bài|giải|đồng chí|đại biểu"
)
_FIGURE = r"\d[\d.,/:-]*"
_GLUE = re.compile(
    rf"(?P<code>{_CODE})"
    rf"|(?<!\w)(?P<word>{_BEFORE})(?P<s1> )(?={_FIGURE}|[IVXL]+(?!\w))"
    rf"|(?<![\w/.,-])(?P<figure>{_FIGURE})(?P<s2> )(?=(?:{_AFTER})(?!\w))"
    r"|(?<!\w)(?P<short>TP|TX|TT|Tp|P|Q|[A-ZĐ]|(?:PGS\.)?TS|GS|PGS|ThS|BS)(?P<dot>\.)(?P<s3> )(?=[^\W\d_])"
    r"|(?<!\w)(?P<city>TP)(?P<s4> )(?=[A-ZĐ])",
    re.IGNORECASE,
)


def nbsp(text: str) -> str:
    """Return `text` with U+00A0 between a number and its noun, so that no line ends between.

    số 34-CT/TW, ngày 7/4/2014, 6 tháng, Điều 16, thứ XIII, TP. Hồ Chí Minh, initials. Nothing
    changes inside `code`. Source: the practice of state gazettes; U+00A0 is only for display.
    """
    glued = ""
    end = 0
    for found in _GLUE.finditer(text):
        space = found.end() - 1
        if found["code"] or (found["figure"] and glued.endswith("\u00a0") and end == found.start()):
            continue
        if found["short"] and not found["short"][0].isupper():
            continue
        glued += text[end:space] + "\u00a0"
        end = space + 1
    return glued + text[end:]


def smart_quotes(text: str) -> str:
    """Return `text` with straight quotes curled: “ ” outside, ‘ ’ inside, ’ as apostrophe.

    Feet and inches (5'10") and quotes inside `code` and addresses stay straight.
    """
    printed, end, opened = "", 0, ""
    for found in re.finditer(f"{_LEFT_ALONE.pattern}|[\"']", text):
        if found[0] not in ("'", '"'):
            continue
        curled = _curled(found[0], printed + text[end : found.start()], text[found.end() :], opened)
        opened = opened + found[0] if curled in "“‘" else opened.replace(
            found[0], "", curled in ("”", "’") and not _inside_word(text, found)
        )
        printed += text[end : found.start()] + curled
        end = found.end()
    return printed + text[end:]


def _inside_word(text: str, found: re.Match[str]) -> bool:
    return text[: found.start()][-1:].isalpha() and text[found.end() :][:1].isalpha()


def _curled(quote: str, before: str, after: str, opened: str) -> str:
    if quote == "'" and before[-1:].isalpha() and after[:1].isalpha():
        return "’"
    if before[-1:].isdigit() and quote not in opened:
        return quote
    opening = (not before or before[-1] in " \t\n\u00a0([{“‘–—-/") and after[:1].strip()
    if quote == '"':
        return "“" if opening else "”"
    return "‘" if opening else "’"


def list_marker_sequence(n: int) -> list[str]:
    """Return the first `n` letters of a legal list: a b c d đ e g h i k …, then aa, ab …

    The points of a Vietnamese legal text follow the alphabet without ă â ê ô ơ ư and without
    f j w z (Decree 78/2025/NĐ-CP keeps the order of the alphabet); after y they double, as CSS
    counters of the `alphabetic` system do.
    """
    letters = "abcdđeghiklmnopqrstuvxy"
    return [_marker(number, letters) for number in range(n)]


def _marker(number: int, letters: str) -> str:
    more, last = divmod(number, len(letters))
    return (_marker(more - 1, letters) if more else "") + letters[last]


def upper(text: str) -> str:
    """Return `text` in capitals, for headings that are set so: Đ, Ủ and stacked marks are right in
    `str.upper`; what it gets wrong are `code`, addresses and document numbers (15/CT-TTg)."""
    capitals, end = "", 0
    text = clean(text)
    for found in _NOT_LETTERS.finditer(text):
        capitals += text[end : found.start()].upper() + found[0]
        end = found.end()
    return capitals + text[end:].upper()
