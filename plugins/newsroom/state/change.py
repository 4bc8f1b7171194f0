"""What one build learned, to be taken over by the state in one transaction, or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, Self

from newsroom.state.damage import checksum
from newsroom.state.marks import AssetMark, OutputMark, SourceMark, Stamp

Row = tuple[Any, ...]
FactKey = tuple[str, str]
"""Of what a fact is, and its name among its like."""
EDITION: FactKey = ("edition", "")
"""The fact that holds as long as nothing was learned since the last build was whole."""


class Lesson(Protocol):
    """What reading learned: what is new or changed, and the keys of what is gone."""

    @property
    def sources(self) -> Mapping[str, tuple[tuple[int, int, int, int], str, bytes]]:
        """Stamp, digest and packed record, by path."""

    @property
    def assets(self) -> Mapping[str, tuple[tuple[int, int, int, int], bytes]]:
        """Stamp and what was seen, by path."""

    @property
    def texts(self) -> Mapping[str, bytes]:
        """Packed texts of bodies, by digest."""

    @property
    def gone_sources(self) -> Iterable[str]:
        """Paths."""

    @property
    def gone_assets(self) -> Iterable[str]:
        """Paths."""

    @property
    def gone_texts(self) -> Iterable[str]:
        """Digests."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Only what is new or changed, by path or digest; and the keys of what is gone."""

    notes: Mapping[str, str] = field(default_factory=dict)
    """Single facts by name: when the clock next changes the site, what templates include."""
    sources: Mapping[str, SourceMark] = field(default_factory=dict)
    gone_sources: Iterable[str] = ()
    assets: Mapping[str, AssetMark] = field(default_factory=dict)
    gone_assets: Iterable[str] = ()
    texts: Mapping[str, bytes] = field(default_factory=dict)
    """The heavy part of bodies, packed, by the body's digest."""
    gone_texts: Iterable[str] = ()
    spare_texts: Iterable[str] = ()
    """Digests of texts that go unless some source still holds them."""
    outputs: Mapping[str, OutputMark] = field(default_factory=dict)
    gone_outputs: Iterable[str] = ()
    facts: Mapping[FactKey, bytes] = field(default_factory=dict)
    """What else the next build may want, packed."""
    gone_facts: Iterable[FactKey] = ()

    @classmethod
    def learned(cls, lesson: Lesson) -> Self:
        """The lesson as a change. Until the build that learns it is whole, no edition is."""
        return cls(
            sources={
                file: SourceMark(Stamp(*stamp), digest, packed)
                for file, (stamp, digest, packed) in lesson.sources.items()
            },
            gone_sources=lesson.gone_sources,
            assets={
                file: AssetMark(Stamp(*stamp), packed)
                for file, (stamp, packed) in lesson.assets.items()
            },
            gone_assets=lesson.gone_assets,
            texts=lesson.texts,
            gone_texts=lesson.gone_texts,
            gone_facts=(EDITION,),
        )

    def gone(self) -> Iterator[tuple[str, Iterator[Row]]]:
        """From which table, and which of its rows to forget."""
        yield "source WHERE file = ?", _single(self.gone_sources)
        yield "asset WHERE file = ?", _single(self.gone_assets)
        yield "body WHERE digest = ?", _single(self.gone_texts)
        yield "output WHERE path = ?", _single(self.gone_outputs)
        yield "fact WHERE kind = ? AND key = ?", iter(self.gone_facts)

    def spare(self) -> Iterator[tuple[str, Iterator[Row]]]:
        """The same, of what is looked at once the new rows are there."""
        unless = "NOT EXISTS (SELECT 1 FROM source WHERE instr(packed, ?))"
        rows = ((digest, digest.encode()) for digest in self.spare_texts)
        yield f"body WHERE digest = ? AND {unless}", rows

    def rows(self) -> Iterator[tuple[str, int, Iterator[Row]]]:
        """The table, how many columns it has, and its new rows."""
        yield "note", 2, iter(self.notes.items())
        yield "source", 8, self._source_rows()
        yield "asset", 7, self._asset_rows()
        yield "body", 3, self._text_rows()
        yield "output", 5, ((path, *mark) for path, mark in self.outputs.items())
        yield "fact", 4, self._fact_rows()

    def _source_rows(self) -> Iterator[Row]:
        for file, (stamp, digest, packed) in self.sources.items():
            yield file, *stamp, digest, packed, checksum((file, *stamp, digest), packed)

    def _asset_rows(self) -> Iterator[Row]:
        for file, (stamp, packed) in self.assets.items():
            yield file, *stamp, packed, checksum((file, *stamp), packed)

    def _text_rows(self) -> Iterator[Row]:
        for digest, packed in self.texts.items():
            yield digest, packed, checksum((digest,), packed)

    def _fact_rows(self) -> Iterator[Row]:
        for key, packed in self.facts.items():
            yield *key, packed, checksum(key, packed)


def _single(keys: Iterable[str]) -> Iterator[Row]:
    return ((key,) for key in keys)
