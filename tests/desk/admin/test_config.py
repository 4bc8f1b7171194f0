"""The CMS's configuration says what the record types say: no key more, none less."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from desk.admin.config import (
    AdminSettings,
    BadSettings,
    admin_settings,
    config_of,
    fields_of,
    keeps_aliases,
)
from desk.admin.making import NotMade, bundled, make, policy, schema_of, untranslated
from desk.keys import Key, keys_of
from newsroom.records.values import KINDS, Kind
from tests.building import ROOT
from tests.desk.admin.editor import need_bundle

CACHE = ROOT / ".cache"
HOSTS = [
    AdminSettings(),
    AdminSettings(backend="github", repo="co-quan/tin", review=True),
    AdminSettings(backend="gitlab", host="https://git.example.vn", app_id="x", review=True),
    AdminSettings(backend="gitea", host="https://git.example.vn", app_id="x"),
]


@pytest.mark.parametrize("settings", HOSTS, ids=lambda one: one.backend)
def test_the_configuration_is_what_the_shipped_schema_takes(settings: AdminSettings) -> None:
    need_bundle(CACHE)
    schema = json.loads(schema_of(CACHE).read_text("utf-8"))
    validator = jsonschema.Draft7Validator(schema)

    assert [one.message[:200] for one in validator.iter_errors(config_of(settings))] == []

    broken = config_of(settings)
    broken["collections"][0]["fields"][0]["requierd"] = True
    assert not validator.is_valid(broken)


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_has_a_field_and_every_field_a_key(kind: Kind) -> None:
    keys = set(places(keys_of(kind)))
    fields = set(named(fields_of(kind)))
    body = set() if kind in ("site", "section") else {"body"}
    by_itself = {"aliases"} if keeps_aliases(kind) else set()

    assert fields == (keys - by_itself) | body


def places(keys: tuple[Key, ...], before: str = "") -> Iterator[str]:
    for key in keys:
        yield before + key.name
        yield from places(key.keys, f"{before}{key.name}.")


def named(fields: list[dict[str, Any]], before: str = "") -> Iterator[str]:
    for field in fields:
        yield before + field["name"]
        yield from named(field.get("fields", []), f"{before}{field['name']}.")


@pytest.mark.parametrize("kind", KINDS)
def test_a_field_says_of_a_key_what_its_type_does(kind: Kind) -> None:
    for key, field in zip(keys_of(kind), fields_of(kind), strict=False):
        if keeps_aliases(kind) and key.name == "aliases":
            break  # from here on they are one apart
        assert (field["name"], field["label"]) == (key.name, key.label)
        assert field["required"] == key.required
        assert field["hint"].startswith(key.hint)
        if key.type == "choice":
            codes = [(one["value"], one["label"]) for one in field["options"]]
            assert codes == list(key.choices)
        if key.type == "ref" and key.refers_to != "article":
            assert field["widget"] == "relation"
            assert bool(field.get("multiple")) == key.many


def test_relation_pickers_lead_to_collections_that_are_there() -> None:
    config = config_of(AdminSettings())
    names = {one["name"] for one in config["collections"]}

    def collections(fields: list[dict[str, Any]]) -> Iterator[str]:
        for field in fields:
            if field["widget"] == "relation":
                yield field["collection"]
            yield from collections(field.get("fields", []))

    asked = {one for each in config["collections"] for one in collections(each["fields"])}
    assert {"campaigns", "units", "blocs", "documents", "sections", "events"} <= asked <= names


def test_the_known_traps_are_avoided() -> None:
    config = config_of(AdminSettings())
    articles = config["collections"][0]
    date = next(field for field in articles["fields"] if field["name"] == "date")

    assert config["slug"]["timezone"] == "local"
    assert config["output"]["omit_empty_optional_fields"] is True
    assert date["widget"] == "string", "a picker would add a time, by the editor's clock"
    assert articles["aliases_field"] == "aliases"
    assert articles["preview_path"].startswith("tin/"), "without it no old address is kept"
    assert config["media_libraries"]["stock_assets"]["providers"] == []


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"backend": "svn"}, "backend phải là"),
        ({"backend": "gitea"}, "phải ghi host"),
        ({"backend": "gitea", "host": "https://g.vn", "review": True}, "review chỉ có"),
        ({"host": "http://g.vn"}, "https://"),
        ({"hots": "x"}, "hots"),
    ],
)
def test_settings_that_cannot_be_are_told_of(given: dict[str, Any], said: str) -> None:
    with pytest.raises(BadSettings, match=said):
        admin_settings(given)


def test_the_page_asks_only_itself_and_the_host_of_the_repository() -> None:
    said = policy(AdminSettings(backend="gitea", host="https://git.example.vn"))

    assert "connect-src 'self' blob: data: https://git.example.vn;" in said
    assert said.startswith("default-src 'none'")
    assert "unsafe-eval" not in said.replace("wasm-unsafe-eval", "")


def test_no_word_of_the_page_is_left_in_english() -> None:
    need_bundle(CACHE)

    assert untranslated(CACHE) == []
    (vietnamese,) = bundled(CACHE).glob("vi-*.js")
    text = re.sub(  # the bundler writes it in ASCII
        r"\\(?:x(\w{2})|u(\w{4}))",
        lambda found: chr(int(found[1] or found[2], 16)),
        vietnamese.read_text("utf-8"),
    )
    assert "Người khác đã sửa bài viết" in text
    assert "Làm việc với kho mã nguồn cục bộ" in text


def test_a_folder_of_somebody_else_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "thu.txt").write_text("của người khác")

    with pytest.raises(NotMade, match="không ghi đè"):
        make(AdminSettings(), ROOT / "docs" / "huong-dan", tmp_path, CACHE)

    assert [path.name for path in tmp_path.iterdir()] == ["thu.txt"]


def test_the_page_and_the_manual_stand_side_by_side(tmp_path: Path) -> None:
    need_bundle(CACHE)
    first = make(AdminSettings(), ROOT / "docs" / "huong-dan", tmp_path / "admin", CACHE)

    assert (tmp_path / "admin" / "huong-dan" / "index.html").exists()
    text = first.read_text("utf-8")
    assert "noindex" in text
    assert "Content-Security-Policy" in text
    program_text = "".join(path.read_text("utf-8") for path in bundled(CACHE).glob("*.js"))
    assert "jsdelivr.net/fontsource/fonts" not in program_text
    assert "githubstatus.com/api" not in program_text
    again = make(AdminSettings(), ROOT / "docs" / "huong-dan", tmp_path / "admin", CACHE)
    assert again == first
