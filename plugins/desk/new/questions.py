"""A key in; its value, as the editor answers or as a script gives it, out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from desk.asking import Asker, Choices
from desk.keys import Key
from newsroom.linking.kinds import name_of
from newsroom.reading.checking import TYPES
from newsroom.records import Records
from newsroom.records.shapes import Keys, item_of, shape_at
from newsroom.records.values import Kind, Reads
from vietnamese import sort_key

ASKED: Mapping[Kind, tuple[str, ...]] = {
    "article": (
        *("title", "date", "section", "genre", "summary", "campaigns", "units", "blocs", "event"),
        "byline",
    ),
    "campaign": (*("name", "short_name", "form", "scope", "lead_unit", "parent", "start", "end"),),
    "unit": ("name", "short_name", "kind", "level", "parent"),
    "bloc": ("name", "kind", "organised_by"),
    "document": ("number", "type", "issuer", "issued", "abstract"),
    "event": ("title", "kind", "start", "venue", "campaign", "bloc"),
    "award": ("title", "kind", "recipient", "period", "decision", "campaign"),
    "section": ("name", "order"),
    "page": ("title", "summary"),
}
"""What is asked, by kind; the other keys stand in the file as comments."""
_MOST_TRIES = 5


class NotTaken(ValueError):
    """A value that a key cannot have; says so in one line of Vietnamese."""


def ask(key: Key, keys: Keys, kind: Kind, records: Records, asker: Asker, default: str) -> Any:
    """Ask for one key, again until it can be taken; "" where an optional one is passed over."""
    if key.type == "group":
        return {
            one.name: ask(one, (*keys, one.name), kind, records, asker, "") for one in key.keys
        }
    label = key.label if key.required else f"{key.label} (không bắt buộc)"
    if key.type == "ref":
        choices = choices_of(records, key.refers_to)
        if key.many:
            return asker.some_of(key.label, choices)
        if key.required and choices:
            return asker.choice(f"{label} (số hoặc một phần tên)", choices, choices[0][0])
        return asker.one_of(key.label, choices)
    if key.choices:
        first = key.default or (key.choices[0][0] if key.required else "")
        offered = key.choices if first else (*key.choices, ("", "không ghi"))
        return asker.choice(f"{label} (số hoặc tên)", offered, first)
    return _written(key, keys, kind, asker, label, default)


def _written(key: Key, keys: Keys, kind: Kind, asker: Asker, label: str, default: str) -> Any:
    print(f"  {key.hint}")
    for _ in range(_MOST_TRIES):
        typed = asker.text(label, default)
        try:
            value = taken(key, keys, kind, typed)
        except NotTaken as why:
            print(f"  {why}")
            continue
        if value or not key.required:
            return value
        print("  Phải có; hãy gõ vào.")
    return ""


def taken(key: Key, keys: Keys, kind: Kind, written: str) -> Any:
    """What a text means as the value of a key. Raises NotTaken."""
    if key.many:
        items = [item.strip() for item in written.split(",")]
        return [_one(key, (*keys, 0), kind, item) for item in items if item]
    return _one(key, keys, kind, written)


def _one(key: Key, keys: Keys, kind: Kind, written: str) -> str:
    codes = [code for code, _ in key.choices]
    if written and codes and written not in codes:
        raise NotTaken(f"{key.name}: “{written}” không có; chỉ nhận {', '.join(codes)}")
    hint = shape_at(TYPES[kind], keys)
    for mark in getattr(item_of(hint) or hint, "__metadata__", ()):
        if written and isinstance(mark, Reads):
            _read(mark, key, written)
    return written


def _read(mark: Reads, key: Key, written: str) -> None:
    try:
        mark.read(written)
    except ValueError as error:
        meant = getattr(error, "suggestion", None) or key.example
        raise NotTaken(f"{key.name}: “{written}” không đọc được; viết như “{meant}”") from error


def choices_of(records: Records, kind: str) -> Choices:
    """Ids and names: sections in their own order, what has a beginning from the newest, the rest
    by the alphabet."""
    found = list(records.of_kind(kind).items())
    if kind == "section":
        found.sort(key=lambda one: (getattr(one[1], "order", 0), one[0]))
    else:
        found.sort(key=lambda one: sort_key(name_of(one[1])))
        found.sort(key=lambda one: _began(one[1]), reverse=True)
    return [(id, name_of(record)) for id, record in found]


def _began(record: Any) -> str:
    for name in ("start", "issued", "date"):
        if moment := getattr(record, name, None):
            return moment.isoformat() if not isinstance(moment, datetime) else str(moment.date())
    return ""
