from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, get_args

import pytest
from jsonschema import Draft202012Validator, FormatChecker, ValidationError

from newsroom.planning.export_kinds import EXPORTS
from newsroom.planning.export_parts import PARTS
from newsroom.planning.schemas import choices_of, schema_of
from newsroom.records.event import EventKind
from newsroom.records.parts import MilestoneKind
from newsroom.records.values import Number, Ref
from newsroom.rendering.press import text
from newsroom.rendering.tables import table_as_json
from tests.newsroom.builders import award, page
from tests.newsroom.planning.plans import Plan, planned
from tests.newsroom.planning.province import province

TABLES = tuple(table.kind for table in (*EXPORTS, *PARTS))


@cache
def plan() -> Plan:
    honour = award("w", recipient={"type": "household", "name": "Hộ mẫu"}, period="2020-H1")
    return planned(*province(), page("gioi-thieu"), honour, url="https://x.vn/")


def schema(kind: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(text(plan().view(f"/du-lieu/{kind}.schema.json")))
    return made


def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(schema(kind), format_checker=FormatChecker())


def tables() -> list[str]:
    return [kind for kind in TABLES if f"/du-lieu/{kind}.json" in plan()]


@pytest.mark.parametrize("kind", tables())
def test_every_table_is_as_its_schema_says(kind: str) -> None:
    data = json.loads(table_as_json(plan().view(f"/du-lieu/{kind}.json")))

    Draft202012Validator.check_schema(schema(kind))
    validator(kind).validate(data)

    assert data["schema"] == schema(kind)["$id"] == f"https://x.vn/du-lieu/{kind}.schema.json"


@pytest.mark.parametrize("kind", tables())
def test_a_table_with_another_column_is_refused_by_its_schema(kind: str) -> None:
    data = json.loads(table_as_json(plan().view(f"/du-lieu/{kind}.json")))
    data["records"][0]["more"] = "x"

    with pytest.raises(ValidationError):
        validator(kind).validate(data)


def test_a_years_table_is_as_the_schema_of_its_kind_says() -> None:
    data = json.loads(table_as_json(plan().view("/du-lieu/article-2020.json")))

    validator("article").validate(data)


def test_every_column_is_told_in_words_and_required() -> None:
    record = schema("campaign")["properties"]["records"]["items"]

    assert all(column["description"] for column in record["properties"].values())
    assert record["required"] == list(record["properties"])


def test_types_become_schemas() -> None:
    assert schema_of(Number | None) == {"anyOf": [{"type": "number"}, {"type": "null"}]}
    assert schema_of(date) == {"type": "string", "format": "date"}
    assert schema_of(Literal["a", "b"]) == {"enum": ["a", "b"]}
    assert choices_of(EventKind) == ("conference", *get_args(MilestoneKind))
    ids = schema_of(tuple[Annotated[str, Ref("unit")], ...])
    assert (ids["type"], ids["items"]["type"]) == ("array", "string")
    assert choices_of(Literal["a", "b", "c"] | None) == ("a", "b", "c")


def test_a_type_that_no_column_has_is_refused() -> None:
    with pytest.raises(TypeError, match="no column holds"):
        schema_of(object)
