"""Full samples of units and blocs."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from newsroom.planning.views.changes import NameUntil, UnitStep
from newsroom.planning.views.register import (
    BlocIndexView,
    BlocPost,
    BlocRow,
    BlocView,
    BlocYearView,
    CriterionLine,
    ScoreLine,
    ScoreTable,
    UnitGroup,
    UnitIndexView,
    UnitRow,
    UnitView,
)
from tests.newsroom.rendering.sample_frame import prose
from tests.newsroom.rendering.sample_parts import (
    CARDS,
    UNIT_LINKS,
    UNITS,
    award,
    document,
    event,
    link,
    picture,
)
from tests.newsroom.rendering.sample_progress import run

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
    history=(
        UnitStep(what="succeeded", units=(link("Sở tiền thân (mẫu)"),)),
        UnitStep(date=date(2004, 5, 1), what="founded"),
        UnitStep(date=date(2025, 3, 1), what="renamed", name="Tên mẫu trước sắp xếp"),
    ),
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
