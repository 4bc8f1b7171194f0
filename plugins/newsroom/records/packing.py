"""A record to bytes and back, for the build state: msgpack, never pickle.

Only what differs from a field's default is kept, so most of a record costs nothing. A body is kept
without its text (see `Body.light`): that is fetched from the state only when a page shows it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from newsroom.records.body import Body, Packed, Text

Rebuild = Callable[[Any], Any]


class Packer:
    """Packs and unpacks records. `texts` answers with a body's text by the body's digest."""

    def __init__(self, texts: Callable[[str], Text]) -> None:
        self._texts = texts
        self._rebuilders: dict[type, Rebuild] = {}

    def pack(self, record: object) -> bytes:
        """The record without the text of its bodies."""
        return msgspec.msgpack.encode(_plain(record))

    def unpack(self, kind: type[Any], data: bytes) -> Any:
        """The record of this class. Raises ValueError for bytes that `pack` did not make."""
        try:
            return self.rebuilt(kind, msgspec.msgpack.decode(data))
        except msgspec.DecodeError as error:
            raise ValueError(f"not a packed {kind.__name__}") from error

    def rebuilt(self, kind: type[Any], plain: Any) -> Any:
        """The record of this class from the plain values that `pack` wrote. Raises ValueError for
        others."""
        try:
            return self._of(kind)(plain)
        except (TypeError, KeyError, AttributeError, ValueError) as error:
            raise ValueError(f"not a packed {kind.__name__}") from error

    def _of(self, kind: type[Any]) -> Rebuild:
        if kind not in self._rebuilders:
            self._rebuilders[kind] = self._body if kind is Body else self._dataclass(kind)
        return self._rebuilders[kind]

    def _body(self, packed: Packed) -> Body:
        return Body.light(packed, self._texts)

    def _dataclass(self, kind: type[Any]) -> Rebuild:
        hints = get_type_hints(kind, include_extras=False)
        rebuilders = [
            (field.name, rebuilder)
            for field in fields(kind)
            if (rebuilder := self._rebuilder(hints[field.name])) is not None
        ]

        def rebuild(packed: dict[str, Any]) -> Any:
            for name, of in rebuilders:
                if name in packed:
                    packed[name] = of(packed[name])
            return kind(**packed)

        return rebuild

    def _rebuilder(self, hint: Any) -> Rebuild | None:
        """How a value of this type is made from its packed form; nothing where it is the same."""
        if get_origin(hint) is Annotated:
            return self._rebuilder(get_args(hint)[0])
        if get_origin(hint) is tuple:
            return _tuple_of(self._rebuilder(get_args(hint)[0]))
        if get_origin(hint) in (Union, UnionType):
            return self._union(tuple(one for one in get_args(hint) if one is not NoneType))
        if hint is date:
            return date.fromisoformat
        if hint is Decimal:
            return Decimal
        if isinstance(hint, type) and (hint is Body or is_dataclass(hint)):
            return self._of(hint)
        return None

    def _union(self, hints: tuple[Any, ...]) -> Rebuild | None:
        if set(hints) == {date, datetime}:
            return _moment
        if all(get_origin(hint) is Literal for hint in hints):
            return None
        (hint,) = hints
        return self._rebuilder(hint)


def _plain(value: Any) -> Any:
    if isinstance(value, Body):
        return value.packed()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if is_dataclass(value):
        return {
            field.name: _plain(given)
            for field in fields(value)
            if (given := getattr(value, field.name)) != field.default or field.default is MISSING
        }
    return value


def _tuple_of(rebuild: Rebuild | None) -> Rebuild:
    if rebuild is None:
        return tuple
    return lambda packed: tuple(map(rebuild, packed))


def _moment(text: str) -> date | datetime:
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
