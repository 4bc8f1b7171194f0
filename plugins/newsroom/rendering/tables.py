"""Open data: a table in; JSON or CSV out."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from newsroom.planning.views.data import TableView

Cell = str | int | bool | Decimal | tuple[str, ...] | None


def table_as_json(view: TableView) -> bytes:
    """`{"schema": …, "licence": …, "records": […]}`, a record a line, keys in the table's order.

    No time of building: the same records always give the same bytes.
    """
    rows = (dict(zip(view.columns, row, strict=True)) for row in view.rows)
    records = ",\n".join(map(_spell, rows))
    head = f'{{"schema": {_spell(view.schema)},\n"licence": {_spell(view.licence)},\n'
    return f'{head}"records": [\n{records}\n]}}\n'.encode()


_encode = msgspec.json.Encoder(decimal_format="number").encode


def _spell(value: object) -> str:
    return _encode(value).decode()


def table_as_csv(view: TableView) -> bytes:
    """UTF-8 with a byte order mark, ";" between fields, every field quoted, lines ended as in
    RFC 4180: so that a spreadsheet set to Vietnamese opens it as it stands."""
    lines = [view.columns, *view.rows]
    text = "".join(";".join(map(_quoted, line)) + "\r\n" for line in lines)
    return ("\ufeff" + text).encode()


def _quoted(cell: Cell) -> str:
    if type(cell) is str:  # most are, and a table of all articles has a hundred thousand
        text = _unspreadsheet(cell)
        return f'"{text}"' if '"' not in text else f'"{text.replace(_MARK, _TWICE)}"'
    return f'"{_field(cell).replace(_MARK, _TWICE)}"'


_MARK, _TWICE = '"', '""'


def _field(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case int():
            return str(cell)
        case Decimal():
            return format(cell, "f")
        case tuple():
            return _unspreadsheet(" | ".join(cell))
        case _:
            return _unspreadsheet(cell)


def _unspreadsheet(text: str) -> str:
    """A spreadsheet must not take words for a formula, nor skip a blank to find one (OWASP, CSV
    injection)."""
    if text[:1].isalnum():
        return text
    return f"'{text}" if text.lstrip().startswith(("=", "+", "-", "@")) else text
