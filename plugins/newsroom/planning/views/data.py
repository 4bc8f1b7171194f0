"""Views of open data: its page, its dictionary, and its tables."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """A table of open data in both its forms. Sizes are left out: they would change the page with
    every edit."""

    kind: str
    """The kind of record, or of part of a record."""
    title: str
    json: str
    csv: str
    schema: str = ""
    """Where its JSON Schema is; empty for a single year, which has that of the whole."""
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DataIndexView:
    """The open data page."""

    title: str
    licence: str
    dictionary: str
    files: tuple[DataFile, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DataColumn:
    """A column: its name in the files, what it may hold, and what it means."""

    name: str
    type: str
    text: str
    choices: tuple[tuple[str, str], ...] = ()
    """Each code it may hold, with the words for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataKind:
    """A table of the dictionary: everything one file holds."""

    kind: str
    title: str
    text: str
    schema: str
    columns: tuple[DataColumn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataDictionaryView:
    """What every column of every file holds."""

    title: str
    kinds: tuple[DataKind, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """Open data of one kind: column names, rows of plain values; lists are tuples of text."""

    schema: str
    licence: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | int | bool | Decimal | tuple[str, ...] | None, ...], ...]
