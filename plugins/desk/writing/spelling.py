"""A record's values in; the text of its file, in the project's own style, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from textwrap import wrap
from typing import Any

from newsroom.reading.checking import GIVEN, TYPES
from newsroom.reading.decoding import CONTROL
from newsroom.reading.quoting import quoted
from newsroom.records.shapes import shape
from newsroom.records.values import Kind
from vietnamese import Period, clean
from vietnamese.dates import content_spelling
from vietnamese.periods import content_spelling as period_spelling

WIDTH = 118
"""Characters of a line, as records are wrapped everywhere in the project."""
_HEADERS_ALONE = ("site", "section")


def record_text(
    kind: Kind,
    values: Mapping[str, Any],
    *,
    body: str = "",
    comments: Mapping[str, str | Sequence[str]] | None = None,
) -> str:
    """The whole file of a record.

    `values` holds text, dates, numbers, booleans, periods, and lists and mappings of these; what
    is empty is left out, and keys stand in the order of the record's type. `comments` are lines of
    a comment for a key: they stand above it or, where it has no value, in its place; those of ""
    stand on top. Raises ValueError for a key that the kind does not know.
    """
    order = [key for key in shape(TYPES[kind]) if key not in GIVEN]
    said = {"": (), **(comments or {})}
    if unknown := sorted({*values, *said} - {*order, ""}):
        raise ValueError(f"no such key of a {kind}: {', '.join(unknown)}")
    lines = list(_comment(said[""]))
    for key in order:
        lines += _comment(said.get(key, ()))
        lines += _entry(key, plain(values.get(key)), 0)
    # What no record may hold, a Word file or an old database may.
    header, body = (CONTROL.sub("", text) for text in ("\n".join(lines) + "\n", body))
    if kind in _HEADERS_ALONE:
        return header
    return f"---\n{header}---\n" + (f"\n{body.strip()}\n" if body.strip() else "")


def plain(value: Any) -> Any:
    """The value as text, lists and mappings, without what is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal | float):
        return f"{Decimal(str(value)):f}"
    if isinstance(value, date):
        return content_spelling(value)
    if isinstance(value, Period):
        value = period_spelling(value) or _refuse(value)
    if is_dataclass(value) and not isinstance(value, type):
        value = {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, Mapping):
        return {key: kept for key, item in value.items() if (kept := plain(item))}
    if isinstance(value, list | tuple):
        return [kept for item in value if (kept := plain(item))]
    return " ".join(clean(str(value)).split())


def _refuse(value: Period) -> str:
    raise ValueError(f"no record can hold this period: {value}")


def _comment(lines: str | Sequence[str]) -> Iterator[str]:
    for line in (lines,) if isinstance(lines, str) else lines:
        text = " ".join(clean(line).split())
        if re.match(r"[a-z_]+: ", text):  # a key to be used by taking the sign away
            yield f"# {text}"
            continue
        for part in wrap(text, WIDTH - 2, break_long_words=False) or [""]:
            yield f"# {part}".rstrip()


def entry_lines(key: str, value: Any, indent: int) -> Iterator[str]:
    """The lines of one key, so far in, for a file whose other lines stay."""
    yield from _entry(key, plain(value), indent)


def _entry(key: str, value: Any, indent: int) -> Iterator[str]:
    """A key and its value, on as many lines as that takes."""
    margin = " " * indent
    if not value:
        return
    if isinstance(value, str):
        yield from _text(f"{margin}{key}: ", value, indent + 2)
    elif _is_short(line := f"{margin}{key}: {flow(value)}", value):
        yield line
    elif isinstance(value, Mapping):
        yield f"{margin}{key}:"
        for name, item in value.items():
            yield from _entry(name, item, indent + 2)
    else:
        yield f"{margin}{key}:"
        for item in value:
            yield from _item(item, indent + 2)


def _is_short(line: str, value: Any) -> bool:
    """Ids and the like stand in brackets; a mapping of more than two keys, or words, below."""
    if isinstance(value, Mapping):
        return len(value) == 1 and len(line) <= WIDTH and not _holds_words(value)
    return len(line) <= WIDTH and not _holds_words(value)


def _holds_words(value: Any) -> bool:
    items = value.values() if isinstance(value, Mapping) else value
    return any(not isinstance(item, str) or " " in item for item in items)


def flow(value: Any) -> str:
    """A plain value on one line, as it may stand after a colon."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return quoted(value)


def _item(item: Any, indent: int) -> Iterator[str]:
    margin = " " * indent
    if isinstance(item, str):
        yield f"{margin}- {quoted(item)}"
        return
    line = f"{margin}- {flow(item)}"
    if not isinstance(item, Mapping) or (
        len(line) <= WIDTH and all(isinstance(value, str) for value in item.values())
    ):
        yield line
        return
    lines = [line for key, value in item.items() for line in _entry(key, value, indent + 2)]
    yield f"{margin}- {lines[0].lstrip()}"
    yield from lines[1:]


def _text(start: str, value: str, indent: int) -> Iterator[str]:
    """A text on the line of its key; a long one folded below it, as people write sapos."""
    written = start + quoted(value)
    if len(written) <= WIDTH:
        yield written
        return
    yield f"{start}>-"
    for line in wrap(value, WIDTH - indent, break_long_words=False, break_on_hyphens=False):
        yield " " * indent + line
