"""A full sample of every page's view: every field that a template may show is set."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from newsroom.planning.views.campaigns import (
    CampaignGroup,
    CampaignIndexView,
    CampaignView,
)
from newsroom.planning.views.documents import (
    AwardIndexView,
    DocumentIndexView,
    DocumentView,
    EventIndexView,
    EventView,
)
from newsroom.planning.views.news import (
    ArchiveView,
    ArchiveYear,
    ArticleView,
    CorrectionNote,
    HomeView,
    ListingView,
    SectionBrief,
    WithdrawnView,
)
from newsroom.planning.views.register import (
    BlocIndexView,
    BlocPost,
    BlocRow,
    BlocView,
    BlocYearView,
    CriterionLine,
    NameUntil,
    ScoreLine,
    ScoreTable,
    UnitGroup,
    UnitIndexView,
    UnitRow,
    UnitView,
)
from newsroom.planning.views.standing import (
    AccessibilityView,
    DataFile,
    DataIndexView,
    EnglishHomeView,
    LinkGroup,
    StandingPageView,
    WaysView,
)
from tests.newsroom.rendering.sample_parts import (
    SUMMARY,
    TITLES,
    award,
    card,
    contact,
    document,
    download,
    event,
    link,
    milestones,
    months,
    numbered_pager,
    pager,
    picture,
    prose,
    run,
    targets,
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
    audience="Tập thể, cá nhân ở các sở và ủy ban nhân dân cấp xã (mẫu)",
    start=date(2026, 1, 15),
    end=date(2026, 12, 31),
    launched_by=link("Ủy ban nhân dân tỉnh (mẫu)"),
    lead_unit=link("Ban Thi đua – Khen thưởng tỉnh (mẫu)"),
    launch_document=document(),
    parents=(link("Phong trào cả nước (mẫu)"),),
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
UNIT = UnitView(
    name="Sở Nội vụ (mẫu)",
    short_name="SNV",
    kind="government",
    level="province",
    parent=link("Ủy ban nhân dân tỉnh (mẫu)"),
    children=(link("Phòng mẫu"),),
    former_names=(NameUntil(name="Tên mẫu trước sắp xếp", until=date(2025, 2, 28)),),
    founded=date(2004, 5, 1),
    ended=date(2026, 6, 30),
    successors=(link("Sở kế thừa (mẫu)"),),
    predecessors=(link("Sở tiền thân (mẫu)"),),
    address="Số 2, đường Mẫu, tỉnh Mẫu",
    phone="(0000) 000 000",
    email="snv@tinh.example",
    website="https://snv.tinh.example/",
    picture=picture(),
    prose=prose(),
    campaigns=(run(), run("ended", 2)),
    posts=(
        BlocPost(year=2026, bloc=link("Khối tham mưu tổng hợp (mẫu)"), role="head"),
        BlocPost(year=2025, bloc=link("Khối tham mưu tổng hợp (mẫu)"), role="member"),
    ),
    awards=(award(), award(1, revoked=True)),
    news=CARDS,
    all_news="/don-vi/mau/tin/",
    feed="/don-vi/mau/feed.atom",
)
ROWS = tuple(
    UnitRow(href="/don-vi/mau/", name=f"{name} (mẫu)", short_name="M", ended=None)
    for name in UNITS
)
UNIT_INDEX = UnitIndexView(
    letter="",
    letters=(link("Đ", href="#van-d"), link("S", href="#van-s")),
    by_letter=(
        UnitGroup(
            key="Đ",
            anchor="van-d",
            rows=(
                UnitRow(href="/don-vi/dai/", name="Đài mẫu", ended=date(2025, 6, 30)),
                *ROWS[:1],
            ),
        ),
        UnitGroup(key="S", anchor="van-s", rows=ROWS),
    ),
    by_kind=(UnitGroup(key="government", anchor="loai-government", rows=ROWS),),
)
BLOC = BlocView(
    name="Khối các cơ quan tham mưu tổng hợp (mẫu)",
    short_name="Tham mưu tổng hợp",
    kind="bloc",
    organised_by="Hội đồng Thi đua – Khen thưởng tỉnh (mẫu)",
    start=date(2010, 1, 1),
    end=date(2026, 6, 30),
    years=(link("2026"), link("2025")),
    head=UNIT_LINKS[0],
    deputies=UNIT_LINKS[1:2],
    members=UNIT_LINKS,
    latest_year=2026,
    prose=prose(),
    campaigns=(run(),),
    events=(event(),),
    awards=(award(),),
    news=CARDS,
    all_news="/khoi/mau/tin/",
    feed="/khoi/mau/feed.atom",
)
BLOC_INDEX = BlocIndexView(
    rows=tuple(
        BlocRow(
            href=f"/khoi/{n}/",
            name=f"Khối thi đua số {n} (mẫu)",
            kind="bloc" if n != 2 else "cluster",
            year=2026,
            head=UNIT_LINKS[n],
            members=6,
        )
        for n in (1, 2, 3)
    )
)
SCORES = ScoreTable(
    scale=Decimal(100),
    decision=document(),
    criteria=(CriterionLine(group="I. Nhiệm vụ", label="Trả hồ sơ (mẫu)", max=Decimal(40)),),
    lines=tuple(
        ScoreLine(
            unit=unit,
            self_score=Decimal("97.5"),
            bloc_score=Decimal("97.25"),
            bonus=Decimal(1),
            deduction=Decimal(0),
            total=Decimal("98.25") - n,
            rank=n + 1,
        )
        for n, unit in enumerate(UNIT_LINKS)
    ),
    digits=2,
)
BLOC_YEAR = BlocYearView(
    bloc=link("Tham mưu tổng hợp (mẫu)"),
    bloc_name="Khối các cơ quan tham mưu tổng hợp (mẫu)",
    kind="bloc",
    year=2025,
    state="ended",
    years=(link("2026"), link("2025", href=""), link("2024")),
    head=UNIT_LINKS[0],
    deputies=UNIT_LINKS[1:3],
    members=UNIT_LINKS,
    pledge=document(1),
    regulation=document(2),
    tasks_total=7,
    tasks=("Việc mẫu thứ nhất", "Việc mẫu thứ hai"),
    scores=SCORES,
    events=(event(),),
    news=CARDS,
)
DOCUMENT = DocumentView(
    number="12/KH-UBND",
    type="plan",
    issuer="Ủy ban nhân dân tỉnh",
    issued=date(2026, 1, 9),
    abstract="Kế hoạch phát động phong trào thi đua “Đúng hẹn với dân” năm 2026 (mẫu)",
    signer="Nguyễn Văn Mẫu",
    signer_title="Chủ tịch (mẫu)",
    effective=date(2026, 1, 15),
    expired=date(2026, 12, 31),
    status="expired",
    replaces=(document(1),),
    replaced_by=(document(2),),
    amends=(document(3),),
    amended_by=(document(4),),
    files=(download(),),
    official_url="https://vanban.tinh.example/12",
    prose=prose(),
    campaigns=(link("“Đúng hẹn với dân” (mẫu)", note="ongoing"),),
    blocs=(link("Khối mẫu"),),
    events=(event(),),
    awards=(award(),),
    articles=CARDS,
)
DOCUMENT_INDEX = DocumentIndexView(
    cards=tuple(document(n, status="in_force" if n else "expired") for n in range(20)),
    pager=numbered_pager(),
)
EVENT = EventView(
    title="Hội nghị sơ kết 6 tháng (mẫu)",
    kind="interim_review",
    start=datetime.fromisoformat("2026-07-29T08:00:00+07:00"),
    end=date(2026, 7, 30),
    venue="Nhà khách mẫu",
    chair=(link("Nguyễn Văn Mẫu", note="Chánh Văn phòng mẫu"),),
    attending=("Lãnh đạo các đơn vị mẫu",),
    campaign=link("“Đúng hẹn với dân” (mẫu)"),
    bloc=link("Khối mẫu"),
    period="6 tháng đầu năm 2026",
    documents=(document(),),
    picture=picture(),
    prose=prose(),
    articles=CARDS,
)
EVENT_INDEX = EventIndexView(
    coming=(event(), event(1, days=2)),
    cards=tuple(event(n) for n in range(10)),
    pager=pager(),
    calendar="/lich/lich.ics",
)
AWARD_INDEX = AwardIndexView(
    title="Khen thưởng năm 2025",
    year=2025,
    years=(link("2026"), link("2025", href="")),
    cards=tuple(award(n, revoked=n == 1) for n in range(20)),
    pager=pager(30),
)
STANDING = StandingPageView(
    title="Liên hệ",
    summary="Cách liên hệ với bộ phận biên tập (mẫu).",
    picture=picture(),
    prose=prose(),
    contacts=(contact(), contact()),
)
ENGLISH = EnglishHomeView(title="In English (sample)", pages=(link("About"),), cards=CARDS)
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
        ),
    ),
)
