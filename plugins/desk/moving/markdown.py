"""The HTML of an old text in; Markdown as our editors write it out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from bs4 import Tag
from bs4.element import NavigableString, PreformattedString

from desk.moving.code import code_block
from desk.moving.inline import MovedWriter, note_name
from desk.word.markdown import first_guarded, quote

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from bs4.element import PageElement

PARAGRAPH_ENDS = "data-ends"
"""What marks the end of a paragraph where the old program had none in its HTML."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_HOISTED = ("pre", "table", "figure", "img", "blockquote", "dl", "hr")
_BLOCKS = frozenset((
    *_HEADINGS, "p", "ul", "ol", "table", "blockquote", "pre", "figure", "hr", "dl", "div",
    "section", "article", "header", "footer", "aside", "main", "center", "details", "address",
    "form", "fieldset", "nav", "body", "html",
))  # fmt: skip
_LONGEST_CELLS = 60

Picture = Callable[[Tag, str], str]
"""An `img` and its caption in; the line of Markdown that shows it, or "", out."""


class Composer:
    """Composes the Markdown of one text."""

    def __init__(self, soup: BeautifulSoup, writer: MovedWriter, picture: Picture) -> None:
        self.soup = soup
        self.writer = writer
        self.picture = picture
        levels = [int(one.name[1]) for one in soup.find_all(_HEADINGS)]
        self.shift = 1 if 1 in levels else 0
        """Our headings begin at the second level."""

    def markdown(self) -> str:
        """All of it."""
        notes = [note for note in self._notes() if note]
        pieces = [piece for piece in self._inside(self.soup) if piece.strip()]
        return "\n\n".join((*pieces, *notes))

    def _inside(self, element: Tag) -> Iterator[str]:
        """The blocks in an element; what stands between them is a paragraph."""
        run: list[PageElement] = []
        for child in list(element.children):
            if isinstance(child, PreformattedString):
                continue
            if isinstance(child, Tag) and _ends_paragraph(child):
                yield from self._paragraph(run)
                run = []
                yield from self._block(child)
            else:
                run.append(child)
        yield from self._paragraph(run)

    def _block(self, element: Tag) -> Iterator[str]:
        name = element.name
        if name in _HEADINGS:
            yield from self._heading(element)
        elif name in ("ul", "ol"):
            yield from self._list(element)
        elif name == "table":
            yield from self._table(element)
        elif name == "pre":
            yield code_block(_code_of(element))
        elif name == "blockquote":
            yield from self._quote(element)
        elif name == "figure":
            yield from self._figure(element)
        elif name == "dl":
            yield from self._definitions(element)
        elif name == "hr":
            yield "* * *"
        elif not element.has_attr(PARAGRAPH_ENDS):
            yield from self._inside(element)

    def _paragraph(self, run: list[PageElement]) -> Iterator[str]:
        """One paragraph, then the pictures that stood in it."""
        if not run:
            return
        holder = self.soup.new_tag("p")
        for part in run:
            holder.append(part.extract())
        yield from self._with_pictures(
            holder, lambda: _barred(first_guarded(self.writer.line(holder)))
        )

    def _with_pictures(self, holder: Tag, write: Callable[[], str]) -> Iterator[str]:
        pictures = [self.picture(image.extract(), "") for image in holder.find_all("img")]
        yield write()
        yield from pictures

    def _heading(self, element: Tag) -> Iterator[str]:
        level = min(int(element.name[1]) + self.shift, 6)

        def write() -> str:
            text = re.sub(r"(?<!\\)\*+", "", self.writer.title(element))
            return f"{'#' * level} {text}" if text else ""

        yield from self._with_pictures(element, write)

    def _list(self, element: Tag) -> Iterator[str]:
        """A list; what no item can hold stands below its item, and the count goes on."""
        if not element.find(_HOISTED):
            yield _barred(self.writer.list(element))
            return
        lines: list[str] = []
        for number, item in enumerate(element.find_all("li", recursive=False), 1):
            held = [one.extract() for one in _outermost(item, _HOISTED)]
            alone = self.soup.new_tag(element.name)
            alone.append(item.extract())
            text = _barred(self.writer.list(alone))
            lines.append(re.sub(r"^1\.", f"{number}.", text))
            if held:
                yield "\n".join(lines)
                lines = []
                yield from self._held(held)
        yield "\n".join(lines)

    def _held(self, blocks: list[Tag]) -> Iterator[str]:
        for block in blocks:
            if block.name == "img":
                yield self.picture(block, "")
            else:
                yield from self._block(block)

    def _table(self, element: Tag) -> Iterator[str]:
        if len(element.find_all("tr")) == 1 and len(element.find_all(["td", "th"])) == 1:
            yield from self._inside(element.find(["td", "th"]) or element)  # only a frame
            return
        held = [one.extract() for one in _outermost(element, ("pre", "figure", "img"))]
        yield self.writer.table(element)
        yield from self._held(held)

    def _quote(self, element: Tag) -> Iterator[str]:
        held = [one.extract() for one in _outermost(element, ("pre", "figure", "img", "table"))]
        inner = [piece for piece in self._inside(element) if piece.strip()]
        if inner:
            yield quote(inner)
        yield from self._held(held)

    def _figure(self, element: Tag) -> Iterator[str]:
        inner = element.find_all("figure")
        caption = element.find("figcaption", recursive=not inner)
        words = self.writer.title(caption.extract()) if caption else ""
        images = element.find_all("img")
        for image in images:
            own = image.find_parent("figure")
            named = own.find("figcaption") if own is not None and own is not element else None
            text = self.writer.title(named) if named else (words if len(images) == 1 else "")
            yield self.picture(image, text)
        for image in images:
            image.decompose()
        for named in element.find_all("figcaption") if images else ():
            named.decompose()
        yield from self._inside(element)
        if words and len(images) != 1:
            yield first_guarded(words)

    def _definitions(self, element: Tag) -> Iterator[str]:
        for part in element.find_all(["dt", "dd"]):
            if part.name == "dt":
                text = self.writer.title(part)
                yield f"**{text}**" if text and "*" not in text else text
            else:
                yield from self._inside(part)

    def _notes(self) -> Iterator[str]:
        """Footnotes as Python-Markdown writes them, each below the text."""
        for holder in self.soup.select("div.footnote"):
            for item in holder.find_all("li", id=re.compile(r"^fn:")):
                for back in item.select("a.footnote-backref"):
                    back.decompose()
                name = note_name(str(item["id"]).removeprefix("fn:"))
                yield f"[^{name}]: {self.writer.title(item)}"
            holder.decompose()


def _barred(text: str) -> str:
    """Running text, no bar of which begins a table."""
    return re.sub(r"(?<!\\)\|", r"\\|", text)


def _ends_paragraph(element: Tag) -> bool:
    return (
        element.name in _BLOCKS
        or element.has_attr(PARAGRAPH_ENDS)
        or bool(element.find(["p", "div", "table", "pre", "ul", "ol", "figure", "blockquote"]))
    )


def _outermost(element: Tag, names: tuple[str, ...]) -> list[Tag]:
    """The first of these that are met on each way down."""
    return [
        one
        for one in element.find_all(names)
        if not any(above.name in names for above in _above(one, element))
    ]


def _above(one: Tag, end: Tag) -> Iterator[Tag]:
    for parent in one.parents:
        if parent is end:
            return
        yield parent


def _code_of(element: Tag) -> str:
    for line_break in element.find_all("br"):
        line_break.replace_with(NavigableString("\n"))
    return re.sub(r"\A(?:[ \t]*\n)*(?::::\w+|#!\w+)[ \t]*\n", "", element.get_text())
