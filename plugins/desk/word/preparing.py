"""The members of a .docx in; a .docx that mammoth reads to the full, how each paragraph looks, and
every word that it must not lose, out."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from io import BytesIO
from typing import Literal
from xml.etree.ElementTree import Element, ParseError, SubElement, tostring

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from desk.office import CannotImport
from desk.word.flattening import flatten
from desk.word.fonts import to_unicode
from desk.word.styles import VAL, Styles, W
from desk.word.texts import paragraph_texts, text_of
from vietnamese import clean

DOCUMENT = "word/document.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_COMMENTS = "word/comments.xml"
_MARGINS = re.compile(r"word/(?:header|footer)\d*\.xml")
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
MARK = "Tin"
"""What the ids of our own styles begin with."""
_HEADING_SYLLABLES = 30


@dataclass(frozen=True, slots=True)
class Manner:
    """How a paragraph looks: what tells a title from a sapo where nobody used styles."""

    style: str = ""
    """The name of its style, as in "heading 1"."""
    align: Literal["", "center", "right"] = ""
    bold: bool = False
    italic: bool = False
    numbered: bool = False
    """Word counted it, and what it counted is no text."""


@dataclass(slots=True)
class Prepared:
    """A document made ready."""

    archive: bytes = b""
    manners: dict[str, Manner] = field(default_factory=dict)
    """By the id of the style that its paragraphs now bear."""
    paragraphs: list[str] = field(default_factory=list)
    """Each text that must come out somewhere."""
    margins: list[str] = field(default_factory=list)
    """What stands in headers and footers of its pages."""
    comments: list[str] = field(default_factory=list)
    deleted: int = 0
    cropped: int = 0
    turned: Counter[str] = field(default_factory=Counter)
    """Texts turned to Unicode, by their old encoding."""


def prepare(name: str, members: dict[str, bytes]) -> Prepared:
    """Make a document ready. Raises CannotImport where its XML is broken or hostile."""
    found = Prepared()
    members = dict(members)
    styles = Styles(_parsed(name, members.get("word/styles.xml")))
    numbering = _parsed(name, members.get("word/numbering.xml"))
    for member in [DOCUMENT, *_NOTES, _COMMENTS, *filter(_MARGINS.fullmatch, members)]:
        root = _parsed(name, members.get(member))
        if root is None:
            continue
        found.deleted += flatten(root)
        found.turned += to_unicode(root, styles)
        texts = [clean(text) for text in paragraph_texts(root)]
        if member == _COMMENTS:
            found.comments = texts
        elif _MARGINS.fullmatch(member):
            found.margins += [text for text in texts if text not in found.margins]
        else:
            found.paragraphs += texts
        if member == DOCUMENT:
            found.cropped = _count_cropped(root)
            _mark_manners(root, styles, _bullets(numbering), found.manners)
        members[member] = tostring(root, encoding="utf-8", xml_declaration=True)
    found.archive = _packed(members)
    return found


def _parsed(name: str, data: bytes | None) -> Element | None:
    if data is None:
        return None
    if _STRICT in data[:4096]:
        raise CannotImport(
            f"{name}: tệp lưu kiểu “Strict Open XML”; hãy lưu lại kiểu “Word Document (.docx)”"
        )
    try:
        root: Element = ElementTree.fromstring(data)
    except (ParseError, DefusedXmlException, ValueError, RecursionError) as error:
        raise CannotImport(f"{name}: bên trong tệp bị hỏng, không đọc được") from error
    return root


def _mark_manners(
    root: Element, styles: Styles, bullets: set[tuple[str, str]], manners: dict[str, Manner]
) -> None:
    """Give every paragraph that is no list's a style of ours that says how it looks."""
    ids: dict[Manner, str] = {}
    for paragraph in root.iter(f"{W}p"):
        listed = styles.of_paragraph(paragraph, "numPr")
        manner = _manner(paragraph, styles, numbered=_is_counted(listed, bullets))
        if _is_in_list(listed) and not _is_heading(paragraph, manner):
            continue
        id = ids.setdefault(manner, f"{MARK}{len(ids)}")
        manners[id] = manner
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = Element(f"{W}pPr")
            paragraph.insert(0, properties)
        for tag in (f"{W}pStyle", f"{W}numPr"):
            for old in properties.findall(tag):
                properties.remove(old)
        SubElement(properties, f"{W}pStyle").set(VAL, id)


def _manner(paragraph: Element, styles: Styles, *, numbered: bool) -> Manner:
    runs = [run for run in paragraph.iter(f"{W}r") if text_of(run).strip()]
    aligned = styles.of_paragraph(paragraph, "jc")
    align = "" if aligned is None else (aligned.get(VAL) or "")
    return Manner(
        style=styles.name(paragraph),
        align="center" if align == "center" else "right" if align in ("right", "end") else "",
        bold=bool(runs) and all(styles.is_on(paragraph, run, "b") for run in runs),
        italic=bool(runs) and all(styles.is_on(paragraph, run, "i") for run in runs),
        numbered=numbered,
    )


def _is_heading(paragraph: Element, manner: Manner) -> bool:
    """Whether a counted paragraph is a heading: by its style, or short, bold and in a list of
    numbers."""
    if manner.style.startswith(("heading", "title")):
        return True
    short = len(text_of(paragraph).split()) <= _HEADING_SYLLABLES
    return manner.bold and manner.numbered and short


def _is_in_list(listed: Element | None) -> bool:
    number = None if listed is None else listed.find(f"{W}numId")
    return number is not None and number.get(VAL) != "0"


def _is_counted(listed: Element | None, bullets: set[tuple[str, str]]) -> bool:
    if listed is None or not _is_in_list(listed):
        return False
    number, level = listed.find(f"{W}numId"), listed.find(f"{W}ilvl")
    place = (
        "" if number is None else number.get(VAL) or "",
        "0" if level is None else level.get(VAL) or "0",
    )
    return place not in bullets


def _bullets(numbering: Element | None) -> set[tuple[str, str]]:
    """The lists, each by its number and level, whose items bear a sign and no number."""
    if numbering is None:
        return set()
    abstract = {
        (one.get(f"{W}abstractNumId"), level.get(f"{W}ilvl", "0"))
        for one in numbering.iter(f"{W}abstractNum")
        for level in one.iter(f"{W}lvl")
        if (kind := level.find(f"{W}numFmt")) is not None and kind.get(VAL) == "bullet"
    }
    return {
        (one.get(f"{W}numId", ""), level)
        for one in numbering.iter(f"{W}num")
        if (base := one.find(f"{W}abstractNumId")) is not None
        for id, level in abstract
        if id == base.get(VAL)
    }


def _count_cropped(root: Element) -> int:
    crops = (part for part in root.iter() if part.tag.endswith("}srcRect"))
    return sum(any(value not in ("", "0") for value in crop.attrib.values()) for crop in crops)


def _packed(members: dict[str, bytes]) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()
