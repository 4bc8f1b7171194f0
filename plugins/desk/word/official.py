"""The blocks of an official text in; the same without its head and its signature, which no article
has, out. Decree 30/2020/NĐ-CP and Guideline 36-HD/VPTW say how such texts are laid out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from desk.word.blocks import Block
from vietnamese import fold

_MOTTO = ("doc lap tu do hanh phuc", "cong hoa xa hoi chu nghia viet nam")
_PARTY = "dang cong san viet nam"
BYLINE_SYLLABLES = 12


@dataclass(slots=True)
class Understood:
    """What a document holds. `aside` is what has no place in an article, each with the reason."""

    title: str = ""
    summary: str = ""
    byline: str = ""
    source: str = ""
    blocks: list[Block] = field(default_factory=list)
    aside: list[tuple[str, str]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def without_letterhead(blocks: list[Block], found: Understood) -> list[Block]:
    """An official text begins with its issuer, the motto, its number and its place and day."""
    last = -1
    for number, block in enumerate(blocks[:8]):
        folded = fold(block.text)
        in_table = block.kind == "table" and _PARTY in folded
        if any(motto in folded for motto in _MOTTO) or folded == _PARTY or in_table:
            last = number
    if last < 0:
        return blocks
    while last + 1 < len(blocks) and _is_of_letterhead(blocks[last + 1]):
        last += 1
    for block in blocks[: last + 1]:
        if block.kind != "picture":
            found.aside.append(("phần đầu văn bản (quốc hiệu, số, nơi gửi)", block.text))
    return [
        block for number, block in enumerate(blocks) if number > last or block.kind == "picture"
    ]


def _is_of_letterhead(block: Block) -> bool:
    folded = fold(block.text)
    dated = re.search(r"ngay \d* ?thang \d* ?nam \d*$", folded) and len(folded.split()) <= 14
    return block.kind == "text" and bool(dated or re.match(r"(?:so|kinh gui) ", folded))


_OFFICE = re.compile(r"\b(?:chu tich|chanh|truong|giam doc|bi thu|thu truong|pho|vu truong)\b")
_ON_BEHALF = re.compile(r"(?:t/?m|k/?t|t/?l|tuq|q)\.? ", re.IGNORECASE)


def without_signature(blocks: list[Block], found: Understood) -> list[Block]:
    """An official text ends with the office of who signs, the name, and who else receives it."""
    first = len(blocks)
    signed = False
    while first > 1 and (_is_signed(blocks[first - 1]) or _is_received(blocks[first - 1])):
        first -= 1
        text = blocks[first].text
        signed = signed or _is_received(blocks[first]) or bool(_ON_BEHALF.match(text))
        signed = signed or (is_capitals(text) and bool(_OFFICE.search(fold(text))))
    if not signed:
        return blocks
    found.aside += [("khối chữ ký, nơi nhận", block.text) for block in blocks[first:]]
    return blocks[:first]


def _is_signed(block: Block) -> bool:
    at_right = block.kind == "text" and block.manner.align == "right"
    return at_right and len(block.text.split()) <= BYLINE_SYLLABLES


def _is_received(block: Block) -> bool:
    return block.kind == "table" and fold(block.text).startswith("noi nhan")


def is_capitals(text: str) -> bool:
    """Whether all letters of a text are capitals."""
    return text.isupper() and sum(map(str.isalpha, text)) > 3
