"""The manual's "first article in ten minutes", step by step, with the pictures it shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.desk.checking.desks import put
from tests.desk.manual.pictures import take, window
from tests.desk.previewing import eventually, page, serving
from tests.programs import CHROMIUM, program

pytestmark = pytest.mark.browser
NOW = "2026-11-22T08:00"
ANSWERS = ('"Báo cáo tháng cao điểm.docx"', "", "20/11/2026", "phong trao", "c", "c")
ARTICLE = "so-noi-vu-mau-tong-ket-thang-cao-diem-dung-hen-voi-dan"
FILE = f"content/articles/2026/11/{ARTICLE}.md"


def test_a_word_report_becomes_a_page_as_the_manual_says(tmp_path: Path) -> None:
    from playwright.sync_api import expect, sync_playwright

    from tests.desk.manual.at_a_terminal import typed
    from tests.desk.manual.word_report import report

    office(tmp_path / "content")
    report(tmp_path / "Báo cáo tháng cao điểm.docx")
    where = ("--content", "content", "--now", NOW)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program(*CHROMIUM), args=["--no-sandbox"]
        )
        shown = browser.new_page(viewport={"width": 1000, "height": 1150})

        imported = typed(tmp_path, "import-word", "?", *where, answers=ANSWERS)
        assert f"Đã ghi bản nháp: {FILE}" in imported
        window(shown, f"> make import-word\n{imported}")
        take("nhap-word", shown, imported)

        with serving(Path("content"), tmp_path / "cache", NOW, tmp_path) as site:
            address = re.sub(
                r"^.*Xem trước[^:]*: http://localhost:8000|\n.*", "", imported, flags=re.DOTALL
            )
            assert address == f"/tin/2026/11/{ARTICLE}/"
            eventually(lambda: "đúng hẹn" in page(site + address))
            shown.set_viewport_size({"width": 1000, "height": 1150})
            shown.goto(site + address)
            expect(shown.get_by_text("Bản nháp").first).to_be_visible()
            take("xem-truoc", shown, shown.locator("body").inner_text()[:700], 1150)

            shown.goto(site)
            expect(shown.locator(".entry--lead")).to_contain_text("Bản nháp")
            shown.goto(site + address)

            article = tmp_path / FILE
            sound = article.read_text("utf-8")
            article.write_text(
                sound.replace("section: phong-trao", "section: phong-trap"), "utf-8"
            )
            notice = shown.get_by_role("status", name="Kiểm tra nội dung")
            expect(notice).to_contain_text("phong-trao", timeout=60_000)
            shown.set_viewport_size({"width": 1000, "height": 620})
            take("loi-tren-trang", shown, notice.locator("div").inner_text(), 620)
            article.write_text(sound, "utf-8")
            expect(notice.get_by_role("heading")).to_have_count(0, timeout=60_000)

        checked = typed(tmp_path, "check", "--file", FILE, *where)
        assert "Không có lỗi" in checked
        window(shown, f"> make check\n{checked}")
        take("kiem-tra", shown, checked)
        browser.close()


def office(content: Path) -> None:
    """What an office of the invented province has: a section or two, a campaign, a unit."""
    put(
        content,
        "site.yaml",
        "name: Tin Thi Đua Mẫu Giang\ntagline: Trang tin của một tỉnh không có thật\n"
        "owner: Ban Thi đua – Khen thưởng tỉnh Mẫu Giang (cơ quan mẫu)\nsample: true\n"
        "navigation: [/tin/, /phong-trao/, /don-vi/, /van-ban/]\n",
    )
    put(content, "sections/phong-trao.yaml", "name: Phong trào\norder: 1\n")
    put(content, "sections/thong-bao.yaml", "name: Thông báo\norder: 2\n")
    put(
        content,
        "campaigns/dung-hen-voi-dan.md",
        "---\nname: Đúng hẹn với dân\nstart: 2021-01-15\nend: 2026-12-31\n---\n",
    )
    put(
        content,
        "units/so-noi-vu.md",
        "---\nname: Sở Nội vụ tỉnh Mẫu Giang\nkind: government\n---\n",
    )
