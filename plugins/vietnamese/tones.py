"""Text in either tone style in; the old style (hòa, thúy, khỏe) out, to compare and to index."""

import re

from .cleaning import compose

_NEW = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ"
_OLD_RIMES = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy"
_OLD_STYLE = dict(zip(_NEW.split(), _OLD_RIMES.split(), strict=True))
_ONSET = r"(?:b|ch?|d|đ|gh?|h|kh?|l|m|nh?|ngh?|ph?|r|s|th?|tr|v|x)"
_NEW_STYLE = re.compile(
    rf"(?<![^\W\d_])({_ONSET}?)({'|'.join(_OLD_STYLE)})(?![^\W\d_])", re.IGNORECASE
)


def canonical_tones(text: str) -> str:
    """Return `text` (NFC) with hoà, thuý, khoẻ written hòa, thúy, khỏe.

    Only open syllables in oa, oe, uy differ between the styles: never after q (quý), never
    before a final letter (hoàn, khuỷu). Source: Decision 240/QĐ of 1984 and the practice of
    state documents. To compare and to index; an author's text is never rewritten.
    """
    return _NEW_STYLE.sub(_in_old_style, compose(text))


def _in_old_style(found: re.Match[str]) -> str:
    onset, rime = found.groups()
    old = _OLD_STYLE[rime.lower()]
    return onset + "".join(
        letter.upper() if given.isupper() else letter
        for letter, given in zip(old, rime, strict=True)
    )


_OLD = re.compile(
    rf"(?<![^\W\d_])({_ONSET}?)({'|'.join(_OLD_STYLE.values())})(?![^\W\d_])", re.IGNORECASE
)


def tones_mixed(text: str) -> tuple[str, str] | None:
    """A word in the old style and one in the new, where `text` (NFC) has both; else None."""
    text = compose(text)
    old, new = _OLD.search(text), _NEW_STYLE.search(text)
    return (old[0], new[0]) if old and new else None
