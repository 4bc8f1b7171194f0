from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from newsroom.records.spellings import (
    Unreadable,
    is_below,
    read_contact_address,
    read_flag,
    read_focus,
    read_number,
    read_place,
    read_site_path,
    read_web_address,
    read_whole,
)
from newsroom.records.values import FileRef


@pytest.mark.parametrize(
    ("reader", "text", "value"),
    [
        (read_number, "96.4", Decimal("96.4")),
        (read_number, "-3", Decimal(-3)),
        (read_whole, "007", 7),
        (read_flag, "Yes", True),
        (read_flag, "false", False),
        (read_web_address, "https://a.gov.vn/x?y=1#z", "https://a.gov.vn/x?y=1#z"),
        (read_contact_address, "tel:+84-24-1", "tel:+84-24-1"),
        (read_site_path, "/tin/cu.html", "/tin/cu.html"),
        (read_site_path, "/bài-cũ/", "/bài-cũ/"),
        (read_site_path, "/a+b,c;(d)@e=f&g'h!~$/", "/a+b,c;(d)@e=f&g'h!~$/"),
        (read_place, "/", "/"),
        (read_place, "section:chinh-tri", "section:chinh-tri"),
        (read_focus, "50% 30%", "50% 30%"),
    ],
)
def test_a_value_is_read_as_it_is_spelled(
    reader: Callable[[str], Any], text: str, value: object
) -> None:
    assert reader(text) == value


@pytest.mark.parametrize(
    ("reader", "text", "suggestion"),
    [
        (read_number, "1.200,5", "1200.5"),
        (read_number, "96,4%", "96.4"),
        (read_number, "1e9", ""),
        (read_number, "NaN", ""),
        (read_number, "٣", ""),
        (read_whole, "7.0", ""),
        (read_flag, "có", "true"),
        (read_flag, "1", ""),
        (read_web_address, "javascript:alert(1)", ""),
        (read_web_address, "https://user@evil.example", ""),
        (read_web_address, "https://a.vn/x y", ""),
        (read_web_address, "a.gov.vn", "https://a.gov.vn"),
        (read_contact_address, "a@b.vn", "mailto:a@b.vn"),
        (read_site_path, "tin/cu", "/tin/cu"),
        (read_site_path, "/tin?x=1", "/tin"),
        (read_site_path, "/../x", ""),
        (read_site_path, "//evil.example", "/evil.example"),
        (read_site_path, "/" + "a" * 50_000 + "?", ""),
        (read_site_path, "/b%C3%A0i/", "/bài/"),
        (read_site_path, "/a:b/", ""),
        (read_site_path, "/a*b/", ""),
        (read_site_path, "/a./b", ""),
        (read_site_path, "/a|b", ""),
        (read_place, "javascript:1", ""),
        (read_focus, "120% 0%", ""),
    ],
)
def test_another_spelling_is_told_with_the_accepted_one(
    reader: Callable[[str], Any], text: str, suggestion: str
) -> None:
    with pytest.raises(Unreadable) as told:
        reader(text)

    assert told.value.suggestion == suggestion


@pytest.mark.parametrize(
    "path",
    [
        "../x.jpg",
        "/photos/x.jpg",
        "photos/../x.jpg",
        "photos//x.jpg",
        "photos/.x.jpg",
        "photos\\x.jpg",
        "photos/%2e%2e/x.jpg",
        "photos/x.jpg\x00.png",
        "photos/x.jpg?y",
        "photos/C:x.jpg",
        "files/x.jpg",
        "photos",
    ],
)
def test_a_path_cannot_leave_its_folder(path: str) -> None:
    assert not is_below("photos", path)


def test_a_path_as_the_cms_writes_it_loses_the_slash_in_front() -> None:
    assert FileRef("photos").path("/photos/2020/x.webp") == "photos/2020/x.webp"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("/2020/07/x.jpg", "photos/2020/07/x.jpg"),
        ("content/photos/x.jpg", "photos/x.jpg"),
        ("photo\\x.jpg", "photos/photo/x.jpg"),
        ("2020/07/x.jpg", "photos/2020/07/x.jpg"),
        ("../../etc/passwd", ""),
    ],
)
def test_a_path_spelled_otherwise_is_told_as_it_must_be(written: str, meant: str) -> None:
    with pytest.raises(Unreadable) as told:
        FileRef("photos").path(written)

    assert told.value.suggestion == meant
