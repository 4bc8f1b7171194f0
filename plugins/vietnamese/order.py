"""A name or a title in; a key that sorts as Vietnamese readers expect, or its letter, out."""

import re
import unicodedata
from functools import cache

from .cleaning import clean

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
# CLDR root order of what comes before digits; a bracketed group differs in the second place.
_SIGNS = (
    "\t\n\v\f\r\x85\u2028\u2029 ‾_‗-‒–—―,;⁏:!¡?¿‽.·['‘’‚‛]‹›[\"“”„‟]«»()\\[\\]{}⁅⁆‖§¶⁋@*⁎⁑/"
    "\\\\&⁊#%‰‱†‡•‣‧⁃⁌⁍′‵‸※‿⁀⁐⁁⁂`´^¯¨¸°©®→+±÷×<=>¬|¦~−⁄≤≥■□●★☆✓¤¢$£¥₫€"
)
_MARKS = (
    "\u0300\u0309\u0303\u0301\u0323\u0306\u0302\u030c\u030a\u0308\u030b\u0307\u0338\u0327"
    "\u0328\u0304\u0335"
)
_LIGATURE = "\u0353"
_FIRST_MARK = 0x20  # above the variants of quotes
_EXPANDED = {
    "æ": f"a{_LIGATURE}e",
    "œ": f"o{_LIGATURE}e",
    "ß": f"s{_LIGATURE}s",
    "ø": "o\u0338",
    "ł": "l\u0335",
    "…": "...",
    "‥": "..",
    "№": "no",
    "™": "tm",
    "‼": "!!",
    "⁇": "??",
    "″": "′′",
    "‴": "′′′",
    "l·": f"l{_LIGATURE}",
}
_COMMON, _DIGITS, _OTHER_SIGN, _FIRST_LETTER, _OTHER = "\x02", "\u0400", "\u03ff", 0x500, "\u0600"
_PIECES = re.compile(r"\d+|[lL]·|\D", re.DOTALL)
_ROMAN = re.compile(r"(?<![^\W_])(?=[IVXL])(XL|L?X{0,3})(IX|IV|V?I{0,3})(?![^\W_])")


def sort_key(text: str) -> str:
    """Return a key whose order is ICU's for locale `vi`, numbers by value (Khối 2 before 10).

    Letters first (a ă â b c d đ …), then tones (ngang huyền hỏi ngã sắc nặng), then lower before
    upper case, spaces before letters; what is still equal goes by code point, so the order is
    total. Source: CLDR `vi` collation. Keys are plain strings, comparable in any language by code
    point. pyuca and ICU's root order put Đ inside D and Â inside A.
    """
    text = clean(text)
    elements = [_element(piece) for piece in _PIECES.findall(text)]
    return "\x00".join(["".join(level) for level in zip(*elements, strict=True)] + [text])


@cache
def _element(piece: str) -> tuple[str, str, str]:
    """Return the primary, secondary and tertiary weights of one character or run of digits."""
    if piece[0].isdecimal():
        value = "".join(str(int(digit)) for digit in piece).lstrip("0")
        return _DIGITS + chr(len(value) + 2) + value, _COMMON, _COMMON
    small = piece.lower()
    case = _COMMON if small == piece else "\x04"
    if small in _EXPANDED and not small[0].isalpha():
        case = "\x05"
    weights = [_weights(letter, marks) for letter, marks in _letters(_EXPANDED.get(small, small))]
    primary, secondary = ("".join(level) for level in zip(*weights, strict=True))
    return primary, secondary, case * len(weights)


def _weights(letter: str, marks: str) -> tuple[str, str]:
    primary, secondary = _signs().get(letter) or (_letter_weight(letter), _COMMON * bool(letter))
    return primary, secondary + "".join(map(_mark_weight, marks))


@cache
def _signs() -> dict[str, tuple[str, str]]:
    weights: dict[str, tuple[str, str]] = {}
    groups = re.findall(r"\[([^\]]+)\]|\\?(.)", _SIGNS, re.DOTALL)
    for place, group in enumerate(groups):
        for number, sign in enumerate(group[0] or group[1]):
            weights[sign] = chr(place + 2), chr(number + 2)
    return weights


def _letters(text: str) -> list[tuple[str, str]]:
    """Split `text` into letters of the alphabet, each with the marks that are no part of it."""
    found: list[tuple[str, str]] = []
    for character in unicodedata.normalize("NFD", text):
        letter, marks = found[-1] if found else ("", "")
        if not unicodedata.combining(character):
            found.append((character, ""))
        elif len(shaped := unicodedata.normalize("NFC", letter + character)) == 1 and (
            shaped in _LETTERS
        ):
            found[-1] = shaped, marks
        else:
            found[-1:] = [(letter, marks + character)]
    return found


def _letter_weight(letter: str) -> str:
    if not letter:
        return ""
    place = _LETTERS.find(letter)
    if place >= 0:
        return chr(_FIRST_LETTER + place)
    if unicodedata.category(letter)[0] in "PSZ":
        return _OTHER_SIGN + letter
    return "" if unicodedata.category(letter) in ("Cc", "Cf") else _OTHER + letter


def _mark_weight(mark: str) -> str:
    place = _MARKS.find(mark)
    return chr(place + _FIRST_MARK) if place >= 0 else mark


def person_sort_key(name: str) -> str:
    """Return a key by given name (the last word), then by the rest: Lê Văn An before Đỗ Văn Bình.

    The custom of Vietnamese lists of people; order of each part as `sort_key`.
    """
    *rest, given = clean(name).split() or [""]
    return sort_key(given) + "\x00\x00" + sort_key(" ".join(rest))


def congress_sort_key(text: str) -> str:
    """Return `sort_key` with Roman ordinals read as numbers: Đại hội V, IX, X, XIV."""
    return sort_key(_ROMAN.sub(_arabic, clean(text)))


def _arabic(found: re.Match[str]) -> str:
    values = [{"I": 1, "V": 5, "X": 10, "L": 50}[letter] for letter in found[0]]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return str(sum(-value if value < following else value for value, following in pairs))


def index_letter(text: str) -> str:
    """Return the heading of an A–Z index that `text` stands under: its first letter in upper case,
    shape kept, tone dropped (Ủy → U, Ấn → Â, Đ alone); "#" where it begins with a digit or has no
    letter of the Latin alphabet."""
    first = next((character for character in clean(text) if character.isalnum()), "")
    for letter, _ in _letters(_EXPANDED.get(first.lower(), first.lower())):
        return letter.upper() if letter in _LETTERS else "#"
    return "#"


def letter_id(letter: str) -> str:
    """Return an ASCII name of a heading of `index_letter` for addresses, no two alike: the Telex
    spelling (Ă aw, Â aa, Đ dd, Ê ee, Ô oo, Ơ ow, Ư uw), "0-9" for "#"."""
    small = letter.lower()
    telex = dict(zip("ăâđêôơư#", ["aw", "aa", "dd", "ee", "oo", "ow", "uw", "0-9"], strict=True))
    return telex.get(small, small)
