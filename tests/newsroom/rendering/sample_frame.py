"""What stands around every sample page, and the body that stands in it."""

from __future__ import annotations

from datetime import date, datetime

from newsroom.planning.views.page import Alternate, Chrome, Colophon, Head, MenuItem
from newsroom.planning.views.shared import Fill, Prose
from newsroom.records.body import Body, Slot
from tests.newsroom.rendering.sample_parts import SUMMARY, link, picture

MENU = (
    ("home", "Trang chủ"),
    ("news", "Tin tức"),
    ("campaigns", "Phong trào thi đua"),
    ("blocs", "Khối, cụm thi đua"),
    ("units", "Cơ quan, đơn vị"),
    ("documents", "Văn bản"),
    ("awards", "Khen thưởng"),
    ("events", "Lịch sự kiện"),
    ("search", "Tìm kiếm"),
)
AFTER_PHOTO = (
    "<figcaption>Ảnh mẫu trong bài</figcaption></figure>"
    "<table><thead><tr><th>Đơn vị</th><th>Điểm</th></tr></thead>"
    "<tbody><tr><td>Sở Mẫu</td><td>98</td></tr></tbody></table>"
    "<ul><li>Một</li><li>Hai</li></ul><blockquote><p>Trích mẫu.</p></blockquote>"
    "<p><code>6 tháng</code></p>"
)


def prose() -> Prose:
    """A body with a link, a document number, a photo, a table, code and a heading."""
    text = "Trong 6 tháng, các đơn vị mẫu đã bám sát kế hoạch và giao ước thi đua đã ký. " * 4
    body = Body(
        parts=(
            f"<p>Đoạn mở đầu mẫu, viết ngày 29/7/2026. {text}</p><h2>Việc đã làm</h2><p>Xem ",
            "phong trào",
            " và thực hiện ",
            f".</p><p>{text}./.</p><figure>",
            AFTER_PHOTO,
        ),
        slots=(
            Slot(what="open", kind="campaign", target="mau"),
            Slot(what="close"),
            Slot(what="number", text="Kế hoạch số 12/KH-UBND ngày 9/1/2026", target="12/KH-UBND"),
            Slot(what="photo", target="mau.jpg", text="Ảnh mẫu"),
        ),
    )
    fills = (
        Fill(href="/phong-trao/mau/"),
        Fill(),
        Fill(href="/van-ban/mau/"),
        Fill(picture=picture()),
    )
    return Prose(body=body, fills=fills)


def head(template: str) -> Head:
    """A head with all that previews and search engines may read."""
    return Head(
        title=f"Trang mẫu {template}",
        description=SUMMARY,
        canonical="https://mau.example/tin/2026/11/mau/",
        kind="article",
        image="https://mau.example/anh/mau.jpg",
        image_width=1200,
        image_height=630,
        image_alt="Ảnh mẫu",
        published=datetime.fromisoformat("2026-11-20T08:30:00+07:00"),
        modified=date(2026, 11, 21),
        alternates=(
            Alternate(href="https://mau.example/en/", hreflang="en"),
            Alternate(href="/feed.atom", type="application/atom+xml", title="Tin Thi Đua"),
        ),
        graph=(
            '{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle", '
            f'"headline": "Mẫu </script> & thử", "description": "{SUMMARY}"}}]}}'
        ).encode(),
    )


def chrome(language: str = "vi") -> Chrome:
    """The frame of every page, with sample data declared."""
    colophon = Colophon(
        owner="Cơ quan mẫu của tỉnh",
        responsible="Bộ phận biên tập (mẫu)",
        address="Số 1, đường Mẫu, tỉnh Mẫu",
        phone="(0000) 000 000",
        email="bientap@tinh.example",
        licence="Giấy phép mẫu số 01",
        pages=tuple(map(link, ("Giới thiệu", "Liên hệ", "Bảo vệ dữ liệu cá nhân"))),
        tools=tuple(map(link, ("Dữ liệu mở", "Nguồn tin", "Lưu trữ", "Sơ đồ trang"))),
        social=(link("Trang mạng xã hội (mẫu)"),),
        links=(link("Cơ quan cấp trên (mẫu)"),),
        badge=picture(),
        badge_href="https://nhan.example/",
    )
    return Chrome(
        language="en" if language == "en" else "vi",
        site_name="Tin Thi Đua",
        tagline="Trang tin phong trào thi đua của các cơ quan tỉnh (mẫu)",
        home="/",
        search="/tim-kiem/",
        menu=tuple(MenuItem(key=key, text=text, href=f"/{key}/") for key, text in MENU),
        colophon=colophon,
        sample=True,
        other_language=link("English"),
    )
