"""The small invented views that sample pages are made of."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from newsroom.planning.views.campaigns import (
    CampaignRun,
    FigureView,
    MilestoneState,
    MilestoneView,
    TargetState,
    TargetView,
)
from newsroom.planning.views.news import Download
from newsroom.planning.views.page import Alternate, Chrome, Colophon, Head, MenuItem
from newsroom.planning.views.shared import (
    ArticleCard,
    AwardCard,
    ContactLine,
    DocumentCard,
    EventCard,
    Fill,
    Link,
    MonthGroup,
    Pager,
    Picture,
    Prose,
    Rendition,
    State,
)
from newsroom.records.body import Body, Slot

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
    offered = tuple(
        Rendition(
            href=f"/anh/mau-{width}.{ending}", width=width, height=width * 2 // 3, format=format
        )
        for format, ending in (("jpeg", "jpg"), ("avif", "avif"))
        for width in (400, 800, 1200)
    )
    return Picture(
        alt="Ảnh mẫu: hội trường trống",
        width=1200,
        height=800,
        renditions=offered,  # type: ignore[arg-type] # the loop holds only the two formats
        caption="Toàn cảnh hội nghị (mẫu).",
        credit="Bộ phận biên tập mẫu",
        rights="Được phép dùng lại.",
    )


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


def figure(month: int, value: str) -> FigureView:
    """A figure at the end of a month of 2026."""
    return FigureView(date=date(2026, month, 28), value=Decimal(value), source=link("88/BC-MAU"))


def target(state: TargetState, label: str, value: str = "", unit: str = "%") -> TargetView:
    """A target of 98 (of 60 for what is not a rate), with one figure or none."""
    goal = Decimal(98 if unit == "%" else 60)
    latest = figure(10, value) if value else None
    most = max(goal, latest.value) if latest and unit != "%" else Decimal(100)
    return TargetView(
        label=label,
        unit=unit,
        goal=goal,
        baseline=Decimal("91.2"),
        due=date(2026, 12, 31),
        figures=(figure(6, "31.5"), latest) if latest else (),
        latest=latest,
        state=state,
        gap=goal - latest.value if latest else None,
        share=(latest.value * 100 / goal).quantize(Decimal(1)) if latest else None,
        value_at=(latest.value * 100 / most).quantize(Decimal("0.1")) if latest else Decimal(0),
        goal_at=(goal * 100 / most).quantize(Decimal("0.1")),
    )


def targets() -> tuple[TargetView, ...]:
    """One target in each state."""
    return (
        target("below", "Hồ sơ trả đúng hẹn (mẫu)", "96.4"),
        target("over", "Bộ phận một cửa cấp xã số hóa hồ sơ (mẫu)", "66", "nơi"),
        target("reached", "Dịch vụ công trực tuyến có phát sinh hồ sơ (mẫu)", "98"),
        target("none", "Người dân đánh giá hài lòng (mẫu)"),
    )


def milestones() -> tuple[MilestoneView, ...]:
    """Five milestones, one at least in each state."""
    rows: tuple[tuple[str, str, MilestoneState, str], ...] = (
        ("launch", "2026-01-15", "done", "0"),
        ("pledge", "2026-02-28", "done", "12.1"),
        ("inspection", "2026-09-30", "missed", "70.7"),
        ("voting", "2026-12-04", "next", "88.5"),
        ("commendation", "2027-01-15", "later", "100"),
    )
    return tuple(
        MilestoneView(
            kind=kind,
            date=date.fromisoformat(day),
            state=state,
            position=Decimal(position),
            title="Kiểm tra chéo giữa các đơn vị (mẫu)" if kind == "inspection" else "",
            event=link("Lễ phát động (mẫu)") if state == "done" else None,
            article=link("Tin lễ phát động (mẫu)") if state == "done" else None,
        )
        for kind, day, state, position in rows
    )


def run(state: State = "ongoing", which: int = 0, depth: int = 0) -> CampaignRun:
    """A campaign in a list, with one of the targets."""
    return CampaignRun(
        href=f"/phong-trao/mau-{which}/",
        name="“Đúng hẹn với dân” năm 2026 (mẫu)",
        state=state,
        start=date(2026, 1, 15),
        end=date(2026, 12, 31),
        launched_by="Ủy ban nhân dân tỉnh (mẫu)",
        target=targets()[which % 4],
        next_milestone=milestones()[3],
        depth=depth,
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


def prose() -> Prose:
    """A body with a link, a document number, a photo, a table, code and a heading."""
    text = "Trong 6 tháng, các đơn vị mẫu đã bám sát kế hoạch và giao ước thi đua đã ký. " * 4
    body = Body(
        parts=(
            f"<p>Đây là đoạn mở đầu của bài mẫu, viết ngày 29/7/2026. {text}</p>"
            "<h2>Việc đã làm</h2><p>Xem ",
            "phong trào",
            " và thực hiện ",
            f".</p><p>{text}</p><figure>",
            "<figcaption>Ảnh mẫu trong bài</figcaption></figure><table><thead><tr><th>Đơn vị</th>"
            "<th>Điểm</th></tr></thead><tbody><tr><td>Sở Mẫu</td><td>98</td></tr></tbody></table>"
            "<ul><li>Một</li><li>Hai</li></ul><blockquote><p>Trích mẫu.</p></blockquote>"
            f"<p><code>6 tháng</code></p><p>{text}./.</p>",
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
        graph='{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle", '
        f'"headline": "Mẫu </script> & thử", "description": "{SUMMARY}"}}]}}',
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
