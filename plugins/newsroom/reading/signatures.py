"""The first bytes of a file for download in; whether they are what its ending says, out."""

from __future__ import annotations

import re

FIRST = 4096
"""How many bytes are looked at."""

_ZIPPED = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)
"""Word, Excel and PowerPoint up to 2003 ([MS-CFB], 2.2)."""
_SIGNATURES: dict[str, tuple[bytes, ...]] = {
    **dict.fromkeys((".docx", ".xlsx", ".pptx", ".odt", ".ods", ".zip"), _ZIPPED),
    **dict.fromkeys((".doc", ".xls", ".ppt"), _OLE),
    **dict.fromkeys((".jpg", ".jpeg"), (b"\xff\xd8\xff",)),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".mp3": (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2", b"\xff\xfa"),
}
_TEXT = (".csv", ".txt", ".ics")
_ACTIVE = re.compile(rb"\s*<(?:!doctype|html|head|body|script|svg|\?xml)", re.IGNORECASE)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def fits(ending: str, first: bytes) -> bool:
    """Whether a file of this ending (in small letters, with its dot) may begin so.

    A page that calls itself a text, or a program that calls itself a document, must not be
    offered under the agency's name.
    """
    if ending == ".pdf":
        return b"%PDF-" in first[:1024]  # ISO 32000-1, annex H.3.4.1
    if ending == ".mp4":
        return first[4:8] == b"ftyp"
    if ending in _TEXT:
        return _is_text(first, calendar=ending == ".ics")
    return first.startswith(_SIGNATURES[ending])


def _is_text(first: bytes, *, calendar: bool) -> bool:
    plain = first.removeprefix(b"\xef\xbb\xbf")
    if calendar:
        return plain[:15].upper() == b"BEGIN:VCALENDAR"
    if plain.startswith(_UTF16):
        return True
    return b"\0" not in plain and not _ACTIVE.match(plain)
