"""The text of paragraphs as Word shows it, and the words of a text: what is counted so that none
is lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from desk.word.styles import W
from vietnamese import fold

_SPACES = {f"{W}tab", f"{W}br", f"{W}cr", f"{W}ptab"}
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def paragraph_texts(root: Element) -> Iterator[str]:
    """The text of every paragraph that has one; of notes, without the lines that part them."""
    for note in [part for part in root if part.get(f"{W}type") in _SEPARATORS]:
        root.remove(note)
    for paragraph in root.iter(f"{W}p"):
        if text := " ".join(text_of(paragraph).split()):
            yield text


def text_of(element: Element) -> str:
    """The text in an element, formulas too."""
    return "".join(_pieces(element))


def _pieces(element: Element) -> Iterator[str]:
    for part in element.iter():
        if part.tag in (f"{W}t", _MATH):
            yield part.text or ""
        elif part.tag in _SPACES:
            yield " "
        elif part.tag == f"{W}noBreakHyphen":
            yield "-"


_ADDRESS = re.compile(r"\]\([^)\s]*")
_JOINED = re.compile(r"[*\\]|</?su[pb]>")


def words_of(text: str) -> Counter[str]:
    """How often each word stands in a text or in Markdown, without marks, case or signs."""
    return Counter(fold(_JOINED.sub("", text)).split())


def words_written(markdown: str) -> Counter[str]:
    """The words of Markdown that readers see: addresses are none."""
    return words_of(_ADDRESS.sub("](", markdown.replace("<br>", " ")))
