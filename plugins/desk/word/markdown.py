"""Elements of HTML in; Markdown as editors write it, safe from signs that would mean more, out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from markdownify import MarkdownConverter

from desk.word.tables import table_markdown
from vietnamese import clean

if TYPE_CHECKING:
    from bs4 import Tag

_SIGNS = re.compile(r"[\\`*{\[\]]|(?<!\w)_|_(?!\w)")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_FIRST = re.compile(r"^(\s*)(#{1,6}\s|>|[-+]\s|[-=]+\s*$|:\s|~{3})")
_FIRST_NUMBER = re.compile(r"^(\s*\d{1,9})\.(?=\s|$)")
_SAFE = ("http://", "https://", "mailto:", "tel:")
_LONGEST_LINE = 15_000


class Writer(MarkdownConverter):
    """Writes one element after another, and keeps the addresses that it did not take."""

    def __init__(self) -> None:
        super().__init__(bullets="-", heading_style="ATX", sup_symbol="<sup>", sub_symbol="<sub>")
        self.refused: list[str] = []

    def line(self, element: Tag) -> str:
        """The inside of an element as one paragraph; line breaks stay."""
        text = self._inside(element).strip()
        text = re.sub(r"\s*(?:<br>\s*)+", "<br>\n", text)
        text = re.sub(r"^(?:<br>\s*)+|(?:\s*<br>)+$", "", text)
        return _unbroken("\n".join(line.strip() for line in text.split("\n")))

    def title(self, element: Tag) -> str:
        """The inside of an element on one line, as a heading has it."""
        return " ".join(self.line(element).replace("<br>", " ").split())

    def cell(self, element: Tag) -> str:
        """A cell of a table: one line, its paragraphs and items parted by line breaks."""
        for table in element.find_all("table"):
            for row in table.find_all("tr"):
                row.append(" ; ")
            table.unwrap()
        parts = element.find_all(["p", "li", "h1", "h2", "h3", "h4", "h5", "h6"])
        lines = [self.title(part) for part in parts or [element]]
        return "<br>".join(line for line in lines if line).replace("|", "\\|")

    def table(self, element: Tag) -> str:
        """A table."""
        return table_markdown(element, self.cell)

    def list(self, element: Tag, indent: int = 0) -> str:
        """A list, with the lists in it four spaces in."""
        lines = []
        items = element.find_all("li", recursive=False)
        for number, item in enumerate(items, 1):
            inner = [one.extract() for one in item.find_all(["ul", "ol"], recursive=False)]
            sign = "-" if element.name == "ul" else f"{number}."
            text = self.title(item)
            lines.append(f"{' ' * indent}{sign} {text}".rstrip())
            lines += [self.list(one, indent + 4) for one in inner]
        return "\n".join(lines)

    def _inside(self, element: Tag) -> str:
        write: Callable[..., str] = self.process_element  # type: ignore[attr-defined] # no stub
        return "".join(write(child, parent_tags={"p", "_inline"}) for child in element.children)

    def escape(self, text: str, parent_tags: Any) -> str:  # noqa: ARG002 - the library's own shape
        """Keep signs from meaning anything; those that mean something only in front come last."""
        text = _SIGNS.sub(r"\\\g<0>", clean(text))
        return _TAG.sub("&lt;", _ENTITY.sub("&amp;", text))

    def convert_a(self, el: Tag, text: str, parent_tags: Any) -> str:  # noqa: ARG002 - its shape
        """A link: to the web, to a note, or its words alone."""
        href = str(el.get("href") or "")
        if note := re.search(r"#\D*?(foot|end)note-(\d+)$", href):
            return f"[^{NOTE_PREFIX[note[1]]}{note[2]}]"
        if href.lower().startswith(_SAFE) and text.strip() and href.isprintable():
            return (
                f"[{text.strip()}](<{href}>)"
                if re.search(r"[\s()]", href)
                else (f"[{text.strip()}]({href})")
            )
        if href and not href.startswith("#"):
            self.refused.append(href)
        return text

    def convert_br(self, el: Tag, text: str, parent_tags: Any) -> str:  # noqa: ARG002 - its shape
        """A line break, seen in the source too."""
        return "<br>"

    def convert_sup(self, el: Tag, text: str, parent_tags: Any) -> str:  # noqa: ARG002 - its shape
        """A superscript; the sign of a note is one by itself."""
        if text.startswith("[^") or not any(map(str.isalnum, text)):
            return text
        inner = text.strip()
        before, _, after = text.partition(inner)
        return f"{before}<sup>{inner}</sup>{after}"

    def convert_img(self, el: Tag, text: str, parent_tags: Any) -> str:  # noqa: ARG002 - its shape
        """Pictures are blocks of their own."""
        return ""

    def convert_u(self, el: Tag, text: str, parent_tags: Any) -> str:  # noqa: ARG002 - its shape
        """Underlined text reads as a link on the web: the words stay."""
        return text

    convert_s = convert_del = convert_u


NOTE_PREFIX = {"foot": "", "end": "c"}


def first_guarded(text: str) -> str:
    """A paragraph whose first sign shall not make it a heading, a list or a quote."""
    lines = [_FIRST_NUMBER.sub(r"\1\\.", _FIRST.sub(r"\1\\\2", line)) for line in text.split("\n")]
    return "\n".join(lines)


def quote(paragraphs: Iterable[str]) -> str:
    """Paragraphs as a quote."""
    text = "\n\n".join(paragraphs)
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _unbroken(text: str) -> str:
    """Lines that reading would refuse for their length, broken between words."""
    if len(text) <= _LONGEST_LINE:
        return text
    return "\n".join(
        part
        for line in text.split("\n")
        for part in wrap(line, _LONGEST_LINE, break_long_words=False, break_on_hyphens=False)
    )
