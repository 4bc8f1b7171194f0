"""A part of a Word file in; its runs in fonts of before Unicode turned to it, in place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

from desk.word.styles import Styles, W
from vietnamese import detect_legacy, tcvn3_to_unicode, vni_to_unicode

_SLOTS = ("ascii", "hAnsi", "cs")
_SYMBOLS = {code: chr(code - 0xF000) for code in range(0xF020, 0xF100)}
"""Word keeps the bytes of symbol fonts in the private use area."""
_VNI_MARK = re.compile("[øùûõïâàáåãäêèéúüëØÙÛÕÏÂÀÁÅÃÄÊÈÉÚÜË]")
_VNI_VOWEL = re.compile("[aeiouyôöAEIOUYÔÖ]$")


def to_unicode(root: Element, styles: Styles) -> Counter[str]:
    """Turn every run in a TCVN3 (.VnTime) or VNI font to Unicode by its font, and paragraphs that
    are such text without such a font by their words. Tells how many texts of each were turned.

    A run at a time: what stands beside them in a Unicode font stays.
    """
    turned: Counter[str] = Counter()
    for paragraph in root.iter(f"{W}p"):
        texts = list(_texts(paragraph, styles))
        _join_split_letters(texts)
        for text, font in texts:
            if kind := _kind(font):
                text.text = _converted(text.text or "", kind, font)
                turned[kind] += 1
        if not any(_kind(font) for _, font in texts):
            turned += _by_words([text for text, _ in texts])
    return turned


def _texts(paragraph: Element, styles: Styles) -> Iterator[tuple[Element, str]]:
    """Each text of a paragraph with the name of its font."""
    for run in paragraph.iter(f"{W}r"):
        font = _font(paragraph, run, styles)
        if _kind(font) == "tcvn3":
            for hyphen in run.iterfind(f"{W}softHyphen"):
                hyphen.tag, hyphen.text = f"{W}t", "\xad"  # the letter ư in these fonts
        yield from ((text, font) for text in run.iterfind(f"{W}t") if text.text)


def _font(paragraph: Element, run: Element, styles: Styles) -> str:
    """The font that counts; an old one in any of a run's slots tells what the text is."""
    for fonts in styles.of_run(paragraph, run, "rFonts"):
        names = [name for slot in _SLOTS if (name := fonts.get(f"{W}{slot}"))]
        names += ["theme" for slot in _SLOTS[:2] if fonts.get(f"{W}{slot}Theme")]
        if names:
            return next((name for name in names[:2] if _kind(name)), names[0])
    return ""


def _kind(font: str) -> str:
    plain = font.lstrip(".").lower()
    if font.startswith(".") and plain.startswith("vn"):
        return "tcvn3"
    return "vni" if plain.startswith("vni") else ""


def _join_split_letters(texts: list[tuple[Element, str]]) -> None:
    """A vowel and its VNI mark may stand in two runs: they are one letter."""
    for (before, font), (after, other) in pairwise(texts):
        if _kind(font) == _kind(other) == "vni":
            one, two = before.text or "", after.text or ""
            if _VNI_VOWEL.search(one) and _VNI_MARK.match(two):
                before.text, after.text = one + two[0], two[1:]


def _converted(text: str, kind: str, font: str) -> str:
    text = text.translate(_SYMBOLS)
    if kind == "vni":
        return vni_to_unicode(text)
    return tcvn3_to_unicode(text, capitals=font.upper().endswith("H"))


def _by_words(texts: list[Element]) -> Counter[str]:
    whole = "".join(text.text or "" for text in texts)
    kind = "none" if whole.isascii() else detect_legacy(whole)
    if kind not in ("tcvn3", "vni"):
        return Counter()
    for text in texts:
        text.text = _converted(text.text or "", kind, "")
    return Counter({kind: len(texts)})
