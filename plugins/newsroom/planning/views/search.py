"""Views of search: the page, what the index holds of each record, and the files it is cut into."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from hashlib import blake2b
from operator import attrgetter

import msgspec

from newsroom.planning.views.shared import Link
from newsroom.planning.views.standing import LinkGroup
from newsroom.records.body import Body

FORMAT = 1
"""Of every file here; another number makes other names, so that a page never reads a form that
its script does not know."""
SMALL, LARGE = 3_500, 9_000
"""Characters of text for each shard of a small and of a large segment: its shards weigh about
3 kB either way, for words come again in a large one. A query fetches one for each pair."""
LARGE_FROM = 20_000_000
"""Characters of text from which a segment is large."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the index holds of one record, the weightiest first."""

    names: tuple[str, ...] = ()
    """What it is called by: a register's names and former names, a document's number."""
    title: str = ""
    lead: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    body: Body | None = None
    facets: tuple[str, ...] = ()
    """What it can be filtered by: "section:chinh-tri"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCard:
    """What a list of results shows of one record."""

    title: str
    href: str
    text: str = ""
    day: str = ""
    """ISO, or a year, or nothing."""
    note: str = ""


class Segment:
    """Entries that are indexed together, in the order of their numbers, with their digest."""

    def __init__(self, entries: Iterable[Entry], stem: int, name: str = "tin") -> None:
        self.entries = tuple(entries)
        self.name = name
        """What it is among segments, whatever it holds: the closed years, this year."""
        self.stem = stem
        """How many letters of a single syllable decide its shard: with few, words that begin
        alike stand together and an unfinished one is found."""

    @cached_property
    def digest(self) -> str:
        """It changes with whatever the shards are made from. Bodies answer with theirs."""
        facts = [FORMAT, self.stem, self.shards, *map(_fields, self.entries)]
        return blake2b(_encode(facts), digest_size=8).hexdigest()

    @cached_property
    def entry_digests(self) -> list[bytes]:
        """What each entry is made from, 16 bytes."""
        encoded = map(_encode, map(_fields, self.entries))
        return [blake2b(each, digest_size=16).digest() for each in encoded]

    @cached_property
    def shards(self) -> int:
        """How many files the index is cut into, known before any text is read."""
        size = sum(60 + (each.body.size if each.body else 0) for each in self.entries)
        share = min(size, LARGE_FROM) / LARGE_FROM
        return 1 + int(size / (SMALL + (LARGE - SMALL) * share))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShardView:
    """One file of a segment's index."""

    segment: Segment
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CardsView:
    """Cards of results, in the order of their numbers."""

    cards: tuple[FoundCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """The search page: a form and its index for those with scripts, ways in for everyone."""

    title: str
    text: str = ""
    groups: tuple[LinkGroup, ...] = ()
    kinds: tuple[Link, ...] = ()
    """The kinds of records that can be found; `href` is what the address calls them."""
    script: str = ""
    index: str = ""
    """What the script must know to search, in JSON; empty where the site has no index."""


def digest_of_cards(cards: Sequence[FoundCard]) -> str:
    """It changes with any field of any card, and with their order."""
    return blake2b(_encode([FORMAT, *cards]), digest_size=8).hexdigest()


_fields = attrgetter(*(field.name for field in fields(Entry)))
_encode = msgspec.msgpack.Encoder(enc_hook=lambda body: body.digest).encode
