"""The record types and their words in; the manual's page of every key, in Markdown, out.

The page is kept in docs/huong-dan/, so that it can be read without any program; a test holds it to
what this module makes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from desk.keys.tree import Key, keys_of, kind_words
from desk.keys.words import key_words
from newsroom.records.values import KINDS, Kind

HEAD = """\
# Các khóa của từng loại bản ghi

Trang này do `invoke reference` lập từ chính các kiểu dữ liệu mà phần kiểm tra dùng; đừng sửa tay.
Khóa ghi bằng tiếng Anh, không dịch, không dấu. Khóa có dấu **!** là bắt buộc. `targets[].label` là
khóa `label` trong từng mục của danh sách `targets`; `photo.alt` là khóa `alt` trong nhóm `photo`.
Khóa để trống coi như không ghi.
"""
PAGE = Path(__file__).parents[3] / "docs" / "huong-dan" / "khoa.md"
NO_BODY = ("site", "section")
ROW = "| {} | {} | {} | {} |"


def page_of_keys() -> str:
    """The whole page."""
    lines = (line for kind in KINDS for line in _kind(kind))
    return "\n".join((HEAD, *lines))


def _kind(kind: Kind) -> Iterator[str]:
    name, text = kind_words(kind)
    yield f"## {name}"
    yield ""
    yield text
    yield ""
    yield ROW.format("khóa", "là gì", "giá trị", "ví dụ")
    yield ROW.format("---", "---", "---", "---")
    yield from (_row(place, key) for place, key in _every(keys_of(kind)))
    if kind not in NO_BODY:
        words = key_words()
        yield ROW.format(words("body"), words("body.hint"), words("type.markdown"), "")
    yield ""


def _every(keys: tuple[Key, ...], before: str = "") -> Iterator[tuple[str, Key]]:
    for key in keys:
        place = before + key.name
        yield place, key
        yield from _every(key.keys, f"{place}{'[]' if key.many else ''}.")


def _row(place: str, key: Key) -> str:
    need = " **!**" if key.required else ""
    example = f"`{key.example}`" if key.example else ""
    return ROW.format(f"`{place}`{need}", f"{key.label}. {key.hint}", _value(key), example)


def _value(key: Key) -> str:
    words = key_words()
    if key.choices:
        one = "; ".join(f"`{code}` {word}" for code, word in key.choices)
    elif key.refers_to:
        one = words("type.ref") + f": {kind_words(_as_kind(key.refers_to))[0]}"
    else:
        one = words(f"type.{key.type}")
    absent = f"; không ghi là `{key.default}`" if key.default and key.default != "false" else ""
    return (f"danh sách: {one}" if key.many else one) + absent


def _as_kind(name: str) -> Kind:
    return next(kind for kind in get_args(Kind) if kind == name)
