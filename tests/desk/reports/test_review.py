from __future__ import annotations

from tests.desk.reports.papers import UNITS, YEAR, lines, reviewed, under
from tests.newsroom.builders import article, award, bloc, campaign, document, event, unit

HELD, LAUNCHED = "Hội nghị, hoạt động đã tổ chức", "Phát động, triển khai phong trào thi đua"
TARGETS, AWARDED = "Kết quả thực hiện từng chỉ tiêu", "Khen thưởng"
REPORTED, AHEAD = "Thông tin, tuyên truyền", "NHIỆM VỤ TIẾP THEO"
RULES = document("quy-che", number="9/QĐ-UBND", type="decision", issued="2020-01-02")
BASE = (bloc("k", years=[YEAR]), *map(unit, UNITS), RULES)


def test_the_blocs_units_stand_in_the_decisions_order_under_its_document() -> None:
    told = under(reviewed(*BASE), "TỔ CHỨC CỦA KHỐI")

    assert told[0] == "Đơn vị trưởng năm 2020: Đơn vị a. [1]"
    assert told[2].endswith("gồm 3 đơn vị: Đơn vị c; Đơn vị a; Đơn vị b. [1]")


def test_a_year_without_a_record_of_the_bloc_is_said_to_be_so() -> None:
    told = under(reviewed(*BASE, period="2019"), "TỔ CHỨC CỦA KHỐI")

    assert told == ["Chưa có bản ghi thành phần của Khối k trong kỳ báo cáo."]


def test_a_campaign_that_began_in_the_period_is_told_with_who_when_and_under_which() -> None:
    made = campaign(
        "c",
        name="Đúng hẹn",
        blocs=["k"],
        start="2020-03-01",
        end="2020-12-31",
        launched_by={"unit": "a"},
        documents=[{"document": "kh", "role": "launch"}, {"document": "sau", "role": "plan"}],
    )
    plan = document("kh", number="1/KH-UBND", type="plan", issued="2020-02-28")
    later = document("sau", issued="2020-09-01")

    told = under(reviewed(*BASE, made, plan, later), LAUNCHED)

    assert told == [
        (
            "Phong trào Đúng hẹn, bắt đầu ngày 01/03/2020, kết thúc ngày 31/12/2020;"
            " cơ quan phát động: Đơn vị a. [2]"
        )
    ]


def test_an_event_about_the_period_counts_though_it_was_held_after_it() -> None:
    held = event(
        "e",
        title="Hội nghị sơ kết",
        start="2020-07-29",
        bloc="k",
        period="2020-H1",
        venue="Nhà khách",
        chair=[{"name": "Bà Mẫu", "roles": ["Trưởng khối"]}],
    )
    later = event("l", start="2020-07-30", bloc="k")

    told = under(reviewed(*BASE, held, later), HELD)

    assert told == [
        (
            "Ngày 29/07/2020: Hội nghị sơ kết; địa điểm: Nhà khách; chủ trì: Bà Mẫu (Trưởng khối)."
            " [chưa có nguồn]"
        )
    ]


def test_an_event_that_is_not_over_was_not_held() -> None:
    coming = event("e", start="2020-06-30", bloc="k")

    told = under(reviewed(*BASE, coming, now="2020-06-01 08:00"), HELD)

    assert told == ["Không có bản ghi sự kiện nào trong kỳ báo cáo."]


def test_a_target_shows_its_last_figure_by_the_periods_end_with_its_source() -> None:
    progress = [
        {"date": "2020-03-31", "value": "90.5", "source": "bc"},
        {"date": "2020-06-30", "value": "96.4", "source": "bc"},
        {"date": "2020-07-31", "value": "97"},
    ]
    target = {"label": "Hồ sơ", "value": 98, "unit": "%", "due": "2020-12-31"}
    made = campaign("c", blocs=["k"], targets=[{**target, "progress": progress}, target])
    source = document("bc", type="report", number="7/BC-UBND", issued="2020-07-01")

    paper = reviewed(*BASE, made, source)

    assert under(paper, TARGETS) == [
        "1 | Hồ sơ | Phong trào c |  | 98% | 31/12/2020 | 96,4% | 30/06/2020 | [2]",
        "2 | Hồ sơ | Phong trào c |  | 98% | 31/12/2020 | chưa có |  | ",
    ]
    assert "Chỉ tiêu “Hồ sơ” chưa có số liệu đến hết kỳ." in list(lines(paper.annex))


def test_awards_name_recipient_day_and_decision_and_a_revoked_one_says_so() -> None:
    given = award(
        "w",
        title="Bằng khen",
        recipient={"type": "collective", "unit": "b"},
        decision="qd",
        conferred="2020-05-19",
        revoked={"date": "2020-06-20"},
    )
    other = award("x", recipient={"type": "collective", "unit": "d"}, conferred="2020-05-19")

    told = under(reviewed(*BASE, given, other, unit("d"), document("qd")), AWARDED)

    assert told == [
        (
            "1 | Đơn vị b | Bằng khen (đã bị thu hồi, hủy bỏ ngày 20/06/2020) | Bằng khen"
            " | 19/05/2020 | [2]"
        )
    ]


def test_only_published_news_of_the_bloc_and_its_units_is_counted() -> None:
    news = (
        article("tin", blocs=["k"], units=["a"], date="2020-05-01"),
        article("nhap", blocs=["k"], units=["b"], date="2020-05-01", status="draft"),
        article("sau", blocs=["k"], units=["b"], date="2020-07-02"),
    )

    paper = reviewed(*BASE, *news)

    assert under(paper, REPORTED) == [
        "“Tin tin”, 01/05/2020, /tin/2020/05/tin/",
        "1 | Đơn vị c | 0",
        "2 | Đơn vị a | 1",
        "3 | Đơn vị b | 0",
    ]
    assert {"Đơn vị b", "Đơn vị c"} <= set(lines(paper.annex))


def test_what_comes_is_looked_for_as_far_ahead_as_the_period_is_long() -> None:
    made = campaign(
        "c",
        blocs=["k"],
        targets=[{"label": "Hồ sơ", "value": 98, "unit": "%", "due": "2020-12-31"}],
        milestones=[
            {"kind": "final_review", "date": "2021-01-05"},
            {"kind": "inspection", "date": "2020-09-15", "title": "Kiểm tra chéo"},
        ],
    )

    told = under(reviewed(*BASE, made), AHEAD)

    assert [line.partition(":")[0] for line in told[:-1]] == ["Ngày 15/09/2020", "Ngày 31/12/2020"]
    assert "Kiểm tra: " not in told[0]  # the title already says which kind


def test_whole_years_are_summed_up_and_parts_of_a_year_reviewed_midway() -> None:
    names = {period: reviewed(*BASE, period=period) for period in ("2020", "2020-Q3", "2020-H2")}

    assert names["2020"].subject == "Tổng kết công tác thi đua, khen thưởng năm 2020"
    assert names["2020"].name == "tong-ket-k-2020"
    assert names["2020-Q3"].subject == "Sơ kết công tác thi đua, khen thưởng quý III/2020"
    assert names["2020-H2"].name == "so-ket-k-2020-H2"


def test_scores_are_named_only_when_published_and_never_ranked() -> None:
    scores = {"decision": "qd", "rows": [{"unit": "a", "total": 97, "rank": 1}]}
    others = (*map(unit, UNITS), RULES, document("qd"))
    for published in (False, True):
        year = YEAR | {"scores": scores | {"published": published}}
        paper = reviewed(bloc("k", years=[year]), *others, period="2020")
        told = " ".join(lines(paper.body))
        assert ("Bảng điểm thi đua năm 2020 đã được công bố." in told) is published
        assert "97" not in told


def test_judgement_is_left_to_people() -> None:
    paper = reviewed(*BASE)
    told = under(paper, "ĐÁNH GIÁ, KIẾN NGHỊ")

    assert told == ["(Đơn vị soạn thảo viết phần này.)"]
