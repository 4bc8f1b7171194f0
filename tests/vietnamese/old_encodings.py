"""Unicode into the old encodings, each table read backwards, and every syllable to try them on."""

import unicodedata

from vietnamese.legacy import tcvn3, viscii, vni
from vietnamese.syllables import is_syllable, onsets_and_rimes

_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_VIQR = {
    "\u0302": "^", "\u0306": "(", "\u031b": "+",
    "\u0300": "`", "\u0301": "'", "\u0309": "?", "\u0303": "~", "\u0323": ".",
}  # fmt: skip


def every_syllable() -> list[str]:
    """Return each onset with each rime in each tone that it takes, in lower case."""
    onsets, rimes = onsets_and_rimes()
    spelt = {onset + toned for onset in onsets for rime in sorted(rimes) for toned in _toned(rime)}
    return sorted(word for word in spelt if is_syllable(word))


def _toned(rime: str) -> list[str]:
    return [
        unicodedata.normalize("NFC", rime[: place + 1] + tone + rime[place + 1 :])
        for place, letter in enumerate(rime)
        if letter in "aăâeêioôơuưy"
        for tone in _TONES
    ]


def to_tcvn3(text: str) -> str:
    """Write capitals with tones small, as the encoding has them: its fonts drew the capitals."""
    letters = {letter: byte for byte, letter in tcvn3.TABLE.items()}
    return "".join(letters.get(c) or letters.get(c.lower()) or c for c in text)


def to_viscii(text: str) -> str:
    letters = {letter: byte for byte, letter in viscii.TABLE.items()}
    return "".join(letters.get(c, c) for c in text)


def to_vni(text: str) -> str:
    letters: dict[str, str] = {}
    for sequence, letter in sorted(vni.table().items(), key=lambda pair: len(pair[0])):
        letters.setdefault(letter, sequence)
    return "".join(letters.get(c, c) for c in text)


def to_viqr(text: str) -> str:
    return "".join(map(_viqr, text))


def _viqr(character: str) -> str:
    if character in "đĐ":
        return "dd" if character == "đ" else "DD"
    if character in "`'?~.^(+\\":
        return "\\" + character
    decomposed = unicodedata.normalize("NFD", character)
    base, marks = decomposed[0], decomposed[1:]
    if not marks or not set(marks) <= _VIQR.keys():
        return character
    return base + "".join(sorted(map(_VIQR.__getitem__, marks), key="^(+`'?~.".index))
