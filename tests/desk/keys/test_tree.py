from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import pytest

from desk.keys import Key, key_words, keys_of, kind_words
from desk.keys.tree import KeyType
from newsroom.reading.checking import GIVEN, TYPES
from newsroom.reading.files import FileReader
from newsroom.records.shapes import shape
from newsroom.records.values import KINDS, Kind


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_of_a_kind_has_words(kind: Kind) -> None:
    names = [name for name in shape(TYPES[kind]) if name not in GIVEN]

    assert [key.name for key in keys_of(kind)] == names
    for key in every(keys_of(kind)):
        assert key.label, key.id
        assert key.hint.endswith((".", "…")), key.id
    assert all(kind_words(kind))


def test_no_word_is_there_for_nothing() -> None:
    keys = [key for kind in KINDS for key in every(keys_of(kind))]
    asked = {f"{key.id}{end}" for key in keys for end in ("", ".hint", ".example")}
    asked |= {f"{key.id}={code}" for key in keys for code, _ in key.choices}
    asked |= {f"kind.{kind}{end}" for kind in KINDS for end in ("", ".hint")}
    asked |= {f"type.{type}" for type in get_args(KeyType)} | {"body", "body.hint"}

    assert sorted(set(key_words().texts) - asked) == []


def test_every_type_of_key_has_a_word() -> None:
    assert [type for type in get_args(KeyType) if f"type.{type}" not in key_words()] == []


def test_every_code_of_a_choice_has_a_word_of_its_own() -> None:
    for kind in KINDS:
        for key in every(keys_of(kind)):
            words = [word for _, word in key.choices]
            assert len(set(words)) == len(words), key.id
            assert all(words), key.id


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("site", "section")])
def test_an_example_is_what_the_check_takes(kind: Kind) -> None:
    lines = [f"{key.name}: {written(key)}" for key in keys_of(kind) if key.example]
    groups = [
        line for key in keys_of(kind) if key.keys and not deep(key) for line in of_a_group(key)
    ]
    text = "\n".join(["---", *lines, *groups, "---", ""])

    problems = FileReader().read(kind, "x", f"{kind}s/x.md", text.encode()).problems

    assert [(one.code, one.line, one.params) for one in problems] == []


def deep(key: Key) -> bool:
    return any(inner.keys for inner in key.keys)


def of_a_group(key: Key) -> list[str]:
    inner = [f"{one.name}: {written(one)}" for one in key.keys if one.example]
    if key.many:
        return [f"{key.name}:", f"  - {inner[0]}", *(f"    {line}" for line in inner[1:])]
    return [f"{key.name}:", *(f"  {line}" for line in inner)]


def written(key: Key) -> str:
    return (
        key.example if key.many or not any(c in key.example for c in ":#%") else f'"{key.example}"'
    )


def every(keys: tuple[Key, ...]) -> Iterator[Key]:
    for key in keys:
        yield key
        yield from every(key.keys)
