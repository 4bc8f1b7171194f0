"""What a CMS may leave in a file that no person would write: each thing is told with its place,
or read as if it were not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.reading import locate, read
from tests.desk.moving.sites import House

HEAD = '---\ntitle: "Bài trong CMS"\ndate: "2020-07-31 09:54"\nsection: "chinh-tri"\n'
FILE = "articles/2020/07/bai-trong-cms.md"


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def told(house: House, text: str) -> list[tuple[str, int, str]]:
    """Code, line and file of every problem."""
    house.put(FILE, text)
    found = locate(read(house.settings).problems, house.content)
    return [(one.code, one.line, one.file) for one in found]


@pytest.mark.parametrize(
    ("keys", "lines"),
    [
        ('layout: "post"\n', [5]),
        ('summary: "Tóm tắt"\nuuid: "c0ffee"\n_schema: "default"\n', [6, 7]),
        ('source:\n  name: "Báo mẫu"\n  link: "x"\n', [7]),
        ('Tags: ["thi đua"]\n', [5]),
    ],
    ids=["one", "two", "inside a group", "another case"],
)
def test_each_unknown_key_is_told_with_its_line(house: House, keys: str, lines: list[int]) -> None:
    assert told(house, f"{HEAD}{keys}---\nNội dung.\n") == [("E120", line, FILE) for line in lines]


EMPTY = """summary: ""
genre: ""
period: null
campaigns: []
units:
event: ~
documents: [""]
tags: ["", null]
photo: {}
source:
  name: ""
  url: ""
corrections: []
featured:
expires: ""
aliases: []
layout: ""
"""


def test_empty_values_are_read_as_keys_that_are_not_there(house: House) -> None:
    assert told(house, f"{HEAD}---\nNội dung.\n") == []
    without = house.article("bai-trong-cms")

    assert told(house, f"{HEAD}{EMPTY}---\nNội dung.\n") == []
    assert same(house.article("bai-trong-cms"), without)


def same(one: object, other: object) -> bool:
    """Whether every fact is the same; where it stands in the file is none."""
    names = set(type(one).__slots__) - {"places", "body", "file"}  # type: ignore[attr-defined]
    assert {"summary", "photo", "tags", "source", "event"} <= names
    return all(getattr(one, name) == getattr(other, name) for name in names)


def test_a_required_key_that_is_empty_is_missing(house: House) -> None:
    text = HEAD.replace('"chinh-tri"', '""')

    (found,) = told(house, f"{text}---\nNội dung.\n")
    assert found[1:] == (4, FILE)


def test_a_table_without_its_delimiter_row_is_told_with_its_line(house: House) -> None:
    table = "| Đơn vị | Điểm |\n| Sở A | 96,4 |\n| Sở B | 95,1 |\n"

    assert told(house, f"{HEAD}---\nKết quả:\n\n{table}") == [("E308", 8, FILE)]


def test_a_table_with_its_delimiter_row_is_sound(house: House) -> None:
    table = "| Đơn vị | Điểm |\n| --- | --- |\n| Sở A | 96,4 |\n"

    assert told(house, f"{HEAD}---\nKết quả:\n\n{table}") == []
