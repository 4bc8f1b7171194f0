"""A text in; the abbreviations that it uses without saying once what they stand for, out.

Decree 30/2020/NĐ-CP, appendix I, part II: an abbreviation is spelt out at its first use.
"""

from __future__ import annotations

import re

from vietnamese import find_document_references, fold

KNOWN = frozenset(
    word
    for line in (
        "UBND HĐND MTTQ ĐBQH LLVT BĐBP QĐND CAND TNCS HCM TPHCM TP TX TT QL TL CLB HTX TNHH CP",
        "PGS GS TS BS KTS NSND NSƯT THPT THCS BHXH BHYT ATGT PCCC CMT CCCD NXB TTXVN VOV VTV OCOP",
        "MTV GDP GRDP FDI ODA ASEAN APEC WTO WHO LHQ UNESCO UNICEF EU USD VND VNĐ COVID SARS HIV",
        "AIDS PV ADN SMS PDF QR IT AI CV ISBN ISSN NQ CT QĐ KH TW TU BC HD",
    )
    for word in line.split()
)
"""What newspapers use without a word, titles, units of measure, and codes of documents."""
_WORD = re.compile(r"(?<![\w/.-])[A-ZĐƯƠÂÊÔĂ]{2,7}(?![\w/]|-\w|\.\w)")
_ROMAN = re.compile(r"[IVXLC]+")
_LINK = re.compile(r"\]\([^)]*\)|https?://\S+|\{[^}]*\}|`[^`]*`")
_SHOUTED = re.compile(r"[A-ZĐƯƠÂÊÔĂÀ-Ỹ]{2,}")


def unexplained(text: str, title: str = "") -> list[tuple[str, int]]:
    """Each such abbreviation, with where it stands first in `text`; none of a text that is written
    in capitals."""
    plain = _without_numbers(_LINK.sub(lambda found: " " * len(found[0]), text))
    first: dict[str, int] = {}
    for found in _WORD.finditer(plain):
        name = found[0]
        if name in KNOWN or name in first or _ROMAN.fullmatch(name) or _is_shouted(plain, found):
            continue
        first[name] = found.start()
    return [
        (name, start)
        for name, start in first.items()
        if not _is_explained(name, start, plain) and not _is_explained(name, 0, title)
    ]


def _is_explained(name: str, start: int, text: str) -> bool:
    """The words stand before it, "Mặt trận Tổ quốc (MTTQ)", or after it, "MTTQ (Mặt trận …)"."""
    before, after = text[:start], text[start + len(name) :]
    if re.search(r"\(\s*(?:(?:gọi|viết) tắt(?: là)?:?\s*)?[“\"]?$", before[-40:], re.IGNORECASE):
        return True
    if re.search(r"(?:gọi|viết) tắt(?: là)?:?\s*[“\"]?$", before[-40:], re.IGNORECASE):
        return True
    if re.match(r"[”\"]?\s*\((?=[^)]*\s)[^)]{6,}\)", after):
        return True
    return _initials(before).endswith(fold(name).replace(" ", "")) if before else False


def _initials(before: str) -> str:
    """The first letters of the words before it, if they run into it."""
    words = re.findall(r"\w+", before[-80:].rpartition("\n")[2])
    if not re.search(r"[\w”\"]\s*[(–-]?\s*$", before):
        return ""
    return "".join(fold(word)[:1] for word in words)


def _without_numbers(text: str) -> str:
    """The same with numbers of documents blank: their codes are no abbreviations."""
    for reference in find_document_references(text):
        number = reference.number
        text = text.replace(number, " " * len(number))
    return text


def _is_shouted(text: str, found: re.Match[str]) -> bool:
    """Whether the words beside it are in capitals too: a heading, no abbreviation."""
    line_start = text.rfind("\n", 0, found.start()) + 1
    line_end = text.find("\n", found.end())
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    words = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) > 1]
    loud = sum(bool(_SHOUTED.fullmatch(word)) for word in words)
    return loud * 2 > len(words) and len(words) > 2
