"""Pages read back: a file of a built site in; its links, anchors, styles and redirect out."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

LINKING = frozenset(
    {"href", "src", "poster", "action", "formaction", "data", "cite", "xlink:href", "background"}
)
"""Attributes that hold one address (HTML, "Attributes": those of type valid URL)."""
LINKING_SETS = frozenset({"srcset", "imagesrcset"})
META = frozenset({"og:url", "og:image", "twitter:image"})
HANDLER = re.compile(r"on[a-z]+")
SCHEMA = ("https://schema.org", "https://schema.org/", "http://schema.org")
CSS_URL = re.compile(r"""url\(\s*["']?([^"')\s]+)""")
CANDIDATE = re.compile(r"[^\s,]\S*[^\s,]|[^\s,]")
REFRESH = re.compile(r"""\d+\s*;\s*url\s*=\s*["']?([^"']+)""", re.IGNORECASE)


@dataclass(slots=True)
class Page:
    """What a page says that publishing must know."""

    links: set[str] = field(default_factory=set)
    """As they are written."""
    anchors: set[str] = field(default_factory=set)
    styles: set[str] = field(default_factory=set)
    """The text of every inline style block."""
    scripts: set[str] = field(default_factory=set)
    """The text of every inline script that a browser would run."""
    script_files: bool = False
    inline: set[str] = field(default_factory=set)
    """Attributes that a content security policy refuses: style, onclick and their like."""
    policy: str = ""
    """The content security policy that the page states itself."""
    wrong_data: set[str] = field(default_factory=set)
    """What is wrong in its linked data (JSON-LD 1.1)."""
    canonical: str = ""
    redirect: str = ""
    """Where a redirect stub leads."""


def read_page(html: str) -> Page:
    """Read an HTML or SVG document, or a piece of one."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page


def read_xml(text: str) -> Page:
    """Read a feed or a sitemap: its addresses, those inside the bodies it carries too.

    xml.etree.ElementTree.ParseError where it is not well-formed.
    """
    page = Page()
    page.links.update(re.findall(r"""<\?xml-stylesheet[^>]*href=["']([^"']+)""", text))
    _walk(ET.fromstring(text), "", page)  # noqa: S314 - our own build wrote it
    return page


XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"


def _walk(element: ET.Element, base: str, page: Page) -> None:
    base = urljoin(base, element.get(XML_BASE, ""))
    name = element.tag.rpartition("}")[2]
    text = (element.text or "").strip()
    if "href" in element.attrib:
        page.links.add(urljoin(base, element.attrib["href"]))
    if name in ("loc", "logo", "icon") and text:
        page.links.add(urljoin(base, text))
    if element.get("type") == "html":
        page.links |= {urljoin(base, link) for link in read_page(text).links}
    for child in element:
        _walk(child, base, page)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.inside: list[str] | None = None
        self.runs = True
        self.linked_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        self._addresses(tag, named)
        if named.get("id"):
            self.page.anchors.add(named["id"])
        if tag == "a" and named.get("name"):
            self.page.anchors.add(named["name"])
        if tag == "meta":
            self._meta(named)
        if tag == "link" and "canonical" in named.get("rel", "").split():
            self.page.canonical = named.get("href", "")
        if tag in ("style", "script"):
            self._open(tag, named)
        self.page.inline.update(
            name for name in named if name == "style" or HANDLER.fullmatch(name)
        )

    def handle_data(self, data: str) -> None:
        if self.inside is not None:
            self.inside.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("style", "script") or self.inside is None:
            return
        text, self.inside = "".join(self.inside), None
        if tag == "style":
            self.page.styles.add(text)
            self.page.links.update(CSS_URL.findall(text))
        elif self.runs and text:
            self.page.scripts.add(text)
        elif self.linked_data:
            self.page.wrong_data.update(_wrong_in(text))

    def _addresses(self, tag: str, named: dict[str, str]) -> None:
        for name, value in named.items():
            if name in LINKING and not (tag == "meta" or (name == "data" and tag != "object")):
                self.page.links.add(value)
            elif name in LINKING_SETS:
                self.page.links.update(_candidates(value))

    def _meta(self, named: dict[str, str]) -> None:
        content = named.get("content", "")
        if named.get("property", named.get("name", "")) in META:
            self.page.links.add(content)
        found = REFRESH.match(content)
        equivalent = named.get("http-equiv", "").lower()
        if equivalent == "content-security-policy":
            self.page.policy = content
        if equivalent == "refresh" and found:
            self.page.redirect = found[1].strip()
            self.page.links.add(self.page.redirect)

    def _open(self, tag: str, named: dict[str, str]) -> None:
        self.inside = []
        kind = named.get("type", "")
        self.linked_data = tag == "script" and kind == "application/ld+json"
        self.runs = kind in ("", "module") or "javascript" in kind
        if tag == "script" and "src" in named:
            self.page.script_files = True


def _candidates(srcset: str) -> list[str]:
    """The addresses of a srcset: what stands before each width or density."""
    found = (CANDIDATE.search(part) for part in re.split(r",\s+|,$", srcset))
    return [candidate[0].split()[0] for candidate in found if candidate]


def _wrong_in(text: str) -> list[str]:
    """What is wrong in one block of linked data: each thing needs a vocabulary and a type."""
    try:
        data = json.loads(text)
    except ValueError as error:
        return [str(error)]
    blocks = data if isinstance(data, list) else [data]
    for block in blocks:
        if not isinstance(block, dict) or block.get("@context") not in SCHEMA:
            return ["@context"]
        things = block.get("@graph", [block])
        if not isinstance(things, list) or not things:
            return ["@graph"]
        if not all(isinstance(thing, dict) and thing.get("@type") for thing in things):
            return ["@type"]
    return []
