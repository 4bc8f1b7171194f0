from __future__ import annotations

import re
from dataclasses import fields
from typing import get_args

from desk.keys.page import PAGE, page_of_keys
from newsroom.reading.checking import GIVEN, TYPES
from newsroom.records.campaign import Scope, Target
from newsroom.records.values import KINDS


def test_the_manuals_page_of_keys_is_what_the_types_say() -> None:
    assert PAGE.read_text("utf-8") == page_of_keys(), "invoke reference"


def test_every_field_of_every_record_has_a_row_under_its_kind() -> None:
    parts = page_of_keys().split("\n## ")[1:]

    for kind, part in zip(KINDS, parts, strict=True):
        rows = set(re.findall(r"^\| `([a-z_]+)`", part, re.MULTILINE))
        assert rows == {field.name for field in fields(TYPES[kind])} - set(GIVEN)


def test_keys_of_parts_and_what_is_required_are_told() -> None:
    page = page_of_keys()

    assert {f"targets[].{field.name}" for field in fields(Target)} <= _keys(page)
    assert "| `targets[].progress[].source` |" in page
    assert "| `name` **!** |" in page
    (scope,) = [line for line in page.splitlines() if line.startswith("| `scope` ")]
    assert [code for code in get_args(Scope) if f"`{code}`" not in scope] == []


def _keys(page: str) -> set[str]:
    return set(re.findall(r"^\| `([a-z_.\[\]]+)`", page, re.MULTILINE))
