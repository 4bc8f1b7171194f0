"""The types of a table's columns in; what its JSON file holds, as JSON Schema, out.

JSON Schema draft 2020-12. The types are those that the records declare, so the two cannot part.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from newsroom.records.values import Ref, WebAddress
from vietnamese import Period

Schema = dict[str, Any]
INTERVAL = r"^\d{4}-\d{2}-\d{2}/\d{4}-\d{2}-\d{2}$"
"""ISO 8601: both days included."""
WHEN = {"anyOf": [{"type": "string", "format": form} for form in ("date", "date-time")]}
PLAIN: Mapping[Any, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    Decimal: {"type": "number"},
    date: {"type": "string", "format": "date"},
    Period: {"type": "string", "pattern": INTERVAL},
}
ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"


def schema_of_table(
    address: str, title: str, hints: Mapping[str, Any], told: Mapping[str, str]
) -> Schema:
    """The schema of one table's file; `told` says in words what each column holds."""
    columns = {name: schema_of(hint) | {"description": told[name]} for name, hint in hints.items()}
    record = {
        "type": "object",
        "properties": columns,
        "required": list(columns),
        "additionalProperties": False,
    }
    properties = {
        "schema": {"const": address},
        "licence": {"type": "string"},
        "records": {"type": "array", "items": record},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": address,
        "title": title,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def schema_of(hint: Any) -> Schema:
    """The schema of one column's cells. TypeError for a type that no column has."""
    plain, may_lack = bare(hint)
    return {"anyOf": [_known(plain), {"type": "null"}]} if may_lack else _known(plain)


def bare(hint: Any) -> tuple[Any, bool]:
    """The type without None, and whether it had it."""
    if get_origin(hint) not in (Union, UnionType):
        return hint, False
    kept = [each for each in get_args(hint) if each is not NoneType]
    may_lack = len(kept) < len(get_args(hint))
    return (kept[0] if len(kept) == 1 else Union[tuple(kept)]), may_lack  # noqa: UP007 - made here


def choices_of(hint: Any) -> tuple[str, ...]:
    """The values a column may have where they are few and named, or nothing."""
    plain, _ = bare(hint)
    if get_origin(plain) is Literal:
        return get_args(plain)
    parts = [choices_of(part) for part in get_args(plain)] if _is_union(plain) else []
    return tuple(value for part in parts for value in part)


def refers_to(hint: Any) -> str:
    """The kind of record whose id a column holds, alone or in a list; nothing for another."""
    plain, _ = bare(hint)
    if get_origin(plain) is tuple:
        return refers_to(get_args(plain)[0])
    marks = getattr(plain, "__metadata__", ())
    return next((mark.kind for mark in marks if isinstance(mark, Ref)), "")


def _known(hint: Any) -> Schema:
    if choices := choices_of(hint):
        return {"enum": list(choices)}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _known(get_args(hint)[0])}
    if refers_to(hint):
        return {"type": "string", "pattern": ID}
    if hint is WebAddress:
        return {"type": "string"}
    if get_origin(hint) is Annotated:
        return _known(get_args(hint)[0])
    if _is_union(hint) and set(get_args(hint)) == {date, datetime}:
        return dict(WHEN)
    if hint not in PLAIN:
        raise TypeError(f"no column holds a {hint}")
    return dict(PLAIN[hint])


def _is_union(hint: Any) -> bool:
    return get_origin(hint) in (Union, UnionType)
