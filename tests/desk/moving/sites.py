"""Old sites for tests, and the content folder that they are brought to."""

from __future__ import annotations

import os
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from PIL import Image

from desk.moving.bringing import bring
from desk.moving.old import OldSite
from desk.moving.pelican.site import PelicanSite
from desk.moving.reporting import Report
from desk.moving.wordpress.site import WordPressSite
from newsroom.reading import read
from newsroom.settings import Settings
from tests.building import ROOT, Build, build
from vietnamese import parse_date

SITE = "name: Trang thử\nowner: Cơ quan thử\nurl: https://thu.example\n"


class House:
    """A content folder with little in it, and an old site beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = folder / "content"
        self.put("site.yaml", SITE)
        self.put("sections/chinh-tri.yaml", "name: Chính trị\norder: 1\n")
        self.old = folder / "cu"
        self.old.mkdir()

    def put(self, file: str, text: str) -> None:
        path = self.content / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def lay(self, file: str, content: str | bytes) -> Path:
        """A file of the old site."""
        path = self.old / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    @property
    def settings(self) -> Settings:
        now: Any = parse_date("2026-11-22 08:00")
        return Settings(
            content=self.content,
            output=self.folder / "output",
            cache=self.folder / "cache",
            theme=ROOT / "theme",
            now=now,
        )

    def pelican(self, *, accept: bool = True) -> Report:
        return self.bring(PelicanSite(self.old), accept=accept)

    def wordpress(self, export: str, *, accept: bool = True, uploads: bool = True) -> Report:
        path = self.folder / "xuat.xml"
        path.write_text(export, "utf-8")
        return self.bring(WordPressSite(path, self.old if uploads else None), accept=accept)

    def bring(self, site: OldSite, *, accept: bool = True) -> Report:
        return bring(site, self.settings, accept=accept)

    def fill(self, table: str, name: str, cell: str) -> None:
        """What the editor writes in a row of the table."""
        path = self.folder / table
        book = load_workbook(path)
        sheet = book["Bảng chuyển"]
        row = next(one for one in sheet.iter_rows(min_row=2) if one[1].value == name)
        row[3].value = cell
        book.save(path)

    def article(self, id: str) -> Any:
        records: Any = read(self.settings).records
        return records.article[id]

    def text(self, id: str) -> str:
        path = next((self.content / "articles").rglob(f"{id}.md"))
        return path.read_text("utf-8")

    def files(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.content).as_posix(): path.read_bytes()
            for path in sorted(self.content.rglob("*"))
            if path.is_file()
        }

    def build(self) -> Build:
        return build(self.content, self.folder / "output")


def picture(colour: str = "red", format: str = "JPEG") -> bytes:
    data = BytesIO()
    Image.new("RGB", (64, 48), colour).save(data, format)
    return data.getvalue()


def told(report: Report) -> str:
    """All that a report says."""
    return "\n".join([*report.on_screen(), report.path.read_text("utf-8")])


NAMESPACES = (
    'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"'
)


def post(number: int = 1, content: str = "<p>Nội dung.</p>", **more: Any) -> str:
    """An item of an export as WordPress writes it."""
    given: dict[str, Any] = {
        "title": f"Bài {number}",
        "name": f"bai-{number}",
        "link": f"https://cu.example/2015/03/bai-{number}/",
        "date": "2015-03-02 06:30:00",
        "date_gmt": "2015-03-01 23:30:00",
        "type": "post",
        "status": "publish",
        "excerpt": "",
        "meta": {},
        "terms": [("category", "tin-tuc", "Tin tức")],
        "extra": "",
        **more,
    }
    terms = "".join(
        f'<category domain="{domain}" nicename="{nicename}"><![CDATA[{name}]]></category>'
        for domain, nicename, name in given["terms"]
    )
    meta = "".join(
        f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key>"
        f"<wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>"
        for key, value in given["meta"].items()
    )
    return f"""<item><title>{escape(given["title"])}</title><link>{escape(given["link"])}</link>
<pubDate>Sun, 01 Mar 2015 23:30:00 +0000</pubDate><dc:creator><![CDATA[lan]]></dc:creator>
<content:encoded><![CDATA[{content}]]></content:encoded>
<excerpt:encoded><![CDATA[{given["excerpt"]}]]></excerpt:encoded>
<wp:post_id>{number}</wp:post_id><wp:post_date>{given["date"]}</wp:post_date>
<wp:post_date_gmt>{given["date_gmt"]}</wp:post_date_gmt>
<wp:post_name>{given["name"]}</wp:post_name><wp:status>{given["status"]}</wp:status>
<wp:post_type>{given["type"]}</wp:post_type>{given["extra"]}{terms}{meta}</item>"""


def attachment(number: int, file: str, *, alt: str = "", caption: str = "") -> str:
    address = f"https://cu.example/wp-content/uploads/{file}"
    return post(
        number,
        "",
        type="attachment",
        status="inherit",
        excerpt=caption,
        terms=[],
        meta={"_wp_attachment_image_alt": alt} if alt else {},
        extra=f"<wp:attachment_url>{address}</wp:attachment_url>",
    )


def export(*items: str) -> str:
    return f"""<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" {NAMESPACES}><channel><title>Trang cũ</title><link>https://cu.example</link>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://cu.example</wp:base_blog_url>
<wp:author><wp:author_login>lan</wp:author_login>
<wp:author_display_name><![CDATA[Nguyễn Lan]]></wp:author_display_name></wp:author>
{os.linesep.join(items)}
</channel></rss>"""
