"""The templates: what the import knows, and nothing that it would take for a record."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desk.excel.columns import found_in
from desk.excel.fields import FIELDS, KINDS, SheetKind
from desk.excel.resolving import chosen
from desk.excel.sheets import sheets_of
from desk.excel.templates import LISTS, WORDS_OF, template
from desk.office import CannotImport
from tests.building import ROOT
from tests.desk.excel.sheets import Office


@pytest.mark.parametrize("kind", KINDS)
def test_every_column_of_a_template_is_known_again(kind: SheetKind) -> None:
    sheets = sheets_of("mau.xlsx", template(kind))

    found = found_in(kind, sheets[0])

    assert sorted(found.columns.values()) == sorted(one.key for one in FIELDS[kind])
    assert (found.unclear, found.ignored, found.private) == ([], [], [])


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_is_the_same_each_time(kind: SheetKind) -> None:
    assert template(kind) == template(kind)


def test_every_word_that_a_template_offers_is_understood() -> None:
    for place, words in LISTS.items():
        assert all(chosen("ô", word, WORDS_OF[place]) for word in words), place


def test_a_row_typed_into_a_template_becomes_a_record(tmp_path: Path) -> None:
    office = Office(tmp_path)
    book = load_workbook(BytesIO(template("unit")))
    sheet = book.worksheets[0]
    labels = [cell.value for cell in sheet[1]]
    sheet.cell(2, labels.index("Tên đơn vị *") + 1, "Sở Mẫu mới")
    sheet.cell(2, labels.index("Loại đơn vị") + 1, "nhà nước")
    book.save(tmp_path / "x.xlsx")

    report = office.bring(tmp_path / "x.xlsx", "unit")

    assert report.status == 0, report.lines
    assert office.names("units") == ["so-mau-moi.md"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "tệp rỗng"),
        (b"%PDF-", "PDF"),
        (b"PK\x03\x04xx", "hỏng"),
        (b"a;b\n1;2", "không phải"),
    ],
)
def test_a_file_that_is_no_spreadsheet_is_one_line(tmp_path: Path, data: bytes, said: str) -> None:
    office = Office(tmp_path)
    (tmp_path / "x.xlsx").write_bytes(data)

    with pytest.raises(CannotImport, match=said):
        office.bring(tmp_path / "x.xlsx", "unit")


def test_the_commands_write_a_template_once_and_name_the_kinds(tmp_path: Path) -> None:
    target = tmp_path / "mau.xlsx"
    first = run("template-excel", "--kind", "award", "--to", str(target))
    second = run("template-excel", "--kind", "award", "--to", str(target))
    wrong = run("import-excel", str(target), "--kind", "khen", "--content", str(tmp_path))

    assert (first.returncode, second.returncode, wrong.returncode) == (0, 1, 1)
    assert target.read_bytes() == template("award")
    assert "đã có tệp này" in second.stderr
    assert "chỉ nhận award, unit, document, scores" in wrong.stderr


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "invoke", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
