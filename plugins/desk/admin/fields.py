"""A key of a record in; the field in which an editor fills it, as Sveltia CMS takes it, out."""

from __future__ import annotations

from typing import Any

from desk.keys import Key
from desk.keys.tree import KeyType
from newsroom.reading.folders import FOLDERS

Field = dict[str, Any]
"""A field of Sveltia's configuration (definition "Field" of the schema that ships with it)."""

COLLECTIONS = {kind: folder for folder, kind in FOLDERS.items()}
"""The collection of each kind, named like its folder."""
_LONG = frozenset(("summary", "description", "abstract", "text", "reason", "tagline"))
_BY_TYPE: dict[KeyType, Field] = {
    "text": {"widget": "string"},
    "markdown": {"widget": "markdown"},
    "whole": {"widget": "number", "value_type": "int"},
    "flag": {"widget": "boolean"},
    "photo": {"widget": "image", "choose_url": False},
    "file": {"widget": "file", "choose_url": False},
}
_DAY = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
_PATTERNS: dict[KeyType, tuple[str, str]] = {
    # No date pickers: one gives a date without a time the midnight of the editor's clock, and
    # shows the month first where the browser speaks English.
    "moment": (
        rf"^({_DAY}( ([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?)?)?$",
        "Viết năm-tháng-ngày, rồi giờ Việt Nam nếu có: 2020-07-31 09:54",
    ),
    "day": (rf"^({_DAY})?$", "Viết năm-tháng-ngày: 2020-07-31"),
    "period": (
        r"^\d{4}(-H[12]|-Q[1-4]|-(0[1-9]|1[0-2])|\.\.\d{4})?$",
        "Viết như 2020, 2020-H1, 2020-Q3, 2020-07 hoặc 2021..2025",
    ),
    "number": (r"^-?\d{1,18}(\.\d{1,9})?$", "Số trần, phần thập phân sau dấu chấm: 96.4"),
    "web": (r"^https?://\S+$", "Địa chỉ bắt đầu bằng https:// hoặc http://"),
    "contact": (r"^(mailto:|tel:|https?://)\S+$", "Viết mailto:…, tel:… hoặc địa chỉ web"),
    "alias": (r"^/[^\s?#:*|\"<>\\%]*$", "Địa chỉ cũ bắt đầu bằng /, không có dấu cách và dấu ?"),
    "place": (
        r"^(/\S*|https?://\S+|[a-z]+:[a-z0-9-]+)$",
        "Viết /dia-chi/, loại:mã hoặc địa chỉ web",
    ),
    "focus": (r"^\d{1,3}% \d{1,3}%$", "Viết hai số phần trăm: 50% 30%"),
}
"""What `reading` takes, as far as an expression can say it; what it cannot, `check` says."""
_ID = (r"^[a-z0-9][a-z0-9-]*$", "Mã của bài: tên tệp, không có .md")
NAMES = {"document": "number", "article": "title", "event": "title", "award": "title"}
"""The key by which a record of a kind is called; `name` where none stands here."""


def name_key(kind: str) -> str:
    """The key that shows people which record is meant."""
    return "title" if kind == "page" else NAMES.get(kind, "name")


def field_of(key: Key) -> Field:
    """The field of a key; one that is a list gives a list."""
    shared: Field = {
        "name": key.name,
        "label": key.label,
        "required": key.required,
        "hint": _hint(key),
    }
    if key.type == "group":
        return _group(key, shared)
    one = _one(key)
    if key.many and one["widget"] not in ("relation", "select"):
        item = {"name": key.name, "label": key.label, **one}
        return {**shared, "widget": "list", "field": item, **_not_alone(key)}
    if key.many:
        one["multiple"] = True
    return {**shared, **one}


def _group(key: Key, shared: Field) -> Field:
    inner = [field_of(one) for one in key.keys]
    if key.many:
        return {**shared, "widget": "list", "fields": inner, "collapsed": True, **_not_alone(key)}
    return {**shared, "widget": "object", "fields": inner}


def _not_alone(key: Key) -> Field:
    return {"label_singular": key.label}


def _one(key: Key) -> Field:
    if key.type == "choice":
        options = [{"label": word, "value": code} for code, word in key.choices]
        return {"widget": "select", "options": options}
    if key.refers_to == "article":  # the CMS calls one by its folders too: 2020/07/id
        return {"widget": "string", "pattern": list(_ID)}
    if key.type == "ref":
        named = name_key(key.refers_to)
        return {
            "widget": "relation",
            "collection": COLLECTIONS[key.refers_to],  # type: ignore[index] # a kind of a record
            "value_field": "{{slug}}",
            "display_fields": [named],
            "search_fields": [named],
            "dropdown_threshold": 1,
        }
    if key.type in _PATTERNS:
        return {"widget": "string", "pattern": list(_PATTERNS[key.type])}
    if key.type == "text" and key.name in _LONG:
        return {"widget": "text"}
    return dict(_BY_TYPE[key.type])


def _hint(key: Key) -> str:
    """What is picked needs no example of how it is spelled."""
    spelled = key.example and key.type not in ("ref", "choice", "flag", "photo")
    return f"{key.hint} Ví dụ: {key.example}" if spelled else key.hint
