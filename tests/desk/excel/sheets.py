"""Spreadsheets for tests, and the sample province that they are brought into."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from desk.excel.fields import SheetKind
from desk.excel.importing import Report, import_excel
from newsroom.linking import link
from newsroom.reading import read
from newsroom.settings import Settings
from tests.building import ROOT
from vietnamese import parse_date


class Office:
    """A content folder with the sample's records, and spreadsheets beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = folder / "content"
        kept = shutil.ignore_patterns("articles")  # the most of it, and no table names one
        shutil.copytree(ROOT / "demo" / "content", self.content, ignore=kept)
        self._first = {kind: set(self._all(kind)) for kind in ("awards", "units", "documents")}

    @property
    def settings(self) -> Settings:
        now: Any = parse_date("2026-11-22 08:00")
        return Settings(
            content=self.content,
            output=self.folder / "output",
            cache=self.folder / "cache",
            theme=ROOT / "theme",
            now=now,
        )

    def sheet(
        self, rows: Sequence[Sequence[Any]], name: str = "bang.xlsx", merged: Sequence[str] = ()
    ) -> Path:
        """Save rows as a spreadsheet."""
        book = Workbook()
        sheet: Any = book.active
        for row in rows:
            sheet.append(list(row))
        for place in merged:
            sheet.merge_cells(place)
        book.save(self.folder / name)
        return self.folder / name

    def bring(self, file: Path, kind: SheetKind, map: Path | None = None) -> Report:
        return import_excel(file, kind, self.settings, map)

    def text(self, name: str) -> str:
        return (self.content / name).read_text("utf-8")

    def problems(self) -> list[str]:
        """The files of which reading and linking say that they are wrong."""
        reading = read(self.settings)
        assert reading.records
        linked = link(reading.records, now=self.settings.now, broken=reading.broken)
        found = (*reading.problems, *linked.problems)
        return [f"{one.file} {one.code}" for one in found if one.severity == "error"]

    def names(self, kind: str) -> list[str]:
        """The files that are there now and were not at first."""
        return sorted(set(self._all(kind)) - self._first[kind])

    def _all(self, kind: str) -> list[str]:
        return [path.name for path in (self.content / kind).iterdir()]


def told(report: Report, words: str) -> bool:
    return any(words in line for line in report.lines)
