"""The preview as an editor sees it: a page that follows the file, and tells what is wrong."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest

from tests.building import ROOT
from tests.desk.previewing import eventually, page, serving
from tests.programs import CHROMIUM, program

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.browser
SAPO = " ".join(["Hai mươi tiếng là một sapo"] * 5)
ARTICLE = f"""---
title: Bài đang viết
date: 2020-07-31
section: chinh-tri
status: draft
summary: {SAPO}
---
Câu đầu.
"""


def test_the_page_follows_the_file_and_tells_of_mistakes(tmp_path: Path) -> None:
    from playwright.sync_api import expect

    with looked_at(tmp_path) as (article, shown):
        article.write_text(ARTICLE.replace("Câu đầu.", "Câu đã sửa."), "utf-8")
        expect(shown.get_by_text("Câu đã sửa.")).to_be_visible(timeout=30_000)

        article.write_text(ARTICLE.replace("chinh-tri", "chinh-trj"), "utf-8")
        expect(notice(shown)).to_contain_text("bai-nhap.md:4:10: E203", timeout=30_000)
        expect(notice(shown)).to_contain_text("chinh-tri")
        expect(shown.get_by_text("Câu đã sửa.")).to_be_visible()

        article.write_text(ARTICLE.replace("Câu đầu.", "Câu cuối."), "utf-8")
        expect(shown.get_by_text("Câu cuối.")).to_be_visible(timeout=30_000)
        expect(notice(shown)).to_have_count(0)


def test_what_an_editor_would_say_of_the_page_is_there_to_be_opened(tmp_path: Path) -> None:
    from playwright.sync_api import expect

    with looked_at(tmp_path) as (article, shown):
        article.write_text(f"{article.read_text('utf-8')}\nXem <o:p>đây</o:p>.\n", "utf-8")
        expect(notice(shown)).to_contain_text("1 điều nên xem lại", timeout=30_000)
        remark = notice(shown).get_by_text("bai-nhap.md:10:5: W509")
        expect(remark).to_be_hidden()
        notice(shown).get_by_text("1 điều nên xem lại").click()
        expect(remark).to_be_visible()
        expect(remark).to_contain_text("xóa đoạn mã này")
        box = notice(shown).bounding_box()
        assert box
        assert box["width"] < shown.viewport_size["width"] * 0.6  # type: ignore[index]

        assert shown.context.browser is not None
        other = shown.context.browser.new_page()
        other.goto(urljoin(shown.url, "/"))
        expect(other.get_by_role("heading").first).to_be_visible()
        expect(notice(other)).to_have_count(0)

        article.write_text(article.read_text("utf-8").replace("<o:p>đây</o:p>", "đây"), "utf-8")
        expect(notice(shown)).to_have_count(0, timeout=30_000)


def test_the_new_edition_takes_the_page_s_place_where_the_reader_was(tmp_path: Path) -> None:
    from playwright.sync_api import expect

    with looked_at(tmp_path, ARTICLE + "\nMột câu nữa.\n" * 99) as (article, shown):
        shown.evaluate("scrollTo(0, 700); window.stayed = true")
        printing = shown.get_by_role("button", name="In trang")
        expect(printing).to_be_visible()

        text = article.read_text("utf-8")
        article.write_text(text.replace("Câu đầu.", "Câu đã sửa."), "utf-8")
        expect(shown.get_by_text("Câu đã sửa.")).to_have_count(1, timeout=30_000)
        assert shown.evaluate("[window.stayed, scrollY]") == [True, 700]
        expect(printing).to_be_visible()

        article.write_text(text.replace("Bài đang viết", "Bài đã có tên"), "utf-8")
        expect(shown.get_by_role("heading", name="Bài đã có tên")).to_have_count(1, timeout=30_000)
        expect(shown).to_have_title(re.compile("Bài đã có tên"))


def test_only_this_machine_s_own_name_is_answered(tmp_path: Path) -> None:
    import http.client

    content = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    with serving(content, tmp_path / "cache") as site:
        eventually(lambda: page(f"{site}/"))
        port = int(site.rpartition(":")[2])
        for path, host, status in (
            ("/", "xau.example", 403),
            ("/", f"localhost:{port}", 200),
            ("/../../site.yaml", f"localhost:{port}", 404),
            ("/%2e%2e/%2e%2e/content/site.yaml", f"localhost:{port}", 404),
        ):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            connection.request("GET", path, headers={"Host": host})
            assert connection.getresponse().status == status, path
            connection.close()


@contextmanager
def looked_at(folder: Path, text: str = ARTICLE) -> Iterator[tuple[Path, Page]]:
    """An article of this text in a site that is served, and the browser's page that shows it."""
    from playwright.sync_api import sync_playwright

    content = Path(shutil.copytree(ROOT / "content", folder / "content"))
    article = content / "articles" / "bai-nhap.md"
    article.write_text(text, "utf-8")
    with serving(content, folder / "cache") as site, sync_playwright() as playwright:
        address = f"{site}/tin/2020/07/bai-nhap/"
        eventually(lambda: "Câu đầu." in page(address))
        browser = playwright.chromium.launch(
            executable_path=program(*CHROMIUM), args=["--no-sandbox"]
        )
        shown = browser.new_page()
        shown.goto(address)
        yield article, shown
        browser.close()


def notice(shown: Page) -> Locator:
    return shown.get_by_role("status", name="Kiểm tra nội dung")
