"""A kind of record in; JSON Schema of its header, for text editors that help while typing, out.

JSON Schema draft-07, which YAML plug-ins of text editors read. It accepts what YAML makes of a
value (2020 is a number to it); the check, not the schema, has the last word.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desk.keys import Key, keys_of, kind_words
from desk.keys.examples import example_of
from desk.keys.tree import KeyType
from newsroom.records.values import Kind

Schema = dict[str, Any]
_ID = r"^[a-z0-9][a-z0-9-]*$"
_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_TYPES: dict[KeyType, Schema] = {
    "text": _TEXT,
    "markdown": {"type": "string"},
    "moment": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}|^\d{1,2}/\d{1,2}/\d{4}"},
    "day": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}|^\d{1,2}/\d{1,2}/\d{4}"},
    "period": {"type": ["string", "integer"]},
    "number": {"type": ["number", "string"]},
    "whole": {"type": ["integer", "string"]},
    "flag": {"enum": [True, False, "yes", "no"]},
    "ref": {"type": ["string", "integer"], "pattern": _ID},
    "photo": {"type": "string", "pattern": "^photos/"},
    "file": {"type": "string", "pattern": "^files/"},
    "web": {"type": "string", "pattern": "^https?://"},
    "contact": {"type": "string"},
    "alias": {"type": "string", "pattern": "^/"},
    "place": {"type": "string"},
    "focus": {"type": "string", "pattern": r"^\d{1,3}% \d{1,3}%$"},
}


def schema_of(kind: Kind) -> Schema:
    """The schema of a kind's header."""
    name, text = kind_words(kind)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": name,
        "description": text,
        **_object(keys_of(kind)),
    }


def _object(keys: Sequence[Key]) -> Schema:
    required = [key.name for key in keys if key.required]
    return {
        "type": "object",
        "properties": {key.name: _key(key) for key in keys},
        "additionalProperties": False,
        **({"required": required} if required else {}),
    }


def _key(key: Key) -> Schema:
    one = _one(key)
    if key.name == "navigation":  # a place alone stands for {url: place}
        one = {"anyOf": [{"type": "string"}, one]}
    told: Schema = {"type": "array", "items": one} if key.many else one
    if not key.required:
        told = _or_nothing(told)
    about: Schema = {"title": key.label, "description": f"{key.label}: {key.hint}"}
    if key.default:
        about["default"] = {"true": True, "false": False}.get(key.default, key.default)
    if key.example and not key.keys and not key.many:
        about["examples"] = [example_of(key).strip("\"'")]
    return about | told


def _one(key: Key) -> Schema:
    if key.type == "group":
        return _object(key.keys)
    if key.choices:
        codes, words = zip(*key.choices, strict=True)
        return {"enum": list(codes), "enumDescriptions": list(words)}
    return dict(_TYPES[key.type])


def _or_nothing(schema: Schema) -> Schema:
    """An empty value is the same as an absent key."""
    if "enum" in schema:
        return schema | {"enum": [*schema["enum"], None]}
    types = schema["type"]
    return schema | {"type": [*([types] if isinstance(types, str) else types), "null"]}
