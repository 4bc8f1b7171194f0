"""Python-Markdown with what a news text needs and nothing that runs code; and our own steps on
its tree: figures, and the alignment of tables as classes."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from markdown.treeprocessors import Treeprocessor

from vietnamese import heading_id

AFTER_ALL_OTHERS = -10
"""Attribute lists are read at 8; `unescape` at 0."""


def markdown() -> Markdown:
    """A converter for one worker."""
    converter = Markdown(
        extensions=[
            TableExtension(),
            FootnoteExtension(BACKLINK_TITLE="Trở lại chỗ ghi chú {}"),
            AttrListExtension(),
            SaneListExtension(),
            TocExtension(slugify=heading_id, marker=""),
        ],
        output_format="html",
    )
    converter.treeprocessors.register(_Figures(converter), "figures", AFTER_ALL_OTHERS)
    converter.treeprocessors.register(_Tables(converter), "alignment", AFTER_ALL_OTHERS - 1)
    return converter


class _Figures(Treeprocessor):
    """An image alone in a paragraph is a figure; its title is the caption."""

    def run(self, root: Element) -> None:
        for paragraph in root.iter("p"):
            image = paragraph[0] if len(paragraph) == 1 else None
            if image is None or image.tag != "img":
                continue
            if (paragraph.text or "").strip() or (image.tail or "").strip():
                continue
            paragraph.tag = "figure"
            paragraph.text = image.tail = None
            if caption := image.attrib.pop("title", ""):
                SubElement(paragraph, "figcaption").text = caption


class _Tables(Treeprocessor):
    """Right-aligned cells hold numbers: the theme sets them so, by a class."""

    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            table.set("class", "table")
            for cell in table.iter():
                if cell.tag not in ("th", "td"):
                    continue
                aligned = re.search(r"text-align:\s*(\w+)", cell.attrib.pop("style", ""))
                if aligned and aligned[1] in _CLASSES:
                    cell.set("class", _CLASSES[aligned[1]])


_CLASSES = {"right": "table__number", "center": "table__center"}
