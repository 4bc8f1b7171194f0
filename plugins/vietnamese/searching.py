"""Text in; the syllables that search compares out, each with the marks it was written with. The
reader's browser does the same: theme/components/search/fold.js, held to this by shared vectors."""

import re
import unicodedata

from .cleaning import clean
from .folding import fold_key

LONGEST = 32
"""Letters of a syllable that count: what is longer is an address or a slip."""


def search_syllables(text: str) -> list[tuple[str, str]]:
    """Return (key, marks) of each syllable: ("thuong", "\u0309\u031b\u031b") for "thưởng".

    Digits and letters are parted ("34CT" is 34, ct), a number's leading zeros dropped (07 = 7),
    so that a date or a document number is found in any spelling.
    """
    pieces = search_pieces(unicodedata.normalize("NFKC", clean(text)).lower())
    return [read for piece in pieces for read in read_piece(piece)]


def search_pieces(text: str) -> list[str]:
    """Return the runs of letters and of digits in a text that is NFKC and in lower case."""
    return (_SLOW if _LOOSE_MARK.search(text) else _QUICK).findall(text)


def read_piece(piece: str) -> list[tuple[str, str]]:
    """Return the syllables of one piece: one, nearly always."""
    if piece.isdecimal() and piece.isascii():
        return [((piece.lstrip("0") or "0")[:LONGEST], "")]
    marks = marks_of(piece)
    return [(key[:LONGEST], marks) for key in fold_key(piece).split()]


def marks_of(text: str) -> str:
    """Return the marks on a syllable, sorted, đ among them, so that hoà = hòa but thi ≠ thì."""
    letters = unicodedata.normalize("NFD", text.lower())
    return "".join(sorted(letter for letter in letters if letter == "đ" or _is_mark(letter)))


def _is_mark(letter: str) -> bool:
    return "\u0300" <= letter <= "\u036f"


_QUICK = re.compile(r"[0-9]+|[^\W\d_]+")
_SLOW = re.compile(r"[0-9]+|(?:[^\W\d_]|[\u0300-\u036f])+")
_LOOSE_MARK = re.compile(r"[\u0300-\u036f]")
