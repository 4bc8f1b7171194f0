"""Bytes and the name of their encoding in; clean text out."""

import re
from functools import cache

from vietnamese.cleaning import clean

from . import tcvn3
from .tcvn3 import tcvn3_to_unicode
from .viqr import viqr_to_unicode
from .viscii import viscii_to_unicode
from .vni import vni_to_unicode


def decode(data: bytes, encoding: str) -> str:
    """Return `data` as clean NFC text.

    `encoding` is tcvn3, tcvn5712-1, vni, viscii, viqr, mojibake (UTF-8 saved again as UTF-8 after
    it was read as windows-1252) or any name that Python knows (windows-1258, utf-16, utf-8).

    Raises UnicodeDecodeError where the bytes are not in it, LookupError for an unknown name.
    Python's cp1258 gives base letters and combining tones, which NFC joins (its encoder refuses
    precomposed text); it has no TCVN3, VNI or VISCII.
    """
    match encoding.lower().replace("_", "-"):
        case "tcvn3" | "abc":
            text = tcvn3_to_unicode(_windows_1252(data))
        case "vni":
            text = vni_to_unicode(_windows_1252(data))
        case "viscii":
            text = viscii_to_unicode(data.decode("latin-1"))
        case "viqr":
            text = viqr_to_unicode(data.decode("ascii"))
        case "tcvn" | "tcvn5712-1":
            text = data.decode("latin-1").translate(_vn1())
        case "mojibake":
            text = mojibake_to_unicode(data.decode("utf-8"))
        case _:
            text = data.decode(encoding)
    return clean(text)


def _windows_1252(data: bytes) -> str:
    """Read as Windows did, with quotes and dashes at 80–9F; five bytes there are no character."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


_MISREAD = re.compile(
    "[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122]+"
)


def mojibake_to_unicode(text: str) -> str:
    """Return `text` with UTF-8 that was read as windows-1252 read rightly: Ä‘ua → đua.

    What is no such sequence stays. ftfy does the same and more, and needs no Vietnamese; these
    lines save the dependency.
    """
    return _MISREAD.sub(_as_utf8, text)


def _as_utf8(found: re.Match[str]) -> str:
    try:
        return b"".join(map(_byte, found[0])).decode("utf-8")
    except UnicodeError:
        return found[0]


def _byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")


# TCVN 5712:1993, VN1: what it has beyond VN3, as bytes and as letters.
_VN1_BYTES = bytes.fromhex(
    "010204050611121314151617 808182838485868788898a8b8c8d8e8f 909192939495969798999a9b9c9d9e9f"
    "af b0b1b2b3b4 babf c0c1c2c3c4c5 cdd9dadb e0f0ff"
)
_VN1_LETTERS = (
    "ÚỤỪỬỮỨỰỲỶỸÝỴÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨẰ\u0300\u0309\u0303\u0301\u0323ẲẴẮẦẨẪẤỀỂỄẾỒỔỖỐ"
)


@cache
def _vn1() -> dict[int, str]:
    more = dict(zip(_VN1_BYTES.decode("latin-1"), _VN1_LETTERS, strict=True))
    return str.maketrans(tcvn3.TABLE | more)
