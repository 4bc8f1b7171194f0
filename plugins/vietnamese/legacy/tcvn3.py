"""TCVN3 (ABC) text, as Word shows it without its fonts, in; Unicode out."""

import re
import unicodedata

# TCVN 5712:1993, VN3: the letters at bytes A1–AE and B5–FE; those not listed have no letter.
_BYTES = bytes.fromhex(
    "b5b8b6b7b9 a8bbbebcbdc6 a9c7cac8c9cb ae ccd0cecfd1 aad2d5d3d4d6 d7ddd8dcde"
    "dfe3e1e2e4 abe5e8e6e7e9 acEAedebecee eff3f1f2f4 adf5f8f6f7f9 fafdfbfcfe"
    "a1a2a7a3a4a5a6"
)
_LETTERS = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ"
TABLE = dict(zip(_BYTES.decode("latin-1"), _LETTERS, strict=True))
_TRANSLATION = str.maketrans({**TABLE, "\u03bc": "à"})
_TONES = re.compile("[\u0300\u0309\u0303\u0301\u0323]")
_O_HORN_ALONE = re.compile(r"(?<!ư)ơ(?:ng|c)$", re.IGNORECASE)


def tcvn3_to_unicode(text: str, capitals: bool = False) -> str:
    """Return TCVN3 text in Unicode. Give it before `clean`: U+00AD is the letter ư here.

    `text` holds the bytes as Latin-1 or windows-1252 characters. The encoding has no capital
    letters with tones; fonts whose names end in H (.VnTimeH) draw them: `capitals=True` is for
    runs in those. Source: TCVN 5712:1993. Micro sign U+00B5 may arrive as Greek mu.
    """
    converted = unicodedata.normalize("NFC", text).translate(_TRANSLATION)
    return converted.upper() if capitals else converted


def tcvn3_lost_letters(text: str) -> list[str]:
    """Return the words of converted text in which ư was lost with a soft hyphen: thởng, nớc.

    Ơ before ng or c never stands without ư. Which words ending otherwise lost it (người → ngời)
    cannot be told, so nothing is repaired: the source must be exported again.
    """
    return [word for word in re.findall(r"[^\W\d_]+", text) if _O_HORN_ALONE.search(_bare(word))]


def _bare(word: str) -> str:
    apart = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", _TONES.sub("", apart))
