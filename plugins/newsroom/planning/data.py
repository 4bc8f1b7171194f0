"""Site in; the open data page and its files out: one for each kind, one for each year of some."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from newsroom.planning.draft import About, Draft
from newsroom.planning.exports import EXPORTS, Export, Rows
from newsroom.planning.views.standing import DataFile, DataIndexView, TableView
from newsroom.records import Record

ALL = "/du-lieu/"


def plan_data(draft: Draft) -> None:
    """Plan the page and every file of it."""
    files = tuple(file for export in EXPORTS for file in _plan_export(draft, export))
    title = draft.words("page.data")
    about = About(
        title=title,
        description=draft.words("page.data.text", site=draft.site.info.name),
        current=("data",),
        crumbs=draft.crumbs(),
    )
    view = DataIndexView(title=title, licence=draft.site.info.licence, files=files)
    draft.page(ALL, "data", view, about)


def _plan_export(draft: Draft, export: Export) -> Iterator[DataFile]:
    """A kind without records has no file."""
    records = sorted(export.records(draft.site), key=lambda record: record.id)
    if not records:
        return
    title = draft.words(f"page.data_file.{export.kind}")
    rows = export.rows(draft.site, records, partial(_address, draft))
    table = _table(draft, export, rows)
    draft.file(f"{ALL}{export.kind}.json", "json", table)
    draft.file(f"{ALL}{export.kind}.csv", "csv", table)
    yield _file(draft, export.kind, title, export.kind, csv=True)
    for year, of_year in _by_year(draft, export, records, rows):
        name = f"{export.kind}-{year}"
        draft.file(f"{ALL}{name}.json", "json", _table(draft, export, of_year))
        named = draft.words("page.data_year", title=title, year=year)
        yield _file(draft, export.kind, named, name, year=year)


def _address(draft: Draft, record: Record) -> str:
    return draft.places.whole(draft.award_address(draft.site.address(record)))


def _by_year(
    draft: Draft, export: Export, records: list[Record], rows: Rows
) -> Iterator[tuple[int, Rows]]:
    """Rows by the year of their records, newest year first; none where the kind has no year."""
    years: dict[int, Rows] = {}
    for record, row in zip(records, rows, strict=True):
        if export.year:
            years.setdefault(export.year(draft.site, record), []).append(row)
    for year in sorted(years, reverse=True):
        yield year, years[year]


def _table(draft: Draft, export: Export, rows: Rows) -> TableView:
    return TableView(
        schema=draft.places.whole(f"{ALL}#{export.kind}"),
        licence=draft.site.info.licence,
        columns=export.columns,
        rows=tuple(rows),
    )


def _file(
    draft: Draft,
    kind: str,
    title: str,
    name: str,
    *,
    csv: bool = False,
    year: int | None = None,
) -> DataFile:
    href = draft.places.href(f"{ALL}{name}")
    return DataFile(
        kind=kind,
        title=title,
        json=f"{href}.json",
        csv=f"{href}.csv" if csv else "",
        year=year,
    )
