"""Site in; the open data page and its files out: a table for each kind, one for each year of some,
and the schema of each."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from newsroom.planning.data_dictionary import DICTIONARY, plan_dictionary, told_of
from newsroom.planning.draft import About, Draft
from newsroom.planning.export_kinds import EXPORTS
from newsroom.planning.export_parts import PARTS, Parts
from newsroom.planning.exports import Export, Rows
from newsroom.planning.graphs import data_catalogue
from newsroom.planning.schemas import schema_of_table
from newsroom.planning.views.data import DataFile, DataIndexView, TableView
from newsroom.planning.views.standing import TextView
from newsroom.records import Record

ALL = "/du-lieu/"
Table = Export | Parts


def plan_data(draft: Draft) -> None:
    """Plan the pages and every file of it."""
    found = [(table, tuple(_plan(draft, table))) for table in (*EXPORTS, *PARTS)]
    tables = [table for table, files in found if files]
    files = tuple(file for _, files in found for file in files)
    title = draft.words("page.data")
    view = DataIndexView(
        title=title,
        licence=draft.site.info.licence,
        dictionary=draft.places.href(DICTIONARY),
        files=files,
    )
    about = About(
        title=title,
        description=draft.words("page.data.text", site=draft.site.info.name),
        current=("data",),
        crumbs=draft.crumbs(),
        node=partial(_catalogue, draft, files),
    )
    draft.page(ALL, "data", view, about)
    plan_dictionary(draft, {table.kind: table.hints for table in tables}, schema_address)


def schema_address(kind: str) -> str:
    """Where the schema of a kind's files is."""
    return f"{ALL}{kind}.schema.json"


def _plan(draft: Draft, table: Table) -> Iterator[DataFile]:
    """The whole table, then its years; a kind without records has no file."""
    title = draft.words(f"page.data_file.{table.kind}")
    records = sorted(table.records(draft.site), key=lambda record: record.id)
    if isinstance(table, Parts):
        rows = table.rows(draft.site)
    else:
        rows = table.rows(draft.site, records, partial(_address, draft))
    if not rows:
        return
    _plan_schema(draft, table.kind, title, table.hints)
    yield _plan_table(draft, table, title, table.kind, rows)
    for year, of_year in _years(draft, table, records, rows):
        named = draft.words("page.data_year", title=title, year=year)
        yield _plan_table(draft, table, named, f"{table.kind}-{year}", of_year, year)


def _plan_schema(draft: Draft, kind: str, title: str, hints: Mapping[str, Any]) -> None:
    address = schema_address(kind)
    told = told_of(draft, kind, hints)
    schema = schema_of_table(draft.places.whole(address), title, hints, told)
    lines = json.dumps(schema, ensure_ascii=False, indent=1).splitlines()
    draft.file(address, "text", TextView(lines=tuple(lines)))


def _plan_table(
    draft: Draft, table: Table, title: str, name: str, rows: Rows, year: int | None = None
) -> DataFile:
    schema = schema_address(table.kind)
    view = TableView(
        schema=draft.places.whole(schema),
        licence=draft.site.info.licence,
        columns=table.columns,
        rows=tuple(rows),
    )
    draft.file(f"{ALL}{name}.json", "json", view)
    draft.file(f"{ALL}{name}.csv", "csv", view)
    href = draft.places.href(f"{ALL}{name}")
    return DataFile(
        kind=table.kind,
        title=title,
        json=f"{href}.json",
        csv=f"{href}.csv",
        schema="" if year else draft.places.href(schema),
        year=year,
    )


def _address(draft: Draft, record: Record) -> str:
    return draft.places.whole(draft.award_address(draft.site.address(record)))


def _years(
    draft: Draft, table: Table, records: Sequence[Record], rows: Rows
) -> Iterator[tuple[int, Rows]]:
    """Rows by year, newest year first: that of their records, or the one they state themselves;
    none where the kind has no year."""
    years: dict[int, Rows] = {}
    if isinstance(table, Parts):
        place = table.columns.index("year") if "year" in table.columns else None
        for row in rows if place is not None else ():
            stated = row[place or 0]
            if isinstance(stated, int):
                years.setdefault(stated, []).append(row)
    elif table.year:
        for record, row in zip(records, rows, strict=True):
            years.setdefault(table.year(draft.site, record), []).append(row)
    for year in sorted(years, reverse=True):
        yield year, years[year]


def _catalogue(draft: Draft, files: tuple[DataFile, ...], canonical: str) -> Mapping[str, object]:
    whole = [
        (
            file.title,
            draft.words(f"data.about.{file.kind}"),
            file.kind,
            {
                "application/json": draft.places.absolute(file.json),
                "text/csv": draft.places.absolute(file.csv),
            },
        )
        for file in files
        if not file.year
    ]
    return data_catalogue(draft.owner, draft.site.info, canonical, whole)
