"""Clean HTML in; a Body of parts and slots out: cut where it points to a record, a photo, a file,
a place on the site, or names a document by its number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from html import escape, unescape
from typing import Literal

from newsroom.reading.bodies.cleaning import INLINE
from newsroom.reading.bodies.local import Local
from newsroom.reading.bodies.pieces import Pieces
from newsroom.reading.bodies.plain import Block
from newsroom.reading.bodies.sought import Sought
from newsroom.reading.bodies.targets import Target, target_of
from newsroom.reading.findings import Findings, Place
from newsroom.records.body import Body, Heading, Slot

BODY_PREFIX = "muc-"
"""Goes before every anchor of a body, so that a heading "main" does not take the page's own."""
_TAG = re.compile(
    r'<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?: [a-z-]+="[^"]*")*) ?/?>'
)
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))


class Cutter:
    """Cuts one body. nh3 writes HTML in one way only (names in small letters, values in double
    quotes), which is what lets it be read by two expressions."""

    def __init__(self, sought: Sought, prefix: str, findings: Findings) -> None:
        self.sought = sought
        self.prefix = prefix
        self.findings = findings
        self.pieces = Pieces()
        self.headings: list[Heading] = []
        self.anchor = ""
        self.closings: list[Slot | str] = []
        """What each open link ends with."""
        self.local = Local(prefix)

    def cut(self, html: str) -> tuple[Body, str]:
        """The body, and the text of its first paragraph."""
        end = 0
        for tag in _TAG.finditer(html):
            self.pieces.text(unescape(html[end : tag.start()]))
            self.tag(tag)
            end = tag.end()
        self.pieces.text(unescape(html[end:]))
        self.local.tell_dead(self.findings)
        return self._whole()

    def join(self, blocks: Iterable[Block]) -> tuple[Body, str]:
        """The same of blocks that need no cleaning: what `cut` makes of their HTML."""
        between = ""
        for tag, text, anchor in blocks:
            self.pieces.text(between)
            self.pieces.block()
            if anchor:  # as cleaning does
                anchor = f"{self.prefix}{anchor}"
            self.pieces.html(f'<{tag} id="{anchor}">' if anchor else f"<{tag}>", opens=tag)
            self.pieces.text(text)
            words = self.pieces.block()
            if anchor:
                self.headings.append(Heading(level=int(tag[1]), anchor=anchor, text=words))
            self.pieces.html(f"</{tag}>", closes=tag)
            between = "\n"
        return self._whole()

    def _whole(self) -> tuple[Body, str]:
        self.pieces.block()
        parts, slots = self.pieces.cut()
        slots = tuple(self._placed(slot) for slot in slots)
        text = "\n".join(self.pieces.texts)
        body = Body(parts=parts, slots=slots, headings=tuple(self.headings), text=text)
        return body, self.pieces.lead

    def tag(self, tag: re.Match[str]) -> None:
        """Put one tag where it belongs."""
        name, attributes = tag["name"], dict(_ATTRIBUTE.findall(tag["attributes"]))
        if name == "a":
            self.end_of_link() if tag["end"] else self.link(attributes)
        elif name == "img":
            self.picture({key: unescape(value) for key, value in attributes.items()})
        else:
            self.other(tag, name, attributes)

    def link(self, attributes: dict[str, str]) -> None:
        """Open a link: a slot, the tag as it is, or nothing where it leads nowhere."""
        href = unescape(attributes.get("href", ""))
        target = target_of(href) if href else None
        if target is None or target.what == "wrong":
            if target:
                self.tell(target, href)
            self.closings.append("")
        elif target.what == "plain":
            if href.startswith("#"):
                self.local.link(href[1:], self.sought.place(href))
            self.local.anchor(attributes)
            self.pieces.html(self._plain(href, attributes), opens="a")
            self.closings.append("</a>")
        else:
            title = unescape(attributes.get("title", ""))
            slot = self._slot("open", target, title, self.sought.place(href))
            self.pieces.slot(slot, opens="a")
            self.closings.append(Slot(what="close"))

    def end_of_link(self) -> None:
        """Close the link that was opened last."""
        closing = self.closings.pop() if self.closings else ""
        if isinstance(closing, Slot):
            self.pieces.slot(closing, closes="a")
        elif closing:
            self.pieces.html(closing, closes="a")

    def picture(self, attributes: dict[str, str]) -> None:
        """A slot for a photo of ours; anything else is told of and left out."""
        source, alt = attributes.get("src", ""), attributes.get("alt", "").strip()
        target = target_of(source)
        place = self.sought.place(source)
        if target.what == "slot" and target.kind == "photo":
            if not alt:
                self.findings.add("E331", place, target=source)
            self.pieces.slot(self._slot("photo", target, alt, place))
        elif target.what == "plain":
            self.findings.add("E332", place, target=source)
        elif source or "E321" not in {found.code for found in self.findings.problems}:
            self.findings.add("E333", place, target=source)

    def other(self, tag: re.Match[str], name: str, attributes: dict[str, str]) -> None:
        """Any other tag stays; one that is no part of a line ends the words before it."""
        self.local.anchor(attributes)
        if name not in INLINE:
            text = self.pieces.block()
            if tag["end"] and name in _HEADINGS and self.anchor:
                self.headings.append(Heading(level=int(name[1]), anchor=self.anchor, text=text))
            self.anchor = unescape(attributes.get("id", "")) if name in _HEADINGS else ""
        ends = "/" in tag["end"]
        self.pieces.html(tag[0], opens="" if ends else name, closes=name if ends else "")

    def tell(self, target: Target, address: str) -> None:
        """Note an address that leads nowhere."""
        place = self.sought.place(address)
        self.findings.add(target.code, place, target=address, suggestion=target.suggestion)

    def _placed(self, slot: Slot) -> Slot:
        if slot.what != "number":
            return slot
        line, column = self.sought.place(slot.text.partition("\n")[0])
        return replace(slot, line=line, column=column)

    def _plain(self, href: str, attributes: dict[str, str]) -> str:
        """A link that stays as it is; one within the body follows its anchor's prefix."""
        if href.startswith("#"):
            attributes = {**attributes, "href": escape(f"#{self.prefix}{href[1:]}")}
            attributes.pop("rel", None)
        named = "".join(f' {name}="{value}"' for name, value in attributes.items())
        return f"<a{named}>"

    def _slot(
        self, what: Literal["open", "photo"], target: Target, text: str, place: Place
    ) -> Slot:
        fragment = target.fragment
        if fragment and target.kind != "path":
            fragment = f"{BODY_PREFIX}{fragment}"
        return Slot(
            what=what,
            kind=target.kind,
            target=target.id,
            fragment=fragment,
            text=text,
            line=place[0],
            column=place[1],
        )
