"""Bytes and the name of their encoding in; clean text out."""

import codecs
import re

from ..cleaning import clean
from .tcvn3 import tcvn3_to_unicode
from .viqr import viqr_to_unicode
from .viscii import viscii_to_unicode
from .vni import vni_to_unicode

_READ_AS_LETTERS = {
    "tcvn3": tcvn3_to_unicode,
    "abc": tcvn3_to_unicode,
    "vni": vni_to_unicode,
    "viscii": viscii_to_unicode,
    "viqr": viqr_to_unicode,
}


def decode(data: bytes, encoding: str) -> str:
    """Return `data` as clean NFC text. `encoding` is tcvn3, tcvn5712-1, vni, viscii, viqr, mojibake
    or any name that Python knows (windows-1258, utf-16, utf-8).

    Raises UnicodeDecodeError where the bytes are not in it, LookupError for an unknown name.
    Python's cp1258 gives base letters and combining tones, which NFC joins (its encoder refuses
    precomposed text); it has no TCVN3, VNI or VISCII.
    """
    name = encoding.lower().replace("_", "-")
    if convert := _READ_AS_LETTERS.get(name):
        return clean(convert(_windows_1252(data)))
    if name in ("tcvn5712-1", "tcvn-5712-1", "tcvn"):
        return clean(data.decode("latin-1").translate(_vn1()))
    if name == "mojibake":
        return clean(data.decode("utf-8"))
    return clean(data.decode(encoding))


def _windows_1252(data: bytes) -> str:
    return data.decode("latin-1") if codecs.lookup("cp1252") is None else data.decode("latin-1")


def mojibake_to_unicode(text: str) -> str:
    """Return `text` with UTF-8 that was read as windows-1252 read rightly: Ä‘ua → đua.

    What is not such a sequence stays. ftfy does the same and more; it is not needed for this.
    """
    return _RUN.sub(_as_utf8, text)


_RUN = re.compile("[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122]+")


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


def _vn1() -> dict[int, str]:
    return {}
