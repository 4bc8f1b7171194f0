from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from newsroom import records
from newsroom.planning.export_kinds import EXPORTS
from newsroom.planning.exports import Export
from newsroom.planning.views.data import TableView
from newsroom.records import Page
from tests.newsroom.builders import (
    CLOSE,
    article,
    award,
    bloc,
    campaign,
    document,
    link_to,
    site_info,
    unit,
)
from tests.newsroom.planning.plans import planned
from tests.newsroom.planning.province import province


def rows(view: TableView) -> list[dict[str, Any]]:
    return [dict(zip(view.columns, row, strict=True)) for row in view.rows]


def test_records_are_ordered_by_id_with_their_addresses() -> None:
    plan = planned(unit("b"), unit("a"), unit("c"), url="https://x.vn")

    table = rows(plan.view("/du-lieu/unit.json"))
    assert [(row["id"], row["page"]) for row in table] == [
        (id, f"https://x.vn/don-vi/{id}/") for id in ("a", "b", "c")
    ]


def test_json_and_csv_hold_the_same() -> None:
    plan = planned(unit("u"))

    json, csv = plan.output("/du-lieu/unit.json"), plan.output("/du-lieu/unit.csv")
    assert json.view == csv.view
    assert (json.renderer, csv.renderer) == ("json", "csv")


def test_kinds_with_a_year_have_a_file_for_each() -> None:
    plan = planned(article("a"), article("b", date="2019-05-01"), document("d"))

    assert [row["id"] for row in rows(plan.view("/du-lieu/article-2019.json"))] == ["b"]
    assert [row["id"] for row in rows(plan.view("/du-lieu/article-2020.json"))] == ["a"]
    assert [row["id"] for row in rows(plan.view("/du-lieu/article.json"))] == ["a", "b"]
    assert "/du-lieu/document-2014.json" in plan


def test_what_may_not_be_listed_is_in_no_export() -> None:
    plan = planned(
        article("an", status="draft"),
        article("het", expires="2020-07-31"),
        article(
            "go", status="withdrawn", withdrawal={"date": "2020-07-31", "reason": "Sai số liệu"}
        ),
        article("english", language="en"),
    )

    assert [row["id"] for row in rows(plan.view("/du-lieu/article.json"))] == ["english"]


def test_a_kind_without_records_has_no_file_and_no_line() -> None:
    plan = planned(unit("u"))

    assert "/du-lieu/article.json" not in plan
    assert "/du-lieu/article.schema.json" not in plan
    assert [file.kind for file in plan.view("/du-lieu/").files] == ["unit", "section"]


def test_the_page_names_every_file_and_the_licence() -> None:
    view = planned(article("a"), site_info(licence="CC BY 4.0")).view("/du-lieu/")

    assert [(file.title, file.json, file.csv, file.year) for file in view.files] == [
        ("Bài viết", "/du-lieu/article.json", "/du-lieu/article.csv", None),
        ("Bài viết, năm 2020", "/du-lieu/article-2020.json", "/du-lieu/article-2020.csv", 2020),
        ("Chuyên mục", "/du-lieu/section.json", "/du-lieu/section.csv", None),
    ]
    assert view.licence == "CC BY 4.0"


def test_bodies_stay_out() -> None:
    plan = planned(article("a", "<p>Thân bài.</p>"), campaign("c", "<p>Thân bài.</p>"))

    for path, output in plan.outputs.items():
        if path.endswith(".json"):
            assert "Thân bài" not in repr(output.view)


def test_dates_figures_and_periods_are_plain() -> None:
    made = campaign(
        "c",
        start="2020-01-15",
        targets=[
            {
                "label": "Đúng hẹn",
                "value": 98,
                "unit": "%",
                "progress": [{"date": "2020-06-30", "value": "96.4"}],
            }
        ],
        milestones=[{"kind": "launch", "date": "2020-01-15", "title": "Lễ phát động"}],
    )
    plan = planned(made, article("a", date="2020-07-31 09:54", period="2020-H1"))

    (row,) = rows(plan.view("/du-lieu/campaign.json"))
    assert row["start"] == "2020-01-15"
    assert row["status"] == "ongoing"
    assert row["targets"] == ("Đúng hẹn: 98 %; 2020-06-30: 96.4",)
    assert row["milestones"] == ("2020-01-15: launch Lễ phát động",)
    (news,) = rows(plan.view("/du-lieu/article.json"))
    assert news["date"] == "2020-07-31T09:54:00+07:00"
    assert news["period"] == "2020-01-01/2020-06-30"


def test_an_awards_address_is_that_of_the_page_it_stands_on() -> None:
    many = [award(f"w{n:02}", conferred=f"2020-06-{n:02}") for n in range(1, 31)]

    first = rows(planned(*many, url="https://x.vn").view("/du-lieu/award.json"))[0]
    assert first["page"] == "https://x.vn/khen-thuong/2020/trang/1/#w01"


def test_a_blocs_years_are_told_one_by_one() -> None:
    plan = planned(
        bloc("b", years=[{"year": 2020, "head": "u", "members": ["u", "v"]}]), unit("u"), unit("v")
    )

    (row,) = rows(plan.view("/du-lieu/bloc.json"))
    assert (row["heads"], row["members"]) == (("2020: u",), ("2020: u, v",))


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.kind)
def test_every_column_is_a_field_of_its_kind(export: Export) -> None:
    known = {field.name for field in fields(getattr(records, export.kind.capitalize()))}

    assert set(export.fields) <= known - {"body", "file", "results"}
    assert len(set(export.columns)) == len(export.columns)


def test_a_whole_province_is_exported() -> None:
    plan = planned(*province(), article("b", "<p>", link_to("unit:so-a"), "x", CLOSE, "</p>"))

    csvs = {path for path in plan.outputs if path.endswith(".csv")}
    assert csvs >= {f"du-lieu/{export.kind}.csv" for export in EXPORTS if export.cls is not Page}
