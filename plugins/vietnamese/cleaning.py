"""Text from any keyboard, converter or file system in; one NFC spelling of it out."""

import re
import unicodedata

_DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""What turns the direction of the letters behind it (UAX 9): no Vietnamese text needs it, and with
it "txt.exe" can look like another name."""
_TAGS = "\U000e0000-\U000e007f"
"""Letters that nobody sees (Unicode 23.9)."""
_REMOVED = "\ufeff\u200b\u200c\u200d\u2060\u00ad" + _DIRECTIONS
_REPLACED = {"\u00a0": " ", "\u202f": " ", "\u2010": "-", "\u2011": "-"}
_LOOK_ALIKES = {"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"}
_CHARACTERS = str.maketrans({**dict.fromkeys(_REMOVED), **_REPLACED, **_LOOK_ALIKES})
_UNWANTED = re.compile("[" + _REMOVED + "".join({**_REPLACED, **_LOOK_ALIKES}) + "]")
_MARK = re.compile("[\u0300-\u036f]")
# Nearly every text from a Vietnamese keyboard has none of either: one look tells. Tags are looked
# for by themselves: a set with letters beyond U+FFFF is twenty times as slow.
_TREATED = re.compile("[" + _UNWANTED.pattern[1:-1] + _MARK.pattern[1:-1] + "]")
_TAGGED = re.compile(f"[{_TAGS}]")
_TONE_BEFORE_SHAPE = re.compile("([aeoAEO]\u0323?)([\u0300\u0301\u0303\u0309])([\u0302\u0306])")


def clean(text: str) -> str:
    """Return `text` in NFC with everything that only looks right made right.

    A tone typed before its shape mark is rebuilt (é + U+0302 → ế, which NFC leaves as two code
    points); Ð, Ɖ, ð and d + U+0335 become Đ, đ; BOM, zero-width characters, soft hyphens and
    marks of direction go; no-break spaces and hyphens become plain ones, since `nbsp` puts them
    back where they are shown. Text in TCVN3 must be converted first: there U+00AD is the letter ư
    and U+00D0 is é.
    Source: Unicode Standard Annex 15; TCVN 6909:2001 (the letters of Vietnamese in Unicode).
    """
    if text.isascii():
        return text
    text = _TAGGED.sub("", text)
    if not _TREATED.search(text):
        return unicodedata.normalize("NFC", text)
    if _UNWANTED.search(text):
        text = text.translate(_CHARACTERS)
    return compose(text)


def compose(text: str) -> str:
    """Return `text` in NFC with orphan marks rebuilt; spaces and hyphens stay as they are."""
    text = unicodedata.normalize("NFC", text)
    if not _MARK.search(text):
        return text
    text = text.replace("d\u0335", "đ").replace("D\u0335", "Đ")
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", _TONE_BEFORE_SHAPE.sub(r"\1\3\2", decomposed))
