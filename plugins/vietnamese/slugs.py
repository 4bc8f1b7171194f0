"""A title or a name in; the ASCII name of its address or its anchor out."""

import re

from .folding import fold

_OTHER_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ħ": "h"}
)
_NOT_ASCII = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """Return `text` as lower-case ASCII words with hyphens; "" where nothing is left.

    Document numbers keep their parts (34-CT/TW → 34-ct-tw), both tone styles give one slug,
    and Bình Thành and Bình Thạnh collide: the caller must check. Pelican's own rule deletes
    `/` (1306/QĐ-UBND → 1306qd-ubnd); python-slugify is right about those but drops the decimal
    comma (1,5 → 15), so neither is called.
    """
    folded = fold(text)
    if folded.isascii():
        return folded.replace(" ", "-")
    return _NOT_ASCII.sub("-", folded.translate(_OTHER_LETTERS)).strip("-")


def heading_id(text: str, separator: str = "-") -> str:
    """Return the anchor of a heading; the signature that Python-Markdown's `toc` calls.

    Its default drops đ: "Đại hội Đảng bộ" → `ai-hoi-ang-bo` (Python-Markdown/markdown#555).
    """
    return slug(text).replace("-", separator)
