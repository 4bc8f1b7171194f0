"""Full samples of news, campaigns and standing pages."""

from __future__ import annotations

from datetime import date, datetime

from newsroom.planning.views.campaigns import (
    CampaignGroup,
    CampaignIndexView,
    CampaignView,
    PhaseView,
)
from newsroom.planning.views.changes import (
    CorrectionNote,
)
from newsroom.planning.views.data import (
    DataColumn,
    DataDictionaryView,
    DataFile,
    DataIndexView,
    DataKind,
)
from newsroom.planning.views.news import (
    ArchiveView,
    ArchiveYear,
    ArticleView,
    HomeView,
    ListingView,
    SectionBrief,
    WithdrawnView,
)
from newsroom.planning.views.search import SearchView
from newsroom.planning.views.shared import Link, Pager
from newsroom.planning.views.standing import (
    AccessibilityView,
    EnglishHomeView,
    LinkGroup,
    StandingPageView,
    WaysView,
)
from tests.newsroom.rendering.sample_frame import prose
from tests.newsroom.rendering.sample_parts import (
    CARDS,
    SUMMARY,
    TITLES,
    UNIT_LINKS,
    award,
    card,
    contact,
    document,
    download,
    event,
    link,
    months,
    pager,
    picture,
)
from tests.newsroom.rendering.sample_progress import milestones, run, targets

HOME = HomeView(
    lead=card(0, photo=True),
    seconds=(card(1), card(2)),
    events=tuple(event(n) for n in range(4)),
    calendar=link("Xem cả lịch"),
    campaigns=(run(), run(which=1), run("upcoming", 3)),
    all_campaigns=link("Tất cả phong trào"),
    sections=tuple(
        SectionBrief(section=link(name), cards=CARDS)
        for name in ("Chính trị", "Kinh tế – xã hội", "Điển hình tiên tiến")
    ),
    all_news=link("Tất cả tin"),
    documents=tuple(document(n) for n in range(3)),
    all_documents=link("Tất cả văn bản"),
)
ARTICLE = ArticleView(
    title=TITLES[0],
    date=datetime.fromisoformat("2026-11-20T08:30:00+07:00"),
    modified=datetime.fromisoformat("2026-11-21T10:00:00+07:00"),
    genre="review",
    section=link("Chính trị"),
    summary=SUMMARY,
    picture=picture(),
    prose=prose(),
    byline="Nguyễn Văn Mẫu",
    source=link("Trang mẫu"),
    tags=(link("trả hồ sơ"), link("một cửa")),
    period="6 tháng đầu năm 2026",
    tasks_total=7,
    tasks=("Việc mẫu thứ nhất", "Việc mẫu thứ hai"),
    event=event(),
    campaigns=(link("Đúng hẹn với dân (mẫu)", note="ended"),),
    units=UNIT_LINKS[:2],
    blocs=(link("Các cơ quan tham mưu (mẫu)"),),
    documents=(document(), document(1)),
    awards=(award(), award(1, revoked=True)),
    attachments=(download(),),
    corrections=(
        CorrectionNote(date=date(2026, 11, 21), text="Bản đầu ghi 69,4%. Số đúng là 96,4%."),
    ),
    expired_on=date(2026, 12, 31),
    newer=card(3),
    older=card(4),
    related=tuple(card(n) for n in range(4)),
    preview="draft",
)
WITHDRAWN = WithdrawnView(
    date=date(2026, 10, 18),
    reason="số liệu mẫu chưa có văn bản xác nhận.",
    section=link("Chính trị"),
)
LISTING = ListingView(
    label="article.section",
    title="Chính trị",
    description="Hoạt động của các khối, cụm và cơ quan trong phong trào thi đua (mẫu).",
    owner=link("Sở Mẫu"),
    groups=months(),
    pager=pager(),
    feed="/chuyen-muc/chinh-tri/feed.atom",
    ways=(link("Kinh tế"), link("Văn hóa")),
)
ARCHIVE = ArchiveView(
    title="Lưu trữ",
    years=tuple(
        ArchiveYear(
            year=year,
            href=f"/luu-tru/{year}/",
            months=tuple(link(f"Tháng {month}") for month in range(12, 0, -1)),
        )
        for year in (2026, 2025)
    ),
)
CAMPAIGN = CampaignView(
    name="“Đúng hẹn với dân” năm 2026 (mẫu)",
    short_name="“Đúng hẹn với dân”",
    state="ongoing",
    form="thematic",
    short_drive=True,
    scope="province",
    phase="2026–2030",
    phases=(
        PhaseView(
            name="Giai đoạn đầu (mẫu)",
            start=date(2026, 1, 15),
            end=date(2026, 12, 31),
            state="ongoing",
        ),
        PhaseView(name="Giai đoạn sau (mẫu)", start=date(2027, 1, 1), state="upcoming"),
    ),
    audience="Tập thể, cá nhân ở các sở và ủy ban nhân dân cấp xã (mẫu)",
    start=date(2026, 1, 15),
    end=date(2026, 12, 31),
    launched_by=link("Ủy ban nhân dân tỉnh (mẫu)"),
    lead_unit=link("Ban Thi đua – Khen thưởng tỉnh (mẫu)"),
    launch_document=document(),
    children=(run(which=1), run("upcoming", 3, depth=1)),
    next_milestone=milestones()[3],
    milestones=milestones(),
    targets=targets(),
    figure_dates=(date(2026, 6, 28), date(2026, 10, 28)),
    objectives=(
        "Trả kết quả hồ sơ của người dân đúng ngày đã hẹn, ở mọi sở và mọi xã (mẫu).",
        "Nơi nào trễ thì nói rõ vì sao (mẫu).",
    ),
    criteria=("Tỷ lệ hồ sơ trả đúng hẹn (mẫu).", "Mức hài lòng theo khảo sát (mẫu)."),
    prose=prose(),
    results=prose(),
    units=UNIT_LINKS,
    blocs=(link("Khối mẫu"),),
    documents=(document(role="launch"), document(1, role="guide", status="expired")),
    events=(event(), event(1, days=3)),
    news=CARDS,
    all_news="/phong-trao/mau/tin/",
    awards=(award(), award(1, revoked=True)),
    contact=contact(),
    picture=picture(),
    feed="/phong-trao/mau/feed.atom",
    calendar="/phong-trao/mau/lich.ics",
)
CAMPAIGN_INDEX = CampaignIndexView(
    groups=(
        CampaignGroup(state="ongoing", runs=(run(), run(which=1, depth=1))),
        CampaignGroup(state="upcoming", runs=(run("upcoming", 3),)),
        CampaignGroup(state="ended", runs=(run("ended", 2),)),
    )
)
STANDING = StandingPageView(
    title="Liên hệ",
    summary="Cách liên hệ với bộ phận biên tập (mẫu).",
    picture=picture(),
    prose=prose(),
    contacts=(contact(), contact()),
)
ENGLISH = EnglishHomeView(
    title="In English (sample)", pages=(link("About"),), cards=CARDS, pager=Pager()
)
WAYS = WaysView(
    title="Sơ đồ trang",
    text="Các lối vào của trang (mẫu).",
    groups=(
        LinkGroup(title="Tin tức", links=(link("Tin mới"), link("Lưu trữ"))),
        LinkGroup(title="Tra cứu", links=(link("Văn bản"),)),
    ),
)
ACCESSIBILITY = AccessibilityView(title="Hỗ trợ tiếp cận", contact=contact())
DATA = DataIndexView(
    title="Dữ liệu mở",
    licence="Được dùng lại, ghi rõ nguồn (mẫu)",
    files=(
        DataFile(
            kind="campaign",
            title="Phong trào",
            json="/du-lieu/campaign.json",
            csv="/du-lieu/campaign.csv",
            schema="/du-lieu/campaign.schema.json",
        ),
    ),
    dictionary="/du-lieu/tu-dien/",
)
DICTIONARY = DataDictionaryView(
    title="Từ điển dữ liệu",
    kinds=(
        DataKind(
            kind="unit",
            title="Đơn vị",
            text="Đơn vị (mẫu).",
            schema="/du-lieu/unit.schema.json",
            columns=(
                DataColumn(name="id", type="chữ", text="Mã"),
                DataColumn(name="kind", type="mã", text="Loại", choices=(("school", "Trường"),)),
            ),
        ),
    ),
)
SEARCH = SearchView(
    title="Tìm kiếm",
    text="Tìm trong trang mẫu.",
    groups=WAYS.groups,
    kinds=(Link(text="Tin tức", href="tin"), Link(text="Văn bản", href="van-ban")),
    script="/tim-kiem/tim-kiem.js",
    index='{"format":1,"files":"/tim-kiem/chi-muc/","segments":[]}',
)
