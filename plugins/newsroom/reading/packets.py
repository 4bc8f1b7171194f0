"""What was read in one sound file to bytes and back: its record, its warnings, the photos and
files it names, and by digest the texts that its bodies will ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import astuple
from typing import Any

import msgspec

from newsroom.problems import Problem
from newsroom.reading.assets import Named
from newsroom.reading.checking import TYPES
from newsroom.reading.files import FileRead
from newsroom.records.body import Text
from newsroom.records.packing import Packer
from newsroom.records.remains import bodies_of
from newsroom.records.values import Kind


class Packets:
    """Packs and opens; `texts` answers with a body's text by the body's digest."""

    def __init__(self, texts: Callable[[str], Text]) -> None:
        self._packer = Packer(texts)
        self._decode = msgspec.msgpack.Decoder().decode

    def pack(self, read: FileRead) -> tuple[bytes, dict[str, bytes]]:
        """The packet of a sound file, and its texts, packed too, by digest."""
        texts = {
            body.digest: msgspec.msgpack.encode(body.whole()) for body in bodies_of(read.record)
        }
        record = msgspec.Raw(self._packer.pack(read.record))
        problems = [astuple(found) for found in read.problems]
        return msgspec.msgpack.encode((record, problems, read.assets, list(texts))), texts

    def open(self, kind: Kind, packet: bytes) -> tuple[FileRead, list[str]]:
        """What was packed, and the digests of its texts. ValueError for other bytes."""
        try:
            record, problems, assets, digests = self._decode(packet)
            made = self._packer.rebuilt(TYPES[kind], record)
            read = FileRead(record=made, problems=_problems(problems), assets=_named(assets))
        except (msgspec.DecodeError, TypeError) as error:
            raise ValueError("not a packet") from error
        return read, digests

    def digests(self, packet: bytes) -> list[str]:
        """The digests of a packet's texts; none for other bytes."""
        try:
            return list(self._decode(packet)[3])
        except (msgspec.DecodeError, TypeError, IndexError):
            return []


def _named(packed: Iterable[Any]) -> tuple[Named, ...]:
    return tuple([(file, tuple(keys), (line, column)) for file, keys, (line, column) in packed])


def _problems(packed: Iterable[Any]) -> tuple[Problem, ...]:
    return tuple(
        [
            Problem(
                file=file,
                line=line,
                column=column,
                code=code,
                keys=tuple(keys),
                params=tuple((name, value) for name, value in params),
            )
            for file, line, column, code, keys, params in packed
        ]
    )
