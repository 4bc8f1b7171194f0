"""The small invented views that sample pages are made of."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from newsroom.planning.views.news import Download
from newsroom.planning.views.shared import (
    ArticleCard,
    AwardCard,
    ContactLine,
    DocumentCard,
    EventCard,
    Link,
    MonthGroup,
    Pager,
    Picture,
    Rendition,
)

TITLES = (
    "Chín trên mười hai sở mẫu đạt chỉ tiêu trả hồ sơ đúng hẹn trước kỳ bình xét",
    "Khối thi đua mẫu thống nhất lịch chấm điểm chéo cuối năm",
    "Thêm 6 xã mẫu số hóa xong hồ sơ tại bộ phận một cửa",
    "Một phòng bốn người, ba nghìn hồ sơ, không hồ sơ nào trễ hẹn (mẫu)",
    "Công bố số liệu đúng hẹn tháng 10",
    "Hỏi đáp mẫu: hồ sơ xin bổ sung được tính hạn thế nào?",
)
SUMMARY = (
    "Còn 3 đơn vị mẫu dưới mức 98%. Kết quả tự chấm được đăng đầy đủ trước phiên bình xét ngày "
    "4 tháng 12 để cơ quan khác và người dân đối chiếu."
)


def link(text: str, note: str = "", href: str = "/mau/") -> Link:
    """A link to a made-up address."""
    return Link(text=text, href=href, note=note)


def picture() -> Picture:
    """A photo of 1,200 × 800 in three widths and two formats."""
    widths = (400, 800, 1200)
    jpeg = tuple(_rendition(width, "jpeg") for width in widths)
    avif = tuple(_rendition(width, "avif") for width in widths)
    return Picture(
        alt="Ảnh mẫu: hội trường trống",
        width=1200,
        height=800,
        renditions=(*jpeg, *avif),
        caption="Toàn cảnh hội nghị (mẫu).",
        credit="Bộ phận biên tập mẫu",
        rights="Được phép dùng lại.",
    )


def _rendition(width: int, format: Literal["jpeg", "avif"]) -> Rendition:
    href = f"/anh/mau-{width}.{format[:4].replace('jpeg', 'jpg')}"
    return Rendition(href=href, width=width, height=width * 2 // 3, format=format)


def card(n: int = 0, *, photo: bool = False, day: int = 20, genre: str = "news") -> ArticleCard:
    """An article in a list."""
    return ArticleCard(
        href=f"/tin/2026/11/mau-{n}/",
        title=TITLES[n % len(TITLES)],
        date=datetime.fromisoformat(f"2026-11-{day:02}T08:30:00+07:00"),
        summary=SUMMARY if n % 3 == 0 else "",
        section=link("Chính trị"),
        campaign=link("“Đúng hẹn với dân” (mẫu)") if n % 2 else None,
        genre=genre,
        picture=picture() if photo else None,
    )


def document(n: int = 0, role: str = "", status: str = "in_force") -> DocumentCard:
    """A document in a list."""
    return DocumentCard(
        href=f"/van-ban/mau-{n}/",
        number=f"{12 + n}/KH-UBND",
        type="plan",
        issuer="Ủy ban nhân dân tỉnh (mẫu)",
        issued=date(2026, 1, 9),
        abstract="Kế hoạch phát động phong trào thi đua “Đúng hẹn với dân” năm 2026 (mẫu)",
        role=role,
        status=status,
    )


def event(n: int = 0, days: int = 1) -> EventCard:
    """An event in a list; one of several days has an end."""
    start = datetime.fromisoformat(f"2026-12-{4 + n:02}T14:00:00+07:00")
    return EventCard(
        href=f"/lich/mau-{n}/",
        title="Bình xét “Đúng hẹn với dân” (mẫu)",
        kind="voting",
        start=start,
        end=date(2026, 12, 3 + n + days) if days > 1 else None,
        venue="Hội trường tầng 2 (mẫu)",
        campaign=link("“Đúng hẹn với dân” (mẫu)"),
    )


def award(n: int = 0, *, revoked: bool = False) -> AwardCard:
    """An award in a table."""
    return AwardCard(
        anchor=f"mau-{n}",
        href=f"/khen-thuong/2025/#mau-{n}",
        title="Tập thể lao động xuất sắc",
        kind="emulation_title",
        recipient_type="collective",
        recipient=link("Sở Mẫu"),
        role="Phòng nghiệp vụ",
        unit=link("Sở Mẫu"),
        level="Cấp tỉnh",
        period="Năm 2025",
        decision=link("1902/QĐ-UBND, 12/12/2025"),
        campaign=link("“Đúng hẹn với dân” (mẫu)"),
        conferred=date(2025, 12, 12),
        revoked_on=date(2026, 2, 1) if revoked else None,
        revoked_reason="Hồ sơ mẫu kê khai không đúng." if revoked else "",
        revoked_under=link("77/QĐ-UBND, 30/1/2026") if revoked else None,
    )


def months(each: int = 10) -> tuple[MonthGroup, ...]:
    """Twice as many articles in two months."""
    return tuple(
        MonthGroup(
            month=date(2026, month, 1),
            cards=tuple(card(n, photo=n % 4 == 0, day=20 - n) for n in range(each)),
        )
        for month in (11, 10)
    )


def pager(numbered: int = 3) -> Pager:
    """The pager of a list's own address."""
    pages = tuple(Link(text=str(n), href=f"/tin/trang/{n}/") for n in range(numbered, 0, -1))
    return Pager(older=pages[0].href, oldest=pages[-1].href, pages=pages, total=20 * numbered + 15)


def numbered_pager() -> Pager:
    """The pager of page 2 of 3."""
    return Pager(
        page=2,
        newest="/tin/",
        newer="/tin/trang/3/",
        older="/tin/trang/1/",
        oldest="/tin/trang/1/",
    )


def download() -> Download:
    """A file to take away."""
    return Download(href="/tep/mau.pdf", title="Phụ lục mẫu", format="PDF", size=214_000)


def contact() -> ContactLine:
    """An official to ask."""
    return ContactLine(
        name="Bộ phận biên tập (mẫu)",
        role="Đầu mối phong trào",
        unit=link("Sở Mẫu"),
        phone="(0000) 000 000",
        email="bientap@tinh.example",
    )


UNITS = (
    "Sở Nội vụ",
    "Sở Tài chính",
    "Sở Tư pháp",
    "Thanh tra tỉnh",
    "Văn phòng Ủy ban nhân dân tỉnh",
    "Sở Giáo dục và Đào tạo",
)
UNIT_LINKS = tuple(link(f"{name} (mẫu)") for name in UNITS)
CARDS = tuple(card(n, day=20 - n) for n in range(3))
