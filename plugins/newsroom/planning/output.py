"""An output: one file the site will have, with everything it may show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsroom.planning.digests import Digests

Renderer = Literal[
    "page",
    "feed",
    "text",
    "json",
    "csv",
    "calendar",
    "photo",
    "share_card",
    "copy",
    "index",
    "shard",
    "cards",
    "script",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """A file of the site: where it goes, who draws it, from which template, and the view it
    shows."""

    path: str
    """Under the output folder, with "/": tin/2020/07/x/index.html."""
    renderer: Renderer
    template: str = ""
    """Under theme/templates: pages/article.html, feeds/atom.xml; empty where no template draws
    it."""
    view: object
    """A frozen dataclass of plain values."""
    source: str = ""
    """The content file that this output exists for, named where two outputs clash."""

    @property
    def address(self) -> str:
        """The address under the site: /tin/2020/07/x/."""
        return "/" + self.path.removesuffix("index.html")


def digest_of(view: object) -> str:
    """A digest that changes with any field of one view; for many, `Digests` is quicker."""
    return Digests().of(view)
