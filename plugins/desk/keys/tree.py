"""A kind of record in; its keys with all that is known of each, those of its parts too, out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from desk.keys.words import id_of, key_words, word_of_choice
from newsroom.reading.checking import GIVEN, TYPES
from newsroom.records import values
from newsroom.records.body import Body
from newsroom.records.shapes import item_of, shape
from newsroom.records.values import FileRef, Kind, Ref

KeyType = Literal[
    "text",
    "markdown",
    "moment",
    "day",
    "period",
    "number",
    "whole",
    "flag",
    "choice",
    "ref",
    "photo",
    "file",
    "web",
    "contact",
    "alias",
    "place",
    "focus",
    "group",
]
_PLAIN: tuple[tuple[Any, KeyType], ...] = (
    (values.Moment, "moment"),
    (values.Day, "day"),
    (values.PeriodValue, "period"),
    (values.Number, "number"),
    (values.Whole, "whole"),
    (values.Flag, "flag"),
    (values.WebAddress, "web"),
    (values.ContactAddress, "contact"),
    (values.SitePath, "alias"),
    (values.Place, "place"),
    (values.Focus, "focus"),
    (Body, "markdown"),
    (str, "text"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A key as an editor meets it. Of a list, `type` is that of its items."""

    id: str
    """Of the words: the record type or part, and the name (photo.alt)."""
    name: str
    label: str
    hint: str
    example: str
    """As it is written after the colon; nothing for a group."""
    type: KeyType
    many: bool
    """Whether the value is a list."""
    required: bool
    default: str
    """What an absent key means, as it would be written; nothing where it means nothing."""
    refers_to: str
    """The kind of record whose id this is, for `ref`."""
    choices: tuple[tuple[str, str], ...]
    """Codes and what each is called, for `choice`."""
    keys: tuple[Key, ...]
    """The keys of a `group`."""


@cache
def keys_of(kind: Kind) -> tuple[Key, ...]:
    """The keys that the header of a kind may have, in the order of its type."""
    return _keys(TYPES[kind], but=GIVEN)


def kind_words(kind: Kind) -> tuple[str, str]:
    """What a kind is called, and what one record of it is."""
    words = key_words()
    return words(f"kind.{kind}"), words(f"kind.{kind}.hint")


def _keys(cls: type, but: tuple[str, ...] = ()) -> tuple[Key, ...]:
    defaults = {field.name: field.default for field in fields(cls)}
    return tuple(
        _key(cls, name, hint, defaults[name])
        for name, hint in shape(cls).items()
        if name not in but
    )


def _key(cls: type, name: str, hint: Any, default: Any) -> Key:
    id, words = id_of(cls, name), key_words()
    item = item_of(hint)
    one = item or hint
    return Key(
        id=id,
        name=name,
        label=words(id),
        hint=words(f"{id}.hint"),
        example=words(f"{id}.example") if f"{id}.example" in words else "",
        type=_type(one),
        many=item is not None,
        required=default is MISSING,
        default=_spelled(default),
        refers_to=next((mark.kind for mark in _marks(one) if isinstance(mark, Ref)), ""),
        choices=tuple((code, word_of_choice(id, code)) for code in choices_in(one)),
        keys=_keys(one) if _type(one) == "group" else (),
    )


def _type(hint: Any) -> KeyType:
    for mark in _marks(hint):
        if isinstance(mark, Ref):
            return "ref"
        if isinstance(mark, FileRef):
            return "photo" if mark.folder == "photos" else "file"
    for known, type_ in _PLAIN:
        if hint == known:
            return type_
    if choices_in(hint):
        return "choice"
    if is_dataclass(hint):
        return "group"
    raise TypeError(f"no key holds a {hint}")


def choices_in(hint: Any) -> tuple[str, ...]:
    """The codes that a value may be, where there are few."""
    if get_origin(hint) is Literal:
        return get_args(hint)
    if get_origin(hint) in (Union, UnionType):
        return tuple(code for part in get_args(hint) for code in choices_in(part))
    return ()


def _marks(hint: Any) -> tuple[Any, ...]:
    return getattr(hint, "__metadata__", ())


def _spelled(default: Any) -> str:
    if default is MISSING or default is None or isinstance(default, tuple | Mapping):
        return ""
    if isinstance(default, bool):
        return "true" if default else "false"
    return str(default)
