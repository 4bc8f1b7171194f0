from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsroom.reading.files import FileReader
from newsroom.reading.private_patterns import private_in
from newsroom.records.values import Kind
from tests.shared_data import shared


def codes(text: str) -> list[str]:
    return [found.code for found in private_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "CCCD 012345678901",
        "số căn cước công dân: 012 345 678 901",
        "CMND số 123456789, cấp ngày 1/1/2010",
        "hộ chiếu C1234567",
        "Ông A (001080000123) là giáo viên",
    ],
)
def test_an_identity_number_is_found(text: str) -> None:
    assert codes(text) == ["E151"]


@pytest.mark.parametrize(
    "text",
    [
        "sinh ngày 01/02/1980",
        "Bà sinh ngày 1 tháng 2 năm 1980 tại",
        "ngày sinh: 1-2-1980",
        "ngày, tháng, năm sinh: 1.2.1980",
        "SN 01/02/1980",
        "born on 1/2/1980",
    ],
)
def test_a_birth_date_is_found(text: str) -> None:
    assert codes(text) == ["E152"]


@pytest.mark.parametrize(
    "text",
    ["ĐT 0912345678", "ĐT.0912.345.678", "+84 912 345 678", "tel:0912345678", "0868-345-678."],
)
def test_a_mobile_phone_is_found(text: str) -> None:
    assert codes(text) == ["E153"]


@pytest.mark.parametrize(
    "text",
    [
        "trú tại số 5 đường Lê Lợi",
        "Thường trú: số nhà 36B Lý Nam Đế",
        "ngụ 12/3 hẻm 4",
        "nhà riêng ở 30 Hoàng Diệu",
        "chỗ ở hiện nay: căn hộ 12 Chung cư Mẫu",
    ],
)
def test_a_home_address_is_found(text: str) -> None:
    assert codes(text) == ["E154"]


@pytest.mark.parametrize(
    "text",
    [
        "sinh năm 1975",
        "Chủ tịch Hồ Chí Minh sinh ngày 19/5/1890",
        "kỷ niệm 130 năm ngày sinh của Bác (19/5/1890 - 19/5/2020)",
        "gặp mặt học sinh ngày 20/11/2020",
        "các liệt sĩ hy sinh ngày 12/3/1979",
        "tuyển sinh 15/6/2020",
        "điện thoại 0272.3826.123, đường dây nóng 0912345678",
        "tổng đài 1900 1234 và 18001234",
        "mã số thuế 0312345678",
        "số tiền 0,912345678 tỷ và 912.345.678 đồng",
        "lúc 08-12-2019 10 giờ",
        "tài khoản 001080000123",
        "Giấy chứng nhận số 490107000039",
        "mã định danh gồm 12 chữ số",
        "xem https://a.example/0912345678.html",
        "cơ quan thường trú tại 5 Lý Thường Kiệt",
        "trú tại thôn 9, xã Mẫu",
        "ngụ tại phường 3",
        "1.200 chỗ ở cho người từ xa",
        "lưu trú tại 12 Khách sạn",
    ],
)
def test_what_news_says_every_day_is_left_alone(text: str) -> None:
    assert codes(text) == []


def test_no_more_of_it_is_shown_than_tells_which_it_is() -> None:
    text = "CCCD 012345678901, sinh ngày 01/02/1980, ĐT 0912345678, trú tại số 5 đường Lê Lợi"

    assert [found.shown for found in private_in(text)] == ["01…", "091…", "…1980", "trú …"]


def problems(kind: Kind, text: str) -> list[tuple[str, int, int]]:
    read = FileReader().read(kind, "ma", f"{kind}s/ma.md", text.encode())
    return [(one.code, one.line, one.column) for one in read.problems]


HEADER = "title: A\ndate: 2020-07-31\nsection: s\n"


def test_an_article_may_say_why_it_tells_it() -> None:
    body = "Bà sinh ngày 1/2/1980."

    assert problems("article", f"---\n{HEADER}---\n{body}\n") == [("E152", 6, 14)]
    allowed = "allow_private: {reason: Tiểu sử đã công bố}\n"
    assert problems("article", f"---\n{HEADER}{allowed}---\n{body}\n") == []


def test_an_agency_may_give_its_own_phone_and_address() -> None:
    contact = "phone: 0912345678\naddress: trú tại số 5 đường Lê Lợi\n"

    assert problems("unit", f"---\nname: A\nkind: school\n{contact}---\n") == []


def test_an_office_may_give_its_own_mobile_on_a_page_of_contacts() -> None:
    body = "ĐT 0912345678\n"

    assert problems("page", f"---\ntitle: Liên hệ\n---\n{body}") == []
    assert problems("article", f"---\n{HEADER}---\n{body}") == [("E153", 6, 4)]


HEADERS: dict[Kind, str] = {
    "campaign": "name: A\n",
    "unit": "name: A\nkind: school\n",
    "bloc": "name: A\n",
    "document": "number: 1/QĐ-A\ntype: decision\nissuer: A\nissued: 2020-01-01\n",
    "event": "title: A\nkind: launch\nstart: 2020-01-01\n",
}


@pytest.mark.parametrize("kind", HEADERS)
def test_the_body_of_a_record_tells_nothing_private_unless_it_says_why(kind: Kind) -> None:
    header, allowed = HEADERS[kind], "allow_private: {reason: Theo quyết định mẫu}\n"
    body = "ĐT 0912345678, sinh ngày 1/2/1980\n"

    found = [code for code, _, _ in problems(kind, f"---\n{header}---\n{body}")]
    assert found == ["E153", "E152"]
    assert problems(kind, f"---\n{header}{allowed}---\n{body}") == []


def test_an_award_tells_nothing_private_whatever_it_says() -> None:
    header = "title: A\nkind: flag\nconferred: 2020-01-01\nallow_private: {reason: A}\n"

    found = [code for code, _, _ in problems("award", f"---\n{header}---\nĐT 0912345678\n")]
    assert "E153" in found


def test_what_only_the_title_of_a_column_makes_private_is_found() -> None:
    table = "| Tên | Ngày sinh | Ngày cấp |\n|---|---|---|\n| A | 1/2/1980 | 3/4/2020 |\n"

    assert problems("article", f"---\n{HEADER}---\n{table}") == [("E152", 8, 7)]


def test_letters_kept_decomposed_hide_nothing() -> None:
    assert problems("page", "---\ntitle: A\n---\nsinh nga\u0300y 1/2/1980\n") == [("E152", 4, 11)]


def test_a_comment_in_a_header_is_not_published() -> None:
    assert problems("page", "---\ntitle: A\n# ĐT 0912345678\n---\n") == []


def test_real_news_gives_no_false_alarm() -> None:
    """What is found in real news is what the law means: all of it was read by a person."""
    found = [
        (id, one.code)
        for name in (
            "articles-thidua.jsonl",
            "articles-dated.jsonl.gz",
            "articles-briefs.jsonl.gz",
        )
        for id, text in _articles(shared(f"data/{name}"))
        for one in private_in(text)
    ]

    assert found == KNOWN


KNOWN = [
    ("vietnamese-mds:12237725", "E154"),
    ("vietnamese-mds:12348885", "E152"),
]


def _articles(path: Path) -> Iterator[tuple[str, str]]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            paragraphs = [article["title"], article["lead"], *(article["body"] or ())]
            yield article["id"], "\n\n".join(filter(None, paragraphs))
