"""Text in; the old encoding it is in, or "none", out."""

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from vietnamese.cleaning import compose
from vietnamese.syllables import is_syllable

from . import tcvn3, viscii, vni
from .decoding import mojibake_to_unicode
from .tcvn3 import tcvn3_to_unicode
from .viqr import viqr_to_unicode
from .viscii import viscii_to_unicode
from .vni import vni_to_unicode

Legacy = Literal["tcvn3", "vni", "viscii", "viqr", "mojibake", "damaged", "none"]

_GAIN = 0.3
_LEAST_WORDS = 2
_VISCII_CONTROLS = "\x02\x05\x06\x14\x19\x1e"
_QUOTES_AND_DASHES = "\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026"
_WORD = re.compile(rf"(?:[A-Za-z{_VISCII_CONTROLS}]|[^\x00-\x7f{_QUOTES_AND_DASHES}])+")


def detect_legacy(text: str) -> Legacy:
    """Return the old encoding that `text` is in, "damaged" where letters are lost (U+FFFD), "none"
    for good text of any language. Give it text before `clean`.

    Each encoding is tried: the share of valid Vietnamese syllables among the words that are not
    plain ASCII must rise by more than 0.3, in two words at least. Bytes alone do not tell:
    charset-normalizer and chardet call TCVN3 and VISCII iso8859_16 or cp1258.
    """
    if "\ufffd" in text:
        return "damaged"
    text = compose(text)
    words = _words(text)
    valid = sum(map(is_syllable, words))
    if words and valid == len(words):
        return "none"
    has_unicode = bool(_UNICODE.search(text))
    if _is_mojibake(text, valid / max(1, len(words))):
        return "mojibake"
    readings = {reading.name: _valid(reading, words) for reading in _READINGS}
    best: Legacy = max(readings, key=lambda name: _weight(readings[name]))
    if _is_better(valid, readings[best], len(words), has_unicode):
        return best
    return "viqr" if not has_unicode and _is_viqr(text) else "none"


class _Reading(NamedTuple):
    """One way to read the text: only words made of the encoding's own characters may count."""

    name: Legacy
    convert: Callable[[str], str]
    characters: frozenset[str]


_ASCII = frozenset(map(chr, range(128)))
_WINDOWS_1252 = frozenset(bytes(range(256)).decode("cp1252", "ignore"))
# In the order of how often they are met, which settles ties.
_READINGS = (
    _Reading("tcvn3", tcvn3_to_unicode, _ASCII.union(tcvn3.TABLE, "\u03bc")),
    _Reading("vni", vni_to_unicode, _ASCII.union("ìíÌÍ", *vni.table())),
    _Reading("viscii", viscii_to_unicode, _ASCII.union(viscii.TABLE, _WINDOWS_1252)),
)
_CAPITAL_INSIDE = re.compile("[a-z].*[ĂÂĐÊÔƠƯ]|.[ĂÂĐÊÔƠƯ].*[a-z]")
_UNICODE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")


def _words(text: str) -> list[str]:
    """Return what might be a word in some encoding: no plain ASCII, no sign that stands alone."""
    found = (word.rstrip("»") for word in _WORD.findall(text))
    return [
        word
        for word in found
        if not (word.isascii() and word.isalpha()) and any(map(str.isalpha, word))
    ]


def _valid(reading: _Reading, words: list[str]) -> list[str]:
    """Return the syllables into which `reading` turns those of `words` that it can hold."""
    read = [reading.convert(word) for word in words if reading.characters.issuperset(word)]
    return [word for word in read if is_syllable(word) and not _CAPITAL_INSIDE.search(word)]


_COMMON = (
    "của được những là và có không với các một người này đã để đến từ về ở tại năm số nhà "
    "việc sự thì đó lại nhiều mới trên dưới vào còn bị phải khi nếu hội đồng tỉnh bộ nội vụ "
    "chức chính phủ ủy đảng hành quốc nước công thành việt đại biểu chủ tịch thủ tướng giám "
    "đốc phó trưởng lãnh đạo xã huyện quận phường học viên cán kết quả nghị quyết định luật "
    "án đường trường tế tổ cộng cả bắc"
)


def _weight(read: list[str]) -> tuple[int, int]:
    """More syllables win; a short text that two encodings read goes by the commonest words."""
    common = _COMMON.split()
    return len(read), sum(word.lower() in common for word in read)


def _is_better(before: int, after: list[str], words: int, has_unicode: bool) -> bool:
    """VISCII keeps à, é, ô where Latin-1 has them, so that half its words may be valid already:
    there nearly all must be valid after, and no letter be one that only Unicode holds."""
    gain = (len(after) - before) / max(1, words)
    if has_unicode and len(after) < 0.5 * words:
        return False
    sure = gain > _GAIN or (not has_unicode and gain > 0.05 and len(after) > 0.85 * words)
    return sure and len(set(after)) >= _LEAST_WORDS


def _is_mojibake(text: str, before: float) -> bool:
    """Sequences of UTF-8 do not come about by chance; nearly all of the repaired text is good."""
    repaired = mojibake_to_unicode(text)
    words = _words(repaired)
    share = sum(map(is_syllable, words)) / max(1, len(words))
    return repaired != text and share > max(1 - _GAIN, before + _GAIN)


_VOWEL = re.compile("[aeiouy]", re.IGNORECASE)
_VIQR_SHAPE = re.compile(r"[aeo]\^|a\(|[ou]\+|dd", re.IGNORECASE)
_VIQR_MARKED = re.compile(
    r"[aeiouy][`'?~.^(+]+[a-z]|[aeiouy][`~]|[aeo]\^|a\(|[ou]\+|dd", re.IGNORECASE
)


def _is_viqr(text: str) -> bool:
    """Tell by words with a shape mark, which other ASCII text has no use for."""
    words = [word for word in text.split() if _VIQR_MARKED.search(word)]
    marked = [word for word in words if _VOWEL.search(word)]  # the rest are abbreviations
    read = [re.sub(r"[\W\d_]+", "", viqr_to_unicode(word)) for word in marked]
    valid = sum(not word.isascii() and is_syllable(word) for word in read)
    shaped = sum(bool(_VIQR_SHAPE.search(word)) for word in marked)
    enough = shaped >= _LEAST_WORDS or (shaped and valid > _LEAST_WORDS)
    return bool(enough) and valid > (1 - _GAIN) * len(marked)
