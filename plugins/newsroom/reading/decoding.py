"""A file's bytes in, its text with plain newlines out; or what is wrong with the bytes."""

from __future__ import annotations

import codecs
import re

from newsroom.reading.findings import Findings

LARGEST_FILE = 1 << 20
"""Bytes. A law of 200 articles has a quarter of this."""

_NEWLINES = re.compile(r"\r\n?")
_OTHER_SEPARATORS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""What XML, and so a feed, cannot hold at all, and no reader sees (XML 1.0, 2.2)."""
_UNUSUAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
"""Any of both: most texts have none."""


def decode(data: bytes, findings: Findings) -> str | None:
    """Text without BOM, its lines parted by newlines alone; None where nothing can be read.

    Word's and other programs' line separators become spaces, one for one, so that lines and
    columns stay what the editor sees. Tone marks stay as typed: `vietnamese.clean` comes later.
    """
    if len(data) > LARGEST_FILE:
        findings.add("E109", size=len(data) // 1024, limit=LARGEST_FILE // 1024)
        return None
    if _is_utf16(data):
        findings.add("E113", (1, 1))
        return None
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        findings.add("E114", _place_of_byte(data, error.start), byte=f"{data[error.start]:02X}")
        return None
    if "\r" in text:
        text = _NEWLINES.sub("\n", text)
    if not _UNUSUAL.search(text):
        return text
    text = _OTHER_SEPARATORS.sub(" ", text)
    for found in CONTROL.finditer(text):
        findings.add("E112", place_of(text, found.start()), character=f"U+{ord(found[0]):04X}")
        return None
    return text


def place_of(text: str, index: int) -> tuple[int, int]:
    """Line and column, from 1, of a character in the text."""
    return text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1


def _is_utf16(data: bytes) -> bool:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    beginning = data[:64]
    return len(beginning) > 3 and beginning.count(0) * 3 > len(beginning)


def _place_of_byte(data: bytes, index: int) -> tuple[int, int]:
    before = _NEWLINES.sub("\n", data[:index].removeprefix(codecs.BOM_UTF8).decode())
    return place_of(before, len(before))
