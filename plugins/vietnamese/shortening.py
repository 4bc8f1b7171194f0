"""Text and a count of syllables in; its beginning out, cut where a reader would."""

import re

from .cleaning import compose

_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
_WRITTEN_DATE = re.compile(
    r"(?:ngày\s+)?\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?|tháng\s+\d{1,2}\s+năm\s+\d{4}",
    re.IGNORECASE,
)
_HANGING = " \t\n\u00a0,;:.–—-/([{“‘«\"'"


def truncate_syllables(text: str, n: int) -> str:
    """Return at most `n` syllables of `text` and "…"; `text` itself where it has no more.

    Syllables stand between spaces (no-break spaces join); dashes alone do not count. Never cuts
    inside a number, a syllable, or a date written out: that is left out whole, unless the text
    begins with it. Pelican cuts 1.234,5 and 29/7 apart and splits decomposed syllables.
    """
    text = compose(text)
    ends = [
        word.end()
        for word in re.finditer(r"(?:[^\s]|[\u00a0\u202f])+", text)
        if any(character.isalnum() for character in word[0])
    ]
    if len(ends) <= n:
        return text
    kept = _outside_dates(text, ends[n - 1] if n > 0 else 0)
    return text[:kept].rstrip(_HANGING) + "…"


def _outside_dates(text: str, cut: int) -> int:
    for written in _WRITTEN_DATE.finditer(text):
        if written.start() < cut < written.end():
            return written.start() if text[: written.start()].strip() else written.end()
    return cut
