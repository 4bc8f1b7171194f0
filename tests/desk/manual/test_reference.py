from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from desk.keys import keys_of
from desk.manual.reference import reference, with_sentences
from desk.manual.schemas import schema_of
from newsroom.reading.folders import FOLDERS, walk
from newsroom.records.values import KINDS, Kind
from tests.building import ROOT

MADE = dict(reference())


@pytest.mark.parametrize("file", MADE, ids=str)
def test_what_is_made_from_the_code_is_up_to_date(file: Path) -> None:
    there = (ROOT / file).read_text("utf-8") if (ROOT / file).exists() else ""

    assert there == MADE[file], "chạy: invoke reference"


def test_every_key_of_every_kind_is_in_the_manual() -> None:
    page = (ROOT / "docs/huong-dan/khoa.md").read_text("utf-8")

    missing = [key.id for kind in KINDS for key in keys_of(kind) if f"`{key.name}`" not in page]

    assert missing == []


def test_what_the_program_says_is_put_in_once_and_anew() -> None:
    page = "### E118 — Phần đầu\n\nCâu.\n"

    once = with_sentences(page)
    old = once.replace("Máy nói: ", "Máy nói: câu cũ ")

    assert once.startswith("### E118 — Phần đầu\n\n> Máy nói: ")
    assert once.endswith(")\n\nCâu.\n")
    assert with_sentences(once) == with_sentences(old) == once


def headers(content: Path) -> list[tuple[Kind, str, Any]]:
    found = []
    for source in walk(content)[0]:
        text = Path(source.path).read_text("utf-8")
        if source.path.endswith(".md"):
            text = re.split(r"(?m)^---$", text, maxsplit=2)[1]
        found.append((source.kind, source.file, yaml.load(text, Loader=Editor)))  # noqa: S506
    return found


class Editor(yaml.SafeLoader):
    """YAML 1.2, as text editors read it: a date is text."""


Editor.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if "timestamp" not in tag]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.mark.parametrize("content", ["content", "demo/content"])
def test_what_passes_the_check_passes_the_schema(content: str) -> None:
    schemas = {kind: jsonschema.Draft7Validator(schema_of(kind)) for kind in KINDS}

    wrong = [
        f"{file}: {error.json_path}: {error.message}"
        for kind, file, header in headers(ROOT / content)
        for error in schemas[kind].iter_errors(header)
    ]

    assert wrong == []


@pytest.mark.parametrize(
    ("kind", "header"),
    [
        ("article", {"title": "x", "date": "2020-07-31", "section": "x", "titel": "y"}),
        ("article", {"title": "x", "date": "2020-07-31"}),
        ("article", {"title": "x", "date": "hôm qua", "section": "x"}),
        ("article", {"title": "x", "date": "2020-07-31", "section": "x", "genre": "tin"}),
        ("article", {"title": "x", "date": "2020-07-31", "section": "x", "units": "a"}),
        ("article", {"title": "x", "date": "2020-07-31", "section": "x", "photo": {"file": "a"}}),
        ("unit", {"name": "x", "kind": "y"}),
    ],
)
def test_a_schema_finds_what_is_wrong(kind: Kind, header: Any) -> None:
    assert list(jsonschema.Draft7Validator(schema_of(kind)).iter_errors(header))


def test_every_schema_is_one() -> None:
    for kind in KINDS:
        jsonschema.Draft7Validator.check_schema(json.loads(MADE[Path(f"docs/schema/{kind}.json")]))
    assert {*FOLDERS.values(), "site"} == set(KINDS)
