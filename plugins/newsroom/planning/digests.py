"""Views in; digests that change with any field of them out. What many views show is digested once.

A listing shows twenty cards and a card stands in many listings, so a view is digested from its own
fields and the digests of the cards, the frame and the tables in it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from hashlib import blake2b
from operator import attrgetter
from typing import Any

import msgspec

from newsroom.planning.views.data import TableView
from newsroom.planning.views.news import ArticleView, ListingView
from newsroom.planning.views.page import Chrome, PageView
from newsroom.planning.views.search import Segment
from newsroom.planning.views.shared import ArticleCard, MonthGroup
from newsroom.planning.views.standing import CopyView, FeedEntry, FeedView, PhotoView
from newsroom.records.body import Body

SHARED = frozenset((ArticleCard, Chrome, FeedEntry, TableView))
"""What stands in many views as one and the same object."""
OPENED: tuple[tuple[type, tuple[str, ...]], ...] = (
    (PageView, ("chrome", "view")),
    (ArticleView, ("newer", "older", "related")),
    (ListingView, ("groups",)),
    (MonthGroup, ("cards",)),
    (FeedView, ("entries",)),
)
"""In which fields of which views those are looked for. Elsewhere they are digested with what holds
them, which costs more and misses nothing."""

PLACES: dict[type, str] = {PhotoView: "path", CopyView: "path"}
"""The field that says where a file lies. It stays out: the digest of the file's bytes is in the
view too, and content that moved to another folder is the same content."""


class Digests:
    """Digests of one plan's views."""

    def __init__(self) -> None:
        self._encode = msgspec.msgpack.Encoder(enc_hook=_shorten).encode
        self._known: dict[int, bytes] = {}
        self._kept: list[object] = []
        self._openings = {view: _Opening(view, names) for view, names in OPENED}
        self._openings |= {view: _Opening(view, (), but=place) for view, place in PLACES.items()}

    def of(self, view: object) -> str:
        """A digest that changes with any field of the view. Bodies answer with the digest they
        carry."""
        return self._digest(self._opened(view)).hex()

    def _opened(self, value: Any) -> object:
        """The value with digests in place of what is shared."""
        kind = type(value)
        if kind is tuple:
            known = self._known
            return [known.get(id(each)) or self._opened(each) for each in value]
        if kind in SHARED:
            return self._shared(value)
        opening = self._openings.get(kind)
        if opening is None:
            return value
        values = [opening.name, *opening.fields(value)]
        for place in opening.places:
            values[place] = self._opened(values[place])
        return values

    def _shared(self, value: object) -> bytes:
        """The value is kept, so that no other object can get its identity."""
        if id(value) not in self._known:
            self._known[id(value)] = self._digest(value)
            self._kept.append(value)
        return self._known[id(value)]

    def _digest(self, value: object) -> bytes:
        return blake2b(self._encode(value), digest_size=16).digest()


class _Opening:
    """How a view is taken apart: its name, all its fields, and the places of those to open."""

    def __init__(self, view: type[Any], opened: tuple[str, ...], but: str = "") -> None:
        names = [field.name for field in fields(view) if field.name != but]
        self.name = view.__name__
        self.fields: Callable[[Any], tuple[Any, ...]] = attrgetter(*names)
        self.places = [1 + names.index(name) for name in opened]


def _shorten(value: object) -> str:
    if isinstance(value, Body | Segment):
        return value.digest
    raise NotImplementedError(f"{type(value).__name__} has no place in a view")
