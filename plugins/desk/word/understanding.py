"""The blocks of a document in; which are the title, the sapo, headings, captions and the author,
out. Decisions follow how Vietnamese offices and newspapers lay such texts out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desk.word.blocks import Block
from desk.word.official import (
    BYLINE_SYLLABLES,
    Understood,
    is_capitals,
    without_letterhead,
    without_signature,
)

_TITLE_SYLLABLES = 45
_SAPO_SYLLABLES = 15
_CAPTION_SYLLABLES = 40
_HEADING_SYLLABLES = 30


def understand(blocks: Sequence[Block]) -> Understood:
    """Tell the parts of a document."""
    found = Understood()
    rest = _without_contents(list(blocks), found)
    rest = without_letterhead(rest, found)
    _take_captions(rest)
    rest = _take_title(rest, found)
    rest = _take_summary(rest, found)
    rest = _take_byline(without_signature(rest, found), found)
    _tell_headings(rest)
    found.blocks = rest
    return found


def _without_contents(blocks: list[Block], found: Understood) -> list[Block]:
    kept = []
    for block in blocks:
        if block.manner.style.startswith("toc "):
            found.aside.append(("mục lục", block.text))
        else:
            kept.append(block)
    return kept


def _take_captions(blocks: list[Block]) -> None:
    """The paragraph below a picture that is styled, centred, slanted or worded as a caption."""
    number = 0
    while number + 1 < len(blocks):
        picture, below = blocks[number : number + 2]
        if picture.kind == "picture" and not picture.text and _is_caption(below):
            picture.text = _without_brackets(below.text)
            del blocks[number + 1]
        number += 1


def _without_brackets(text: str) -> str:
    inner = text[1:-1]
    whole = text.startswith("(") and text.endswith(")") and not re.search("[()]", inner)
    return inner.strip() if whole else text


def _is_caption(block: Block) -> bool:
    if block.kind != "text":
        return False
    if block.manner.style == "caption":
        return True
    if len(block.text.split()) > _CAPTION_SYLLABLES or block.manner.style.startswith("heading"):
        return False
    worded = re.match(r"\(?(?:ảnh|hình)\b", block.text, re.IGNORECASE)
    credited = re.search(r"\(?ảnh\s*:[^:]{2,60}$", block.text, re.IGNORECASE)
    return bool(worded or credited) or block.manner.italic


def _take_title(blocks: list[Block], found: Understood) -> list[Block]:
    number = next((i for i, b in enumerate(blocks) if b.manner.style == "title"), -1)
    if number < 0:
        number = next((i for i, block in enumerate(blocks) if block.kind == "text"), -1)
        if number < 0 or not _may_be_title(blocks[number]):
            return blocks
    last = number
    while last + 1 < len(blocks) and _goes_on(blocks[last], blocks[last + 1], last - number):
        last += 1
    found.title = _joined([block.text for block in blocks[number : last + 1]])
    return blocks[:number] + blocks[last + 1 :]


def _joined(parts: list[str]) -> str:
    """The lines of a title as one: BÁO CÁO and "Kết quả …" are "Báo cáo kết quả …"."""
    first, *others = parts
    if not others or not is_capitals(first) or all(map(is_capitals, others)):
        return " ".join(parts)
    words = others[0].split()
    if len(words) > 1 and words[0][1:].islower() and words[1][0].islower():
        others[0] = others[0][0].lower() + others[0][1:]
    return " ".join([first.capitalize(), *others])


def _may_be_title(block: Block) -> bool:
    syllables = len(block.text.split())
    if syllables > _TITLE_SYLLABLES:
        return False
    manner = block.manner
    marked = manner.bold or manner.align == "center" or manner.style.startswith("heading")
    return marked or is_capitals(block.text) or (syllables <= 25 and block.text[-1] not in ".:;,")


def _goes_on(title: Block, below: Block, taken: int) -> bool:
    """Whether a title set in the middle goes on below: the type of a text, then what it is on."""
    if below.kind != "text" or taken >= 3 or len(below.text.split()) > _TITLE_SYLLABLES:
        return False
    if below.text[-1] in ".:;":
        return False
    if title.manner.style == "title":
        return below.manner.style == "title"
    same = title.manner.align == below.manner.align == "center"
    return same and title.manner.bold and below.manner.bold


def _take_summary(blocks: list[Block], found: Understood) -> list[Block]:
    """The bold paragraphs that open the text; a picture may stand before them."""
    first = next((i for i, block in enumerate(blocks) if block.kind != "picture"), len(blocks))
    last = first
    while last < len(blocks) and last - first < 3 and _is_summary(blocks[last]):
        last += 1
    found.summary = " ".join(block.text for block in blocks[first:last])
    return blocks[:first] + blocks[last:]


def _is_summary(block: Block) -> bool:
    if block.kind != "text" or block.manner.style.startswith("heading"):
        return False
    if block.manner.style == "subtitle":
        return True
    long_enough = len(block.text.split()) >= _SAPO_SYLLABLES and not is_capitals(block.text)
    return block.manner.bold and long_enough


def _take_byline(blocks: list[Block], found: Understood) -> list[Block]:
    """Short last paragraphs at the right, or bold, or that say whose text and photos these are."""
    kept = list(blocks)
    for _ in range(2):
        last = kept[-1] if len(kept) > 1 else None
        if last is None or not _is_byline(last):
            break
        named = re.fullmatch(r"\(?(?:theo|nguồn)\s*:?\s+(.+?)\)?", last.text, re.IGNORECASE)
        if named and not found.source:
            found.source = named[1]
        elif not found.byline:
            found.byline = last.text
        else:
            break
        kept.pop()
    return kept


_WORDED = re.compile(r"\(?(?:tin|bài|ảnh|thực hiện|theo|nguồn)\b[^:]{0,20}[: ]", re.IGNORECASE)


def _is_byline(block: Block) -> bool:
    text = block.text
    if block.kind != "text" or len(text.split()) > BYLINE_SYLLABLES or text.endswith("./."):
        return False
    worded = re.match(
        r"\(?(?:tin|bài|ảnh|thực hiện|theo|nguồn)\b[^:]{0,20}[: ]", text, re.IGNORECASE
    )
    at_right = block.manner.align == "right"
    bold = block.manner.bold and not block.manner.style.startswith("heading")
    return at_right or (bold and text[-1] not in ".:;") or bool(worded and text[-1] not in ".;")


_ROMAN = re.compile(r"[IVX]{1,5}[.)]?\s")
_PART = re.compile(r"(?:phần|chương)\s", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:mục|điều)\s+\d", re.IGNORECASE)
_DECIMALS = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)[.)]?\s")
_LETTER = re.compile(r"[a-zđ][.)]\s")


def _tell_headings(blocks: list[Block]) -> None:
    """Give headings their levels: those that the text uses, from 2 on without a gap."""
    ranks = {id(block): _rank(block) for block in blocks if _rank(block)}
    levels = {rank: 2 + place for place, rank in enumerate(sorted(set(ranks.values())))}
    for block in blocks:
        if rank := ranks.get(id(block)):
            block.kind, block.level = "heading", min(levels[rank], 6)


def _rank(block: Block) -> int:
    """How high a heading stands, 1 the highest; 0 for what is none."""
    style = block.manner.style
    if block.kind != "text":
        return 0
    if found := re.fullmatch(r"heading (\d)", style):
        return int(found[1])
    text = block.text
    if not block.manner.bold or len(text.split()) > _HEADING_SYLLABLES or text[-1] in ".;,":
        return 0
    if _ROMAN.match(text) or _PART.match(text) or is_capitals(text):
        return 1
    if found := _DECIMALS.match(text):
        return 3 + found[1].count(".")
    if _LETTER.match(text):
        return 6
    return 3 if _ARTICLE.match(text) else 2
