"""A key in; how it may be written, on one line, out."""

from __future__ import annotations

from typing import Any

from desk.keys.tree import Key
from desk.writing.spelling import flow


def example_of(key: Key) -> str:
    """What may stand after the key's colon; a group with those of its keys that hold no group."""
    return flow(_value(key))


def _value(key: Key) -> Any:
    if key.type == "group":
        inner = {one.name: _value(one) for one in key.keys if one.example}
        return [inner] if key.many else inner
    if key.many:
        items = [item.strip() for item in key.example.strip("[]").split(",")]
        return [item for item in items if item] or [f"… ({key.label.lower()})"]
    return key.example or "…"
