"""A record type in, the shape of its keys out; a record in, everything it refers to out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from newsroom.records.values import FileRef, Ref

Keys = tuple[str | int, ...]


@cache
def shape(cls: type) -> Mapping[str, Any]:
    """The keys of a record type or of a part, each with its type, None left out."""
    hints = get_type_hints(cls, include_extras=True)
    names = [field.name for field in fields(cls)]
    return MappingProxyType({name: _without_none(hints[name]) for name in names})


def shape_at(cls: type, keys: Keys) -> Any:
    """The type at a place: ("targets", 0) in Campaign is Target. None where there is none."""
    hint: Any = cls
    for key in keys:
        if isinstance(key, int):
            hint = item_of(hint)
        elif is_dataclass(hint) and isinstance(hint, type):
            hint = shape(hint).get(key)
        else:
            return None
    return hint


def item_of(hint: Any) -> Any:
    """The type of a list's items, or None where the type is no list."""
    return get_args(hint)[0] if get_origin(hint) is tuple else None


def references(record: Any, keys: Keys = ()) -> Iterator[tuple[Keys, Ref | FileRef, str]]:
    """Every reference in the front matter: where it stands, what it refers to, and the text."""
    return references_in(record, type(record), keys)


def references_in(
    part: Any, cls: Any, keys: Keys = ()
) -> Iterator[tuple[Keys, Ref | FileRef, str]]:
    """The same of a record or of the keys and values that were to be one of this type; what has
    not the form that the type wants is passed over."""
    for name, hint in _referring(cls):
        value = part.get(name) if isinstance(part, Mapping) else getattr(part, name)
        yield from _references(value, hint, (*keys, name))


@cache
def _referring(cls: type) -> tuple[tuple[str, Any], ...]:
    """The keys of a type that hold a reference, or hold what holds one."""
    return tuple((name, hint) for name, hint in shape(cls).items() if _refers(hint))


def _refers(hint: Any) -> bool:
    if item := item_of(hint):
        return _refers(item)
    if is_dataclass(hint) and isinstance(hint, type):
        return bool(_referring(hint))
    return any(isinstance(marker, Ref | FileRef) for marker in getattr(hint, "__metadata__", ()))


def _references(value: Any, hint: Any, keys: Keys) -> Iterator[tuple[Keys, Ref | FileRef, str]]:
    if not value:
        return
    if item := item_of(hint):
        for index, one in enumerate(value if isinstance(value, tuple | list) else ()):
            yield from _references(one, item, (*keys, index))
    elif is_dataclass(hint):
        if isinstance(value, Mapping) or is_dataclass(value):
            yield from references_in(value, hint, keys)
    elif get_origin(hint) is Annotated and isinstance(value, str):
        for marker in get_args(hint)[1:]:
            if isinstance(marker, Ref | FileRef):
                yield keys, marker, value


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        kept = [part for part in get_args(hint) if part is not NoneType]
        return kept[0] if len(kept) == 1 else hint
    return hint
