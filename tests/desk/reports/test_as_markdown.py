from __future__ import annotations

from markdown import markdown

from desk.reports.as_markdown import as_markdown
from tests.desk.reports.samples import PAPER, SIGNS


def test_words_stay_words_whatever_signs_they_hold() -> None:
    page = markdown(as_markdown(PAPER).decode(), extensions=["tables"])

    assert f'<td style="text-align: left;">{SIGNS}</td>' in page
    assert "<script>" not in page
    assert "<ol>" not in page
    assert "<p>2020. Chưa viết</p>" in page
    assert "<li>1. Đơn vị</li>" in page


def test_parts_are_headings_with_numbers() -> None:
    lines = as_markdown(PAPER).decode().splitlines()

    assert [line for line in lines if line.startswith("#")] == [
        "# BÁO CÁO: Sơ kết",
        "## I. TỔ CHỨC",
        "## II. KẾT QUẢ",
        "### 1. Chỉ tiêu",
        "## PHỤ LỤC",
    ]
