"""Lists of awards: titles above, groups, totals below, merged cells, private columns."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.desk.excel.sheets import Office, told

TITLE = "DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC TẶNG BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH NĂM 2025"
DECISION = "(Kèm theo Quyết định số 2315/QĐ-UBND ngày 22/12/2025 của Ủy ban nhân dân tỉnh)"
HEAD = ["STT", "Họ và tên / Tên tập thể", "Chức vụ", "Đơn vị công tác", "Ngày sinh"]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def usual(office: Office) -> Path:
    return office.sheet(
        [
            [TITLE],
            [DECISION],
            [],
            HEAD,
            [1, 2, 3, 4, 5],
            ["I", "TẬP THỂ"],
            [1, "Sở Tài chính", None, None, None],
            [2, "Phòng Mẫu A", None, "Sở Nội vụ", None],
            ["II", "CÁ NHÂN"],
            [1, "Nguyễn Văn Mẫu", "Chuyên viên", "Sở Nội vụ", date(1990, 1, 2)],
            [2, "Trần Thị Mẫu", None, "Đơn vị lạ", None],
            [None, "Tổng cộng: 2 tập thể, 2 cá nhân"],
            [],
            [None, None, None, "Người lập biểu"],
        ],
        merged=["A1:E1", "A2:E2"],
    )


def test_a_list_as_offices_make_it_becomes_records(office: Office) -> None:
    report = office.bring(usual(office), "award")

    assert report.status == 0, report.lines
    assert office.names("awards") == [
        "bang-khen-nguyen-van-mau-2025.md",
        "bang-khen-phong-mau-a-2025.md",
        "bang-khen-so-tai-chinh-2025.md",
        "bang-khen-tran-thi-mau-2025.md",
    ]
    assert office.text("awards/bang-khen-so-tai-chinh-2025.md") == (
        "---\ntitle: Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh\nkind: certificate_merit\n"
        "recipient:\n  type: collective\n  unit: so-tai-chinh\nperiod: 2025\n"
        "decision: 2315-qd-ubnd-2025\nconferred: 2025-12-22\n---\n"
    )
    person = office.text("awards/bang-khen-nguyen-van-mau-2025.md")
    assert "  type: individual\n  unit: so-noi-vu\n  name: Nguyễn Văn Mẫu\n" in person
    assert "  role: Chuyên viên\n" in person
    assert "1990" not in person


def test_every_row_not_taken_is_told_with_the_reason(office: Office) -> None:
    report = office.bring(usual(office), "award")

    for line in (
        "Dòng 5: không lấy, dòng đánh số cột",
        "Dòng 6: không lấy, dòng tên nhóm hoặc ghi chú: “I TẬP THỂ”",
        "Dòng 12: không lấy, dòng tổng cộng: “Tổng cộng: 2 tập thể, 2 cá nhân”",
        "Dòng 14: không lấy, dòng tên nhóm hoặc ghi chú: “Người lập biểu”",
    ):
        assert line in report.lines
    assert told(report, "“Ngày sinh”: dữ liệu cá nhân")
    assert told(report, "Dòng 11: recipient: Đơn vị trong bảng: Đơn vị lạ")


def test_the_records_pass_the_check(office: Office) -> None:
    office.bring(usual(office), "award")

    new = {f"awards/{name}" for name in office.names("awards")}
    assert [one for one in office.problems() if one.split()[0] in new] == []


def test_a_second_run_changes_nothing_and_an_edit_is_kept(office: Office) -> None:
    file = usual(office)
    office.bring(file, "award")
    edited = office.content / "awards" / "bang-khen-so-tai-chinh-2025.md"
    edited.write_text(edited.read_text("utf-8").replace("Chủ tịch", "Chủ  tịch"), "utf-8")
    before = edited.read_bytes()

    second = office.bring(file, "award")

    assert second.status == 0
    assert "Bản ghi khen thưởng mới: 0" in second.lines
    assert "Không đổi: 4" in second.lines
    assert edited.read_bytes() == before
    assert len(office.names("awards")) == 4


def test_a_row_that_changed_changes_its_record_unless_somebody_edited_it(office: Office) -> None:
    head = ["Họ và tên", "Chức vụ", "Danh hiệu", "Năm", "Đối tượng"]
    one = ["Nguyễn Văn Mẫu", "Chuyên viên", "Lao động tiên tiến", 2025, "cá nhân"]
    two = ["Trần Thị Mẫu", "Văn thư", "Lao động tiên tiến", 2025, "cá nhân"]
    office.bring(office.sheet([head, one, two]), "award")
    edited = office.content / "awards" / "lao-dong-tien-tien-tran-thi-mau-2025.md"
    edited.write_text(edited.read_text("utf-8") + "\nThêm lời.\n", "utf-8")
    one[1] = two[1] = "Trưởng phòng"

    report = office.bring(office.sheet([head, one, two]), "award")

    assert "role: Trưởng phòng" in office.text("awards/lao-dong-tien-tien-nguyen-van-mau-2025.md")
    assert "role: Văn thư" in edited.read_text("utf-8")
    assert told(report, "đã có người sửa, giữ nguyên tệp")


def test_a_record_that_somebody_removed_does_not_come_back(office: Office) -> None:
    file = usual(office)
    office.bring(file, "award")
    (office.content / "awards" / "bang-khen-so-tai-chinh-2025.md").unlink()

    report = office.bring(file, "award")

    assert len(office.names("awards")) == 3
    assert told(report, "đã có người xóa tệp này")


def test_a_record_that_was_there_before_is_left_alone(office: Office) -> None:
    there = office.content / "awards" / "bang-khen-so-tai-chinh-2025.md"
    there.write_text("---\ntitle: Khác\nkind: flag\n---\n", "utf-8")

    report = office.bring(usual(office), "award")

    assert there.read_text("utf-8") == "---\ntitle: Khác\nkind: flag\n---\n"
    assert told(report, "đã có bản ghi này từ trước, giữ nguyên")


def test_namesakes_get_ids_of_their_own_and_keep_them(office: Office) -> None:
    head = ["Họ và tên", "Đơn vị", "Danh hiệu", "Năm"]
    one = ["Nguyễn Văn Mẫu", "Sở Nội vụ", "Lao động tiên tiến", 2025]
    other = ["Nguyễn Văn Mẫu", "Sở Tài chính", "Lao động tiên tiến", 2025]
    office.bring(office.sheet([head, one, other]), "award")
    office.bring(office.sheet([head, other, one]), "award")

    first = office.text("awards/lao-dong-tien-tien-nguyen-van-mau-2025.md")
    second = office.text("awards/lao-dong-tien-tien-nguyen-van-mau-2025-2.md")
    assert ("unit: so-noi-vu" in first, "unit: so-tai-chinh" in second) == (True, True)
    assert len(office.names("awards")) == 2


def test_a_row_twice_is_taken_once(office: Office) -> None:
    row = ["Nguyễn Văn Mẫu", "Lao động tiên tiến", 2025]

    report = office.bring(office.sheet([["Họ tên", "Danh hiệu", "Năm"], row, row]), "award")

    assert "Dòng 3: không lấy, trùng với dòng 2" in report.lines


def test_a_merged_award_holds_for_all_its_rows(office: Office) -> None:
    rows: list[list[Any]] = [
        ["Họ tên", "Danh hiệu", "Năm"],
        ["Nguyễn Văn Mẫu", "Chiến sĩ thi đua cơ sở", 2025],
        ["Trần Thị Mẫu", None, None],
    ]

    office.bring(office.sheet(rows, merged=["B2:B3", "C2:C3"]), "award")

    assert office.names("awards") == [
        "chien-si-thi-dua-nguyen-van-mau-2025.md",
        "chien-si-thi-dua-tran-thi-mau-2025.md",
    ]


def test_an_unknown_award_and_a_bad_date_are_reasons(office: Office) -> None:
    head = ["Họ tên", "Danh hiệu", "Năm", "Ngày quyết định"]
    rows: list[list[Any]] = [
        head,
        ["Nguyễn Văn Mẫu", "Danh xưng lạ", 2025, None],
        ["Trần Thị Mẫu", "Lao động tiên tiến", 2025, "31/2/2025"],
        ["Lê Văn Mẫu", "Lao động tiên tiến", "hai năm", None],
        ["", "Lao động tiên tiến", 2025, "1/2/2025"],
    ]

    report = office.bring(office.sheet(rows), "award")

    assert report.status == 1
    assert told(report, "Dòng 2: không lấy, không rõ “Danh xưng lạ” là danh hiệu")
    assert told(report, "Dòng 3: không lấy, ô D3 “31/2/2025” không phải là ngày")
    assert told(report, "Dòng 4: không lấy, ô C4 “hai năm” không phải là năm")
    assert told(report, "Dòng 5: không lấy, thiếu “Họ và tên, tên tập thể”")


def test_a_year_of_birth_is_never_taken_for_the_year_of_the_award(office: Office) -> None:
    rows: list[list[Any]] = [
        ["Họ tên", "Năm sinh", "Số điện thoại", "Danh hiệu", "Đối tượng"],
        ["Nguyễn Văn Mẫu", 1990, "0900 000 000", "Lao động tiên tiến", "cá nhân"],
    ]

    report = office.bring(office.sheet(rows), "award")

    assert "1990" not in office.text("awards/lao-dong-tien-tien-nguyen-van-mau.md")
    assert told(report, "“Năm sinh”: dữ liệu cá nhân")
    assert told(report, "“Số điện thoại”: dữ liệu cá nhân")
