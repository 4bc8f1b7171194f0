"""An editor writes, edits and re-slugs an article with a photo; the site shows it, and the old
address leads there."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from desk.admin.config import AdminSettings
from desk.admin.making import make
from newsroom.reading import read
from tests.building import ROOT, build
from tests.desk.admin.editor import editing, need_bundle
from tests.desk.moving.sites import House

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
TITLE = "Đường đến trường ở xã Ía Đal – Đắk Lắk: “vượt khó”"
OLD = """---
title: Bài có từ trước
date: 2020-06-30
section: chinh-tri
tags: [thi đua]
allow_private: {reason: Tiểu sử đã công bố}
status: draft
---

Nội dung cũ, **đậm**.
"""


def test_what_is_written_in_the_browser_is_on_the_site(tmp_path: Path) -> None:
    need_bundle(ROOT / ".cache")
    house = House(tmp_path)
    house.put("campaigns/hoc-tap.md", "---\nname: Học tập và làm theo Bác\n---\n")
    # Of a few that there are: one alone is shown as a box to tick.
    house.put("campaigns/khac.md", "---\nname: Phong trào khác\n---\n")
    house.put("sections/xa-hoi.yaml", "name: Xã hội\norder: 2\n")
    house.put("articles/2020/06/bai-cu.md", OLD)
    site = tmp_path / "site"
    make(AdminSettings(), ROOT / "docs" / "huong-dan", site / "admin", ROOT / ".cache")

    with editing(site, house.content) as (editor, asked):
        page = editor.page
        page.get_by_role("button", name="Tạo bài viết mới").first.click()
        editor.write("title", TITLE)
        editor.write("date", "2020-07-31 05:30")
        editor.pick("section", "Chính trị")
        editor.pick("campaigns", "Học tập")
        editor.field("photo").get_by_text("Thêm").first.click()
        editor.field("photo.file").locator("input[type=file]").first.set_input_files(
            {"name": "Ảnh Đại hội (1).jpg", "mimeType": "image/jpeg", "buffer": photo()}
        )
        editor.write("photo.alt", "Đại biểu ngồi kín hội trường")
        editor.field("body").locator("[contenteditable=true]").first.click()
        page.keyboard.type("Sáng 31/7, hội nghị đã diễn ra.")
        editor.save()
        first = editor.files()

        page.get_by_text("Đường đến trường").first.click()
        editor.write("title", "Đường đến trường ở Ía Đal")
        page.get_by_role("button", name="Hiển thị tùy chọn trình chỉnh sửa").click()
        page.get_by_role("menuitem", name="Chỉnh sửa đường dẫn tĩnh").click()
        give_slug(page, "duong-den-truong")
        editor.save()

        page.get_by_text("Bài có từ trước").first.click()
        editor.write("title", "Bài cũ đã sửa tên")
        editor.save()
        files = editor.files()

    assert [
        url for url in asked if not url.startswith(("http://localhost", "data:", "blob:"))
    ] == []
    slug = "duong-den-truong-o-xa-ia-dal-dak-lak-vuot-kho"
    assert any(path.endswith(f"/{slug}.md") for path in first)
    assert not any(path.endswith(f"/{slug}.md") for path in files)
    for path, data in files.items():
        if path.startswith("content/"):
            target = house.folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)

    kept(house)
    shown(house, slug)


def photo() -> bytes:
    """A photo that tells where it was taken."""
    data, exif = BytesIO(), Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (21.0, 1.0, 1.0)})
    Image.new("RGB", (640, 480), "red").save(data, "JPEG", exif=exif)
    assert Image.open(BytesIO(data.getvalue())).getexif().get_ifd(0x8825)
    return data.getvalue()


def give_slug(page: Page, slug: str) -> None:
    """In the pane at the side."""
    side = page.locator("#entry-sidebar-content")
    assert "Slug" not in side.inner_text()
    assert "Đường dẫn tĩnh" in side.inner_text()
    side.get_by_role("button", name="Chỉnh sửa đường dẫn tĩnh").click()
    side.get_by_role("textbox").last.fill(slug)
    page.keyboard.press("Enter")


def kept(house: House) -> None:
    """The files pass `check`; what was there before means what it meant."""
    reading = read(house.settings)
    assert [one for one in reading.problems if one.severity == "error"] == []
    article = house.article("duong-den-truong")
    assert article.title == "Đường đến trường ở Ía Đal"
    assert article.date.isoformat() == "2020-07-31T05:30:00+07:00"
    assert (article.section, article.campaigns) == ("chinh-tri", ("hoc-tap",))
    assert article.photo.alt == "Đại biểu ngồi kín hội trường"
    with Image.open(house.content / article.photo.file) as image:
        assert (image.format, dict(image.getexif())) == ("WEBP", {})
    old = house.article("bai-cu")
    assert (old.title, old.date.isoformat()) == ("Bài cũ đã sửa tên", "2020-06-30")
    assert (old.tags, old.status) == (("thi đua",), "draft")
    assert old.allow_private.reason == "Tiểu sử đã công bố"
    assert old.body.text == "Nội dung cũ, đậm."


def shown(house: House, old_slug: str) -> None:
    built = build(house.content, house.folder / "output")
    assert built.status == 0, built.out
    page = (built.output / "tin/2020/07/duong-den-truong/index.html").read_text("utf-8")
    assert "hội nghị đã diễn ra" in page
    assert "Đại biểu ngồi kín hội trường" in page
    stub = (built.output / f"tin/2020/07/{old_slug}/index.html").read_text("utf-8")
    assert "/tin/2020/07/duong-den-truong/" in stub
