"""VIQR text (Vie^.t Nam) in; Unicode out."""

import re
import unicodedata

_SHAPES = {"^": "\u0302", "(": "\u0306", "+": "\u031b"}
_TONES = {"`": "\u0300", "'": "\u0301", "?": "\u0309", "~": "\u0303", ".": "\u0323"}
_SHAPE = r"(?:(?<=[aAeEoO])\^|(?<=[aA])\(|(?<=[oOuU])\+)"
_TONE = r"[`'?~.]"
_LETTER = re.compile(
    r"\\(?P<literal>.)|(?P<d>[dD])[dD]"
    rf"|(?P<vowel>[aeiouyAEIOUY])(?P<shape>{_SHAPE}?)(?P<tone>{_TONE}?)",
    re.DOTALL,
)
_WORD = re.compile(rf"(?:\\.|[A-Za-z^(+]|(?<=[aeiouyAEIOUY^(+]){_TONE})+", re.DOTALL)


def viqr_to_unicode(text: str) -> str:
    """Return VIQR text in Unicode; a backslash keeps the next character as it is.

    A syllable bears one tone, so a second mark in it is punctuation ("nghi~a." ends a
    sentence). Source: RFC 1456.
    """
    return _WORD.sub(_word, text)


def _word(found: re.Match[str]) -> str:
    toned = False

    def letter(piece: re.Match[str]) -> str:
        nonlocal toned
        if piece["literal"] is not None:
            return piece["literal"]
        if piece["d"]:
            return "Đ" if piece["d"] == "D" else "đ"
        tone = "" if toned else _TONES.get(piece["tone"], "")
        kept = "" if tone else piece["tone"]
        toned = toned or bool(tone)
        shaped = piece["vowel"] + _SHAPES.get(piece["shape"], "") + tone
        return unicodedata.normalize("NFC", shaped) + kept

    return _LETTER.sub(letter, found[0])
