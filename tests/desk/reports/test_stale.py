from __future__ import annotations

import pytest

from desk.reports.paper import Paper
from tests.desk.reports.papers import left, under
from tests.newsroom.builders import article, bloc, campaign, document, event, page, unit
from tests.newsroom.builders import number as named

UNREVIEWED = "PHONG TRÀO ĐÃ KẾT THÚC, CHƯA TỔNG KẾT"
UNMEASURED = "CHỈ TIÊU ĐÃ ĐẾN HẠN, CHƯA CÓ SỐ LIỆU TÍNH ĐẾN HẠN"
OUTDATED = "VĂN BẢN HẾT HIỆU LỰC NHƯNG VẪN ĐƯỢC DẪN"
ENDED = {"start": "2019-01-01", "end": "2020-06-30"}


def silent(paper: Paper) -> list[str]:
    return under(paper, "CƠ QUAN, ĐƠN VỊ KHÔNG CÓ TIN TRONG 12 THÁNG QUA")


def test_a_campaign_past_its_end_without_a_final_review_is_told() -> None:
    going = campaign("b", start="2019-01-01", end="2020-12-31")

    assert under(left(campaign("a", **ENDED), going), UNREVIEWED) == [
        "1 | Phong trào a | a | 30/06/2020"
    ]


@pytest.mark.parametrize(
    "reviewed",
    [
        {"milestones": [{"kind": "final_review", "date": "2020-07-10"}]},
        {"documents": [{"document": "bc", "role": "final"}]},
    ],
)
def test_a_final_review_on_record_is_enough(reviewed: dict[str, object]) -> None:
    made = campaign("a", **ENDED, **reviewed)

    assert under(left(made, document("bc")), UNREVIEWED) == ["Không có."]


def test_a_final_review_that_is_still_to_come_is_not_one() -> None:
    coming = event("e", kind="final_review", start="2020-09-01", campaign="a")
    held = event("h", kind="final_review", start="2020-07-01", campaign="b")
    planned = {"kind": "final_review", "date": "2020-09-01"}
    made = (
        campaign("a", **ENDED),
        campaign("b", **ENDED),
        campaign("c", **ENDED, milestones=[planned]),
    )

    assert under(left(*made, coming, held), UNREVIEWED) == [
        "1 | Phong trào a | a | 30/06/2020",
        "2 | Phong trào c | c | 30/06/2020",
    ]


def test_targets_past_due_without_a_figure_of_that_day_or_later_are_told() -> None:
    target = {"label": "Hồ sơ", "value": 98, "unit": "%", "due": "2020-07-31"}
    known = {"label": "Xã", "value": 9, "due": "2020-07-31"}
    made = campaign(
        "a",
        targets=[
            {**target, "progress": [{"date": "2020-05-31", "value": "96.4"}]},
            target,
            {**known, "progress": [{"date": "2020-07-31", "value": 9}]},
            {"label": "Sau", "value": 9, "due": "2020-08-01"},
        ],
    )

    assert under(left(made), UNMEASURED) == [
        "1 | Hồ sơ | Phong trào a | 98% | 31/07/2020 | chưa có",
        "2 | Hồ sơ | Phong trào a | 98% | 31/07/2020 | 96,4%, ngày 31/05/2020",
    ]


def test_units_that_stand_and_had_no_news_for_so_long_are_told_with_the_last() -> None:
    news = (
        article("moi", date="2020-07-01", units=["a"]),
        article("cu", date="2019-01-01", units=["b"]),
    )
    found = left(unit("a"), unit("b"), unit("c"), unit("d", ended="2019-06-30"), *news)

    assert silent(found) == [
        "1 | Đơn vị b | b | 01/01/2019: Tin cu",
        "2 | Đơn vị c | c | chưa có bài nào",
    ]


def test_expired_documents_that_something_cites_are_told_with_where() -> None:
    old = document("cu", number="1/KH-UBND", type="plan", expired="2020-01-01")
    cited = (
        campaign("a", documents=[{"document": "cu", "role": "plan"}]),
        bloc("k", years=[{"year": 2020, "regulation": "cu"}, {"year": 2019, "pledge": "cu"}]),
        page("p", named("1/KH-UBND")),
        article("sau", date="2020-07-01", documents=["cu"]),
        article("truoc", date="2019-07-01", documents=["cu"]),
        document("yen", expired="2020-01-01"),
        document("con"),
    )

    (line,) = under(left(old, *cited), OUTDATED)

    assert line.endswith(
        "| 01/01/2020 | campaign:a; bloc:k; page:p; article:sau;"
        " article:truoc (đăng khi văn bản còn hiệu lực)"
    )


def test_a_document_that_was_replaced_says_by_which() -> None:
    old, new = (
        document("cu"),
        document("moi", number="2/CT-TW", effective="2020-01-01", replaces=["cu"]),
    )
    (line,) = under(left(old, new, article("a", documents=["cu"])), OUTDATED)

    assert "| được thay thế bởi 2/CT-TW | article:a" in line
