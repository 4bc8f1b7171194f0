"""A small content folder with one good article, to be spoilt one way at a time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desk.checking import check
from newsroom.problems import Problem
from tests.building import ROOT
from tests.sound import settings

SUMMARY = (
    "Ngày 29/7, tại Nhà khách Tỉnh ủy, Khối thi đua các cơ quan Đảng tỉnh tổ chức hội nghị sơ kết "
    "công tác 6 tháng đầu năm và bàn nhiệm vụ 6 tháng cuối năm."
)
HEADER = {
    "title": "Khối các cơ quan Đảng sơ kết 6 tháng đầu năm",
    "date": "2020-07-31",
    "section": "chinh-tri",
    "summary": SUMMARY,
}
BODY = "Sáng 29/7, hội nghị sơ kết đã diễn ra tại Nhà khách Tỉnh ủy.\n"
LONG = "\n\n".join(f"Đoạn thứ {n} của bài, viết cho đủ dài để không ai nhầm." for n in range(8))
NOW = "2020-08-01T08:00"


def desk(folder: Path) -> Path:
    """The folder: a site, a section, one article without a fault."""
    content = folder / "content"
    put(content, "site.yaml", "name: Tin\nowner: Ban\nurl: https://thidua.example.vn\n")
    put(content, "sections/chinh-tri.yaml", "name: Chính trị\n")
    write(content, "hoi-nghi")
    return content


def write(content: Path, id: str, body: str = BODY, **keys: str) -> str:
    """An article like the good one but for these keys; "" leaves one out. Its path in content."""
    lines = [f"{key}: {value}" for key, value in {**HEADER, **keys}.items() if value]
    return put(content, f"articles/{id}.md", "\n".join(["---", *lines, "---", body]))


def put(content: Path, file: str, text: str) -> str:
    """A file of any kind."""
    path = content / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="")
    return file


def told(content: Path, *files: str) -> list[Problem]:
    """What the check says."""
    asked = replace(settings(content, NOW), theme=ROOT / "theme")
    return list(check(asked, files).problems)


def codes(content: Path, *files: str) -> list[str]:
    """The codes of what the check says."""
    return [one.code for one in told(content, *files)]
