"""What python-docx has no word for: borders, widths, page numbers, letters of every script."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Mm, Pt

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

FONT = "Times New Roman"
BODY, SMALL, NOTE = 14, 12, 11
"""Sizes in points: running text; the head and notices; tables and the list of recipients."""


class Align(Enum):
    """How a paragraph stands."""

    LEFT = WD_ALIGN_PARAGRAPH.LEFT
    CENTER = WD_ALIGN_PARAGRAPH.CENTER
    JUSTIFY = WD_ALIGN_PARAGRAPH.JUSTIFY


def set_up(document: Document, landscape: bool) -> None:
    """Paper, margins and letters."""
    section = document.sections[0]
    width, height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    section.page_width, section.page_height = width, height
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = Mm(10)
    normal: Any = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(BODY)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    normal.element.get_or_add_rPr().append(language)


def put(
    where: Document | _Cell,
    text: str,
    *,
    size: int = BODY,
    bold: bool = False,
    italic: bool = False,
    align: Align = Align.LEFT,
    indent: bool = False,
    before: int = 6,
    after: int = 6,
    boxed: bool = False,
    level: int = 0,
) -> Paragraph:
    """A paragraph of one run; the first of a cell takes the empty one that is there. One with a
    `level` can be found in Word's outline, and stays with what follows it."""
    first = getattr(where, "paragraphs", [])
    fresh = hasattr(where, "_tc") and len(first) == 1 and not first[0].runs
    paragraph = first[0] if fresh else where.add_paragraph()
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
    form = paragraph.paragraph_format
    form.alignment = align.value
    form.space_before, form.space_after = Pt(before), Pt(after)
    form.line_spacing = 1.0 if size < BODY else 1.1
    if indent:
        form.first_line_indent = Cm(1)
    if boxed:
        _border(paragraph, ("top", "left", "bottom", "right"))
    if level:
        form.keep_with_next = True
        outline = OxmlElement("w:outlineLvl")
        outline.set(qn("w:val"), str(level - 1))
        paragraph._p.get_or_add_pPr().append(outline)  # noqa: SLF001 - python-docx's own way in
    return paragraph


def columns(document: Document, shares: tuple[int, ...]) -> tuple[_Cell, ...]:
    """The cells of one row without borders, beside each other."""
    table = document.add_table(rows=1, cols=len(shares))
    _widen(document, table, shares)
    return tuple(table.rows[0].cells)


def grid(document: Document, shares: tuple[int, ...], rows: int) -> Table:
    """A table with lines."""
    table: Table = document.add_table(rows=rows, cols=len(shares))
    table.style = "Table Grid"
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "40")  # twentieths of a point: dates must fit on one line
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.append(margins)  # noqa: SLF001 - python-docx's own way in
    _widen(document, table, shares)
    return table


def width_of(document: Document) -> int:
    """Between the margins."""
    section = document.sections[0]
    return (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)


def _widen(document: Document, table: Table, shares: tuple[int, ...]) -> None:
    page = width_of(document)
    table.autofit = False
    for column, share in zip(table.columns, shares, strict=True):
        width = int(page * share / sum(shares))
        column.width = width
        for cell in column.cells:
            cell.width = width


def repeat_head(table: Table) -> None:
    """The first row stands again on each page, and no row is cut."""
    for number, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx's own way in
        properties.append(OxmlElement("w:cantSplit"))
        if number == 0:
            properties.append(OxmlElement("w:tblHeader"))


def page_break(document: Document) -> None:
    """What follows begins a page."""
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def line_below(where: Document | _Cell, width: int, share: float) -> None:
    """A line under what was put there last, this share of the width long and in its middle."""
    above, ruled = where.paragraphs[-1].paragraph_format, where.add_paragraph()
    above.space_after, above.keep_with_next = Pt(3), True
    form = ruled.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(0), Pt(0), Pt(4)
    form.left_indent = form.right_indent = Emu(int(width * (1 - share) / 2))
    _border(ruled, ("top",))


def page_number(section: Section) -> None:
    """Arabic, in the middle above the text, from the second page on."""
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = Align.CENTER.value
    run = paragraph.add_run()
    run.font.size = Pt(BODY - 1)
    for kind, text in (("begin", ""), ("", " PAGE "), ("end", "")):
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.set(qn("xml:space"), "preserve")
            mark.text = text
        run._r.append(mark)  # noqa: SLF001 - python-docx's own way in


def _border(paragraph: Paragraph, sides: tuple[str, ...]) -> None:
    borders = OxmlElement("w:pBdr")
    for side in sides:
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx's own way in
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )
