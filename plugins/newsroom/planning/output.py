"""An output: one file the site will have, with everything it may show."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal

import msgspec

from newsroom.planning.views.page import Chrome, PageView
from newsroom.records.body import Body

Renderer = Literal["page", "feed", "text", "json", "csv", "calendar", "photo", "copy"]


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


class Digests:
    """Digests of views. What stands around many pages is digested once, while this lives."""

    def __init__(self) -> None:
        self._encode = msgspec.msgpack.Encoder(enc_hook=_shorten).encode
        self._frames: dict[int, tuple[Chrome, str]] = {}

    def of(self, view: object) -> str:
        """A digest that changes with any field of the view. Bodies answer with the digest they
        carry."""
        if isinstance(view, PageView):
            frame = self._frame(view.chrome)
            return self._digest((view.head, frame, view.current, view.crumbs, view.view))
        return self._digest(view)

    def _frame(self, chrome: Chrome) -> str:
        """The chrome is kept beside its digest, so that no other object can get its identity."""
        if id(chrome) not in self._frames:
            self._frames[id(chrome)] = chrome, self._digest(chrome)
        return self._frames[id(chrome)][1]

    def _digest(self, value: object) -> str:
        return blake2b(self._encode(value), digest_size=16).hexdigest()


def digest_of(view: object) -> str:
    """A digest that changes with any field of the view, alone."""
    return Digests().of(view)


def _shorten(value: object) -> str:
    if isinstance(value, Body):
        return value.digest
    raise NotImplementedError(f"{type(value).__name__} has no place in a view")
