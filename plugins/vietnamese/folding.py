"""Text in; lower-case ASCII-like syllables for search out. The same rule runs in the reader's
browser: theme/components/search/fold.js, held to this one by shared vectors."""

import re
import unicodedata

from .cleaning import clean

_MARKS = re.compile("[\u0300-\u036f]+")
_TOKENS = re.compile(r"[^\W_]+")
_Y_ALONE = re.compile(
    r"\b(b|ch?|d|gh?|h|kh?|l|m|ng?h?|ph?|qu|r|s|th?|tr|v|x)y\b"
)


def fold(text: str) -> str:
    """Return the syllables of `text` without marks or case, one space between.

    clean → NFKC → lower → NFD → marks dropped → đ → d → runs of letters and digits. đ needs
    its own step: U+0111 has no decomposition (Unicode Character Database).
    """
    text = unicodedata.normalize("NFKC", clean(text)).lower()
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFD", text)).replace("đ", "d")
    return " ".join(_TOKENS.findall(text))


def fold_key(text: str) -> str:
    """Return `fold(text)` with `y` alone after a consonant written `i`: sĩ = sỹ, quý = quí.

    Both spellings are in official use (Decision 240/QĐ of 1984 asks for i; most agencies keep
    y), so search must not tell them apart; tay and tai, thủy and thui stay different.
    """
    return _Y_ALONE.sub(r"\1i", fold(text))
