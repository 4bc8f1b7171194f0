"""Open data opens as it stands in a spreadsheet, and reads back as it was."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from decimal import Decimal

import pytest

from newsroom.planning.views.data import TableView
from newsroom.rendering.tables import table_as_csv, table_as_json

VIEW = TableView(
    schema="https://example.vn/du-lieu/don-vi",
    licence="CC BY 4.0",
    columns=("id", "name", "founded", "aliases", "ended", "active"),
    rows=(
        ("ban-td", 'Ban "Thi đua"; Khen thưởng', 2004, ("/a/", "/b/"), None, True),
        ("vp", "Văn phòng\nTỉnh ủy", 1946, (), None, False),
    ),
)


def test_json_reads_back_in_the_order_of_columns_and_rows() -> None:
    data = json.loads(table_as_json(VIEW))

    assert list(data) == ["schema", "licence", "records"]
    assert data["schema"] == VIEW.schema
    assert data["licence"] == VIEW.licence
    assert [list(record) for record in data["records"]] == [list(VIEW.columns)] * 2
    assert data["records"][0] == {
        "id": "ban-td",
        "name": 'Ban "Thi đua"; Khen thưởng',
        "founded": 2004,
        "aliases": ["/a/", "/b/"],
        "ended": None,
        "active": True,
    }


def test_json_is_readable_vietnamese_with_a_record_a_line() -> None:
    text = table_as_json(VIEW).decode()

    assert "Văn phòng" in text
    assert [line[:6] for line in text.splitlines() if '"id"' in line] == ['{"id":'] * 2


def test_json_without_records_is_still_json() -> None:
    assert json.loads(table_as_json(replace(VIEW, rows=())))["records"] == []


def test_csv_begins_with_a_byte_order_mark_and_quotes_every_field() -> None:
    data = table_as_csv(VIEW)

    assert data.startswith(b"\xef\xbb\xbf")
    first = data.decode("utf-8-sig").split("\r\n")[0]
    assert first == '"id";"name";"founded";"aliases";"ended";"active"'


def test_csv_reads_back() -> None:
    text = table_as_csv(VIEW).decode("utf-8-sig")

    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))

    assert rows[1] == ["ban-td", 'Ban "Thi đua"; Khen thưởng', "2004", "/a/ | /b/", "", "true"]
    assert rows[2] == ["vp", "Văn phòng\nTỉnh ủy", "1946", "", "", "false"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_is_taken_for_a_formula(start: str) -> None:
    view = TableView(
        schema="", licence="", columns=("a", "b"), rows=((f"{start}1+1", (f"{start}x", "y")),)
    )

    text = table_as_csv(view).decode("utf-8-sig")

    assert text.split("\r\n")[1] == f'"\'{start}1+1";"\'{start}x | y"'


def test_a_negative_number_stays_a_number() -> None:
    view = TableView(schema="", licence="", columns=("a",), rows=((-5,),))

    assert '"-5"' in table_as_csv(view).decode("utf-8-sig")


def test_a_decimal_is_a_plain_number_in_both_forms() -> None:
    figures = tuple((Decimal(figure),) for figure in ("-2.50", "98.5", "1E+3"))
    view = TableView(schema="", licence="", columns=("a",), rows=figures)

    records = json.loads(table_as_json(view))["records"]
    assert [record["a"] for record in records] == [-2.5, 98.5, 1000]
    assert table_as_csv(view).decode("utf-8-sig").split() == ['"a"', '"-2.50"', '"98.5"', '"1000"']


def test_blanks_before_a_formula_do_not_hide_it() -> None:
    view = TableView(schema="", licence="", columns=("a",), rows=(("\t=1+1",),))

    assert '"\'\t=1+1"' in table_as_csv(view).decode("utf-8-sig")


def test_a_row_that_does_not_fit_its_columns_is_a_mistake_of_the_plan() -> None:
    with pytest.raises(ValueError, match="zip"):
        table_as_json(replace(VIEW, rows=(("one",),)))
