"""A small invented province with something of every kind, for tests that ask about all of it."""

from __future__ import annotations

from typing import Any

from newsroom.records import Slot
from tests.newsroom.builders import (
    CLOSE,
    article,
    attached_file,
    award,
    bloc,
    campaign,
    document,
    event,
    link_to,
    page,
    photo_file,
    section,
    site_info,
    unit,
)

LEAD = article(
    "tin-chinh",
    "<p>Xem ",
    link_to("unit:so-a"),
    "Sở A",
    CLOSE,
    " và ",
    link_to("award:bang-khen"),
    "bằng khen",
    CLOSE,
    " ",
    Slot(what="photo", kind="photo", target="trong.jpg", text="Hội trường"),
    "</p>",
    date="2020-07-31 09:54",
    summary="Sơ kết sáu tháng.",
    campaigns=["dot-mot"],
    units=["so-a"],
    blocs=["khoi-mot"],
    documents=["34-ct"],
    event="so-ket",
    tags=["Sơ kết", "thi đua"],
    photo={"file": "photos/x.jpg", "alt": "Toàn cảnh"},
    attachments=[{"file": "files/bieu.pdf", "title": "Biểu"}],
    corrections=[{"date": "2020-08-01 07:00", "text": "Sửa một con số."}],
    aliases=["/tin-cu/so-ket"],
    counterpart="first-half",
)


def province() -> tuple[Any, ...]:
    """All its records and files."""
    return (
        site_info(
            url="https://example.vn",
            contacts=[{"name": "Bà Mẫu", "unit": "so-a", "phone": "000"}],
            links=[{"name": "Cổng tỉnh", "url": "https://tinh.example"}],
            security={"contact": "mailto:an-toan@example.vn", "expires": "2021-06-30"},
            trust_badge={"image": "photos/nhan.png", "url": "https://nhan.example"},
        ),
        section("chinh-tri", description="Việc chung."),
        section("kinh-te"),
        LEAD,
        article("cu-hon", date="2019-12-31", section="kinh-te", units=["so-cu"], genre="notice"),
        article("het-han", date="2020-05-01", expires="2020-06-01", tags=["hết"]),
        article(
            "da-go",
            date="2020-05-02",
            status="withdrawn",
            withdrawal={"date": "2020-05-03", "reason": "Số liệu chưa có văn bản xác nhận"},
        ),
        article("first-half", date="2020-07-31", language="en", counterpart="tin-chinh"),
        *_campaigns(),
        *_register(),
        page("gioi-thieu"),
        page("lien-he"),
        page("about", language="en", counterpart="gioi-thieu"),
        photo_file("photos/x.jpg", digest="aaaaaaaabb", width=2000, height=1000),
        photo_file("photos/trong.jpg", digest="bbbbbbbbcc", width=300, height=200),
        photo_file("photos/nhan.png", digest="cccccccc", width=600, height=200, format="png"),
        photo_file("photos/khong-dung.jpg", digest="dddddddd"),
        attached_file("files/bieu.pdf", digest="eeeeeeeeff"),
    )


def _campaigns() -> tuple[Any, ...]:
    return (
        campaign(
            "dung-hen",
            name="Đúng hẹn với dân",
            start="2020-01-15",
            end="2020-12-31",
            launched_by={"unit": "so-a"},
            documents=[{"document": "34-ct", "role": "launch"}],
            targets=[
                {
                    "label": "Hồ sơ đúng hẹn",
                    "value": 98,
                    "unit": "%",
                    "progress": [{"date": "2020-06-30", "value": "96.4", "source": "34-ct"}],
                }
            ],
            milestones=[
                {"kind": "launch", "date": "2020-01-15", "article": "cu-hon"},
                {"kind": "interim_review", "date": "2020-07-29", "event": "so-ket"},
                {"kind": "final_review", "date": "2020-12-20"},
            ],
            units=["so-a"],
            contact={"unit": "so-a", "name": "Ông Mẫu"},
            aliases=["/phong-trao-cu/"],
        ),
        campaign("dot-mot", name="Đợt một", parent="dung-hen", blocs=["khoi-mot"]),
    )


def _register() -> tuple[Any, ...]:
    return (
        unit(
            "so-a",
            name="Sở A",
            former_names=[{"name": "Ty A", "until": "2020-08-01"}],
            successors=[],
        ),
        unit("so-cu", name="Sở Cũ", ended="2020-03-01", successors=["so-a"]),
        bloc(
            "khoi-mot",
            years=[
                {"year": 2019, "head": "so-cu", "members": ["so-cu", "so-a"]},
                {
                    "year": 2020,
                    "head": "so-a",
                    "members": ["so-a"],
                    "pledge": "34-ct",
                    "scores": {
                        "decision": "34-ct",
                        "published": True,
                        "rows": [{"unit": "so-a", "total": "97.25", "rank": 1}],
                    },
                },
            ],
        ),
        document("34-ct", number="34-CT/TW", files=[{"file": "files/bieu.pdf"}]),
        document("05-ct", number="05-CT/TW", replaces=["34-ct"], issued="2016-05-15"),
        event("so-ket", campaign="dung-hen", bloc="khoi-mot", venue="Nhà khách"),
        event("sap-toi", start="2020-09-01"),
        award(
            "bang-khen",
            recipient={"type": "collective", "unit": "so-a"},
            decision="34-ct",
            campaign="dung-hen",
            period="2020",
        ),
        award("co", recipient={"type": "individual", "name": "Bà Mẫu", "unit": "so-a"}),
    )
