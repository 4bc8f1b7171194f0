"""What one build learned, to be taken over by the state in one transaction, or not at all."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from newsroom.records.body import Text
from newsroom.state.damage import checksum
from newsroom.state.marks import AssetMark, OutputMark, SourceMark

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Only what is new or changed, by path or digest; and the keys of what is gone."""

    notes: Mapping[str, str] = field(default_factory=dict)
    """Single facts by name: when the clock next changes the site, what templates include."""
    sources: Mapping[str, SourceMark] = field(default_factory=dict)
    gone_sources: Collection[str] = ()
    assets: Mapping[str, AssetMark] = field(default_factory=dict)
    gone_assets: Collection[str] = ()
    texts: Mapping[str, Text] = field(default_factory=dict)
    """The heavy part of bodies, by the body's digest."""
    gone_texts: Collection[str] = ()
    outputs: Mapping[str, OutputMark] = field(default_factory=dict)
    gone_outputs: Collection[str] = ()

    def gone(self) -> Iterator[tuple[str, str, Collection[str]]]:
        """The table, its key, and the keys to forget."""
        yield "source", "file", self.gone_sources
        yield "asset", "file", self.gone_assets
        yield "body", "digest", self.gone_texts
        yield "output", "path", self.gone_outputs

    def rows(self) -> Iterator[tuple[str, int, Iterator[Row]]]:
        """The table, how many columns it has, and its new rows."""
        yield "note", 2, iter(self.notes.items())
        yield "source", 7, self._source_rows()
        yield "asset", 6, self._asset_rows()
        yield "body", 3, self._text_rows()
        yield "output", 5, ((path, *mark) for path, mark in self.outputs.items())

    def _source_rows(self) -> Iterator[Row]:
        for file, (stamp, digest, packed) in self.sources.items():
            yield file, *stamp, digest, packed, checksum(f"{digest}{file}", packed)

    def _asset_rows(self) -> Iterator[Row]:
        for file, (stamp, packed) in self.assets.items():
            yield file, *stamp, packed, checksum(file, packed)

    def _text_rows(self) -> Iterator[Row]:
        for digest, text in self.texts.items():
            packed = msgspec.msgpack.encode(text)
            yield digest, packed, checksum(digest, packed)
