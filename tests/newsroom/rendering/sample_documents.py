"""Full samples of documents, events and awards."""

from __future__ import annotations

from datetime import date, datetime

from newsroom.planning.views.changes import ChangeIndexView, RegisteredChange
from newsroom.planning.views.documents import (
    AwardIndexView,
    DocumentIndexView,
    DocumentView,
    EventIndexView,
    EventMonthView,
    EventView,
)
from tests.newsroom.rendering.sample_frame import prose
from tests.newsroom.rendering.sample_parts import (
    CARDS,
    award,
    document,
    download,
    event,
    link,
    numbered_pager,
    pager,
    picture,
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
    title="Văn bản",
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

EVENT_MONTH = EventMonthView(
    title="Lịch tháng 11 năm 2026",
    cards=EVENT_INDEX.cards,
    before=link("Tháng 10 năm 2026"),
    after=link("Tháng 12 năm 2026"),
)
CORRECTIONS = ChangeIndexView(
    title="Đính chính, gỡ bài",
    changes=(
        RegisteredChange(
            date=date(2026, 10, 6),
            what="corrected",
            text="Số liệu mẫu được ghi lại.",
            article=link("Tin mẫu"),
        ),
        RegisteredChange(
            date=date(2026, 9, 1),
            what="withdrawn",
            text="Số liệu mẫu chưa được xác nhận.",
            section=link("Chuyên mục mẫu"),
        ),
    ),
    pager=pager(),
)
