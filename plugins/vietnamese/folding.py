"""Text in; lower-case ASCII-like syllables for search out. The same rule runs in the reader's
browser: theme/components/search/fold.js, held to this one by shared vectors."""

import re
import unicodedata
from functools import cache

from .cleaning import clean


def fold(text: str) -> str:
    """Return the syllables of `text` without marks or case, one space between.

    clean → NFKC → lower → NFD → marks dropped → đ → d → runs of letters and digits. đ needs
    its own step: U+0111 has no decomposition (Unicode Character Database).
    """
    return " ".join("".join(map(_folded, clean(text))).split())


@cache
def _folded(character: str) -> str:
    """Fold one character; no step of `fold` looks at its neighbours, and a memo is faster."""
    lowered = unicodedata.normalize("NFKC", character).lower()
    letters = unicodedata.normalize("NFD", lowered).replace("đ", "d").replace("ς", "σ")
    kept = [letter for letter in letters if not "\u0300" <= letter <= "\u036f"]
    return "".join(letter if letter.isalnum() else " " for letter in kept)


def fold_key(text: str) -> str:
    """Return `fold(text)` with `y` alone after a consonant written `i`: sĩ = sỹ, quý = quí.

    Both spellings are in official use (Decision 240/QĐ of 1984 asks for i; most agencies keep
    y), so search must not tell them apart; tay and tai, thủy and thui stay different.
    """
    return _Y_ALONE.sub(r"\1i", fold(text))


_Y_ALONE = re.compile(r"\b(b|ch?|d|gh?|h|kh?|l|m|ng?h?|ph?|qu|r|s|th?|tr|v|x)y\b")
