"""styles.xml in; what holds for a paragraph or a run, its own word or its styles', out."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
_OFF = ("0", "false", "off", "none")
_DEEPEST = 20
"""Styles based on styles."""


class Styles:
    """The styles of a document, each by its id."""

    def __init__(self, root: Element | None) -> None:
        styles = [] if root is None else list(root.iter(f"{W}style"))
        self._by_id = {style.get(f"{W}styleId", ""): style for style in styles}
        self._default = next(
            (
                style
                for style in styles
                if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") == "1"
            ),
            None,
        )
        defaults = None if root is None else root.find(f"{W}docDefaults")
        self._defaults = [] if defaults is None else list(defaults.iter(f"{W}rPr"))

    def name(self, paragraph: Element) -> str:
        """The name of a paragraph's style in small letters, as Word in any language keeps it."""
        style = self._by_id.get(_value(paragraph, f"{W}pPr/{W}pStyle"))
        name = None if style is None else style.find(f"{W}name")
        return "" if name is None else (name.get(VAL) or "").lower()

    def of_paragraph(self, paragraph: Element, tag: str) -> Element | None:
        """The property of a paragraph that holds."""
        own = paragraph.find(f"{W}pPr/{W}{tag}")
        if own is not None:
            return own
        return next(_found(self._chain(paragraph, "pPr", "pStyle"), f"{W}pPr/{W}{tag}"), None)

    def of_run(self, paragraph: Element, run: Element, tag: str) -> Iterator[Element]:
        """The properties of that name for a run, the one that counts most first."""
        yield from run.iterfind(f"{W}rPr/{W}{tag}")
        yield from _found(self._chain(run, "rPr", "rStyle"), f"{W}rPr/{W}{tag}")
        yield from _found(self._chain(paragraph, "pPr", "pStyle"), f"{W}rPr/{W}{tag}")
        for default in self._defaults:
            yield from default.iterfind(f"{W}{tag}")

    def is_on(self, paragraph: Element, run: Element, tag: str) -> bool:
        """Whether a run is bold, italic, in capitals: a property that is on or off."""
        found = next(self.of_run(paragraph, run, tag), None)
        return found is not None and (found.get(VAL) or "1").lower() not in _OFF

    def _chain(self, holder: Element, properties: str, tag: str) -> Iterator[Element]:
        """The style that an element names, and those it is based on."""
        style = self._by_id.get(_value(holder, f"{W}{properties}/{W}{tag}"))
        if style is None and tag == "pStyle":
            style = self._default
        for _ in range(_DEEPEST):
            if style is None:
                return
            yield style
            style = self._by_id.get(_value(style, f"{W}basedOn"))


def _found(styles: Iterator[Element], place: str) -> Iterator[Element]:
    for style in styles:
        if (found := style.find(place)) is not None:
            yield found


def _value(holder: Element, place: str) -> str:
    found = holder.find(place)
    return "" if found is None else found.get(VAL) or ""
