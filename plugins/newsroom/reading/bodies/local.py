"""The anchors of one body and its links to them in; each link that leads to none, told, out."""

from __future__ import annotations

from collections.abc import Mapping
from html import unescape
from urllib.parse import unquote

from newsroom.problems import nearest
from newsroom.reading.findings import Findings, Place

_FOOTNOTE = "fnref:"
"""What Python-Markdown calls the place where a footnote is named."""


class Local:
    """Collects while a body is cut. A link within a page that leads nowhere stops a publication,
    so its editor is told at once."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._anchors: dict[str, None] = {}
        self._links: list[tuple[str, Place]] = []

    def anchor(self, attributes: Mapping[str, str]) -> None:
        """Note the anchor of a tag that stays, if it has one."""
        if id := attributes.get("id", ""):
            self._anchors[unescape(id).removeprefix(self._prefix)] = None

    def link(self, fragment: str, place: Place) -> None:
        """Note a link to an anchor, without its sign."""
        self._links.append((fragment, place))

    def tell_dead(self, findings: Findings) -> None:
        """Note each link that leads to no anchor, and each footnote that nothing names."""
        for fragment, place in self._links:
            if fragment in self._anchors or unquote(fragment) in self._anchors:
                continue
            if fragment.startswith(_FOOTNOTE):
                findings.add("E335", place, name=fragment.removeprefix(_FOOTNOTE))
            else:
                own = [each for each in self._anchors if ":" not in each]
                findings.add("E334", place, fragment=fragment, suggestion=nearest(fragment, own))
