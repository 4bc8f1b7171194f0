"""Text in; the old encoding it is in, or "none", out."""

import re
from typing import Literal

from ..syllables import is_syllable
from .decoding import mojibake_to_unicode
from .tcvn3 import tcvn3_to_unicode
from .viqr import viqr_to_unicode
from .viscii import viscii_to_unicode
from .vni import vni_to_unicode

Legacy = Literal["tcvn3", "vni", "viscii", "viqr", "mojibake", "damaged", "none"]


def detect_legacy(text: str) -> Legacy:
    """Return which old encoding `text` is in; "damaged" where letters are already lost (U+FFFD)."""
    if "\ufffd" in text:
        return "damaged"
    words = [word for word in text.split() if not word.isascii()]
    if not words:
        return "none"
    before = _share(words)
    best: Legacy = "none"
    gain = 0.3
    candidates: tuple[tuple[Legacy, str], ...] = (
        ("tcvn3", tcvn3_to_unicode(text)),
        ("vni", vni_to_unicode(text)),
        ("viscii", viscii_to_unicode(text)),
        ("mojibake", mojibake_to_unicode(text)),
    )
    for name, converted in candidates:
        after = _share([word for word in converted.split() if not word.isascii()])
        if after - before > gain:
            best, gain = name, after - before
    return best


def _share(words: list[str]) -> float:
    valid = sum(is_syllable(re.sub(r"[\W\d_]+", "", word)) for word in words)
    return valid / len(words) if words else 0.0
