"""The text of a record's file: what it looks like, and that reading finds in it what went in."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from desk.writing import record_text
from newsroom.reading.files import FileReader
from tests.building import ROOT
from vietnamese import parse_period

TRICKY = [
    "Kết quả: tốt",
    '"Dân vận khéo" năm 2026',
    "[Ảnh] Đại hội",
    "Không # ghi chú",
    "no",
    "12:30",
    "- gạch đầu",
    "* sao",
    "{ngoặc}",
    "Lũy kế 1_000",
    "&neo",
    "Vừa \"kép\" vừa 'đơn'",
    "Kết thúc:",
    "%phần trăm",
    "C:\\thư mục",
    "Một câu rất dài " + "nói mãi không hết " * 20 + "# đến: cuối",
]


def test_keys_stand_in_the_order_of_the_type_and_empty_ones_are_left_out() -> None:
    text = record_text(
        "article",
        {
            "section": "chinh-tri",
            "date": date(2026, 7, 31),
            "units": ["so-noi-vu", "so-y-te"],
            "tags": ["thi đua", ""],
            "title": "Tiêu đề",
            "summary": "",
            "photo": {"file": "photos/x.jpg", "alt": "Hội trường", "caption": ""},
        },
        body="Nội dung.\n\n",
    )

    assert text == (
        "---\ntitle: Tiêu đề\ndate: 2026-07-31\nsection: chinh-tri\nunits: [so-noi-vu, so-y-te]\n"
        "photo:\n  file: photos/x.jpg\n  alt: Hội trường\ntags:\n  - thi đua\n---\n\nNội dung.\n"
    )


def test_a_comment_stands_above_its_key_or_in_its_place() -> None:
    text = record_text(
        "unit",
        {"name": "Sở Nội vụ", "kind": "government"},
        comments={"": "Bản nháp", "kind": "đoán theo tên", "level": ["level: province"]},
    )

    assert text == (
        "---\n# Bản nháp\nname: Sở Nội vụ\n# đoán theo tên\nkind: government\n"
        "# level: province\n---\n"
    )


def test_a_key_that_the_kind_does_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match="tieu_de"):
        record_text("article", {"tieu_de": "x"})


@pytest.mark.parametrize("title", TRICKY)
def test_any_text_comes_back_from_reading_as_it_went_in(title: str) -> None:
    tag = title[-60:].strip()  # a longer one is refused
    record = read_back(
        "article",
        {"title": title, "date": "2026-01-02", "section": "x", "tags": [tag], "byline": title},
    )

    assert (record.title, record.tags, record.byline) == (title, (tag,), title)


def test_numbers_dates_and_flags_come_back_too() -> None:
    values = {
        "name": "Khối",
        "start": date(2026, 1, 2),
        "years": [
            {
                "year": 2026,
                "members": ["a", "b"],
                "scores": {
                    "scale": Decimal(100),
                    "rows": [{"unit": "a", "total": Decimal("96.40"), "self": 1e2, "rank": 1}],
                    "decision": "d",
                    "published": False,
                },
            }
        ],
    }

    record = read_back("bloc", values)

    scores = record.years[0].scores
    assert (record.start, scores.published, scores.scale) == (date(2026, 1, 2), False, 100)
    assert (scores.rows[0].total, scores.rows[0].self) == (Decimal("96.4"), 100)
    moment = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    article = {"title": "x", "section": "x", "date": moment, "period": parse_period("2026-H1")}
    assert read_back("article", article).date == moment
    assert read_back("article", article).period == article["period"]


def test_records_are_written_as_the_demonstration_has_them() -> None:
    """Read a record as plain values, write it again: the same file."""
    from newsroom.reading.fences import split
    from newsroom.reading.findings import Findings
    from newsroom.reading.front_matter import parse

    for name in ("awards/co-thi-dua-so-tai-chinh-2025.md", "units/ban-thi-dua.md"):
        written = (ROOT / "demo" / "content" / Path(name)).read_text("utf-8")
        findings = Findings(name)
        fenced = split(written, findings)
        assert fenced
        header = parse(fenced.header, fenced.first, findings)
        assert header
        kind: Any = name.partition("s/")[0]

        text = record_text(kind, header.values, body=fenced.body)

        assert sorted(text.splitlines()) == sorted(written.splitlines())


def read_back(kind: Any, values: dict[str, Any]) -> Any:
    text = record_text(kind, values, body="x")
    read = FileReader().read(kind, "x", "x.md", text.encode())
    assert read.record is not None, (text, read.problems)
    return read.record
