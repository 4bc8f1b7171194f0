"""The project's own theme, and how to see that HTML is well-formed."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from newsroom.catalogue import Words, read_catalogue
from newsroom.rendering.templates import Templates

THEME = Path(__file__).resolve().parents[3] / "theme"
VOID = {"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
DRAWN = {"rect", "line", "path", "circle"}
"""SVG's elements close themselves."""


@cache
def words(language: str) -> Words:
    """The interface's words in one language."""
    return read_catalogue(THEME / "translations", "theme", language)


@cache
def templates() -> Templates:
    """The theme in both languages."""
    return Templates(THEME, {language: words(language) for language in ("vi", "en")})


class Page(HTMLParser):
    """What stands in some HTML: elements with attributes, ids, headings; and what is wrong."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        self.wrong += [f"<{tag}> is never closed" for tag in self._open]
        self.wrong += [f"id {id} stands twice" for id in set(self.ids) if self.ids.count(id) > 1]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if len(named) < len(attrs):
            self.wrong.append(f"<{tag}> has an attribute twice")
        self.elements.append((tag, named))
        if named.get("id"):
            self.ids.append(str(named["id"]))
        if tag not in VOID | DRAWN:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in DRAWN:
            self.wrong.append(f"<{tag}/> is not closed by its slash in HTML")

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1] != tag:
            self.wrong.append(f"</{tag}> at {self.getpos()} closes {self._open[-1:]}")
        else:
            self._open.pop()

    def count(self, tag: str) -> int:
        """How often an element stands in it."""
        return sum(1 for each, _ in self.elements if each == tag)

    def attributes(self, name: str) -> list[str]:
        """Every value of one attribute."""
        return [str(attrs[name]) for _, attrs in self.elements if attrs.get(name)]
