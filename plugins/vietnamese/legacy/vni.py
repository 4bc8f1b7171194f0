"""VNI-Windows text, as Word shows it without its fonts, in; Unicode out."""

import re
import unicodedata
from functools import cache
from itertools import product

_SINGLE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_TONES = "\u0300\u0301\u0309\u0303\u0323"
_VOWELS = {"a": "a", "e": "e", "i": "i", "o": "o", "u": "u", "y": "y", "ô": "ơ", "ö": "ư"}
_FAMILIES = (
    (_VOWELS, "", "øùûõï"),
    ({"a": "a", "e": "e", "o": "o"}, "\u0302", "àáåãä"),
    ({"a": "a"}, "\u0306", "èéúüë"),
)
_SHAPED = {"aâ": "â", "eâ": "ê", "oâ": "ô", "aê": "ă"}


def vni_to_unicode(text: str) -> str:
    """Return VNI text in Unicode. `text` holds the bytes as windows-1252 characters.

    A vowel and its mark are two characters, so pairs are read before single letters: öø is ừ,
    not ư and ø. Source: the VNI-Windows character set (VNI Software).
    """
    letters = table()
    return _pattern().sub(lambda found: letters[found[0]], unicodedata.normalize("NFC", text))


@cache
def table() -> dict[str, str]:
    """Return every VNI sequence with its letter; a capital vowel may bear a small mark."""
    small = dict(_SINGLE) | _SHAPED
    for vowels, shape, marks in _FAMILIES:
        for (vowel, letter), (mark, tone) in product(
            vowels.items(), zip(marks, _TONES, strict=True)
        ):
            small[vowel + mark] = unicodedata.normalize("NFC", letter + shape + tone)
    capital = {sequence.upper(): letter.upper() for sequence, letter in small.items()}
    mixed = {pair[0].upper() + pair[1:]: letter.upper() for pair, letter in small.items()}
    return mixed | capital | small


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, table()), key=len, reverse=True)))
