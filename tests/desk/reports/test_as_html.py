from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from desk.reports.as_html import as_html
from tests.desk.reports.samples import PAPER, WIDE
from tests.programs import CHROMIUM, program


def test_what_records_say_is_escaped() -> None:
    page = as_html(PAPER).decode()

    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_the_page_loads_nothing_and_asks_not_to_be_found() -> None:
    page = as_html(PAPER).decode()

    assert not re.search(r"(?:src|href)=|url\(|@import", page)
    assert '<meta name="robots" content="noindex, nofollow">' in page
    assert '<html lang="vi">' in page


def test_parts_are_numbered_as_in_word() -> None:
    page = as_html(PAPER).decode()

    assert re.findall(r"<h([23])>(.*?)</h", page) == [
        ("2", "I. TỔ CHỨC"),
        ("2", "II. KẾT QUẢ"),
        ("3", "1. Chỉ tiêu"),
        ("2", "PHỤ LỤC"),
    ]


@pytest.mark.browser
def test_it_prints_on_a4_with_what_goes_with_it_on_a_page_of_its_own(tmp_path: Path) -> None:
    sizes = {}
    for paper in (PAPER, WIDE):
        page, printed = tmp_path / "page.html", tmp_path / "page.pdf"
        page.write_bytes(as_html(paper))
        command = [program(*CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu"]
        command += ["--no-pdf-header-footer", f"--print-to-pdf={printed}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        pdf = printed.read_bytes()
        boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
        sizes[paper.landscape] = [(round(float(w)), round(float(h))) for w, h in boxes]

    assert sizes == {False: [(595, 842)] * 2, True: [(842, 595)]}
