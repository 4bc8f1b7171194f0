"""Lists of units and of documents, and the columns by which both are known."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.desk.excel.sheets import Office, told


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_units_come_with_their_parents_whichever_stands_first(office: Office) -> None:
    rows: list[list[Any]] = [
        ["TT", "Tên đơn vị", "Tên viết tắt", "Trực thuộc", "Loại", "Cấp", "Điện thoại"],
        [1, "Phòng Mẫu Một", "PM1", "Sở Mẫu mới", None, "tỉnh", "0200 000 0009"],
        [2, "Sở Mẫu mới", "SMM", None, "nhà nước", "tỉnh", None],
        [3, "Công ty Mẫu", None, "Đơn vị không có", None, None, None],
    ]

    report = office.bring(office.sheet(rows), "unit")

    assert office.names("units") == ["cong-ty-mau.md", "phong-mau-mot.md", "so-mau-moi.md"]
    assert office.text("units/phong-mau-mot.md") == (
        "---\nname: Phòng Mẫu Một\nshort_name: PM1\n# Đoán theo tên; kiểm tra lại\n"
        "kind: government\nlevel: province\nparent: so-mau-moi\nphone: 0200 000 0009\n---\n"
    )
    assert "kind: enterprise" in office.text("units/cong-ty-mau.md")
    assert told(report, "Đơn vị không có (chưa có bản ghi nào như vậy)")
    assert not [one for one in office.problems() if one.startswith("units/")]


def test_a_unit_of_the_register_is_not_made_twice(office: Office) -> None:
    rows = [["Tên đơn vị", "Loại"], ["Sở Nội vụ tỉnh Mẫu Giang", "nhà nước"]]

    report = office.bring(office.sheet(rows), "unit")

    assert office.names("units") == []
    assert told(report, "so-noi-vu.md: đã có bản ghi này từ trước")


def test_a_unit_of_another_province_is_another(office: Office) -> None:
    rows = [["Tên đơn vị", "Loại"], ["Sở Nội vụ tỉnh Mẫu Khác", "nhà nước"]]

    office.bring(office.sheet(rows), "unit")

    assert office.names("units") == ["so-noi-vu-tinh-mau-khac.md"]


def test_documents_come_with_dates_of_every_kind(office: Office) -> None:
    rows: list[list[Any]] = [
        ["STT", "Số/ký hiệu", "Ngày, tháng", "Cơ quan ban hành", "Trích yếu", "Tình trạng"],
        [1, "91/KH-UBND", date(2026, 3, 4), "UBND tỉnh (mẫu)", "Kế hoạch một", "còn hiệu lực"],
        [2, "92/QĐ-UBND", 46085, "UBND tỉnh (mẫu)", "Quyết định hai", None],
        [3, "93-CT/TU", "05/03/2026", "Tỉnh ủy (mẫu)", "Chỉ thị ba", "Hết hiệu lực"],
        [4, "94/2026/NQ-HĐND", "ngày 6 tháng 3 năm 2026", "HĐND tỉnh (mẫu)", None, None],
        [5, "95/SNV-TĐ", "7.3.2026", "Sở Nội vụ", "Công văn năm", None],
        [6, "96/SNV-TĐ", "7.3.2026", "Sở Nội vụ", "Việc khác", None],
        [7, "97/KH-UBND", "3/2026", "UBND", "Thiếu ngày", None],
    ]

    report = office.bring(office.sheet(rows), "document")

    assert office.names("documents") == [
        "91-kh-ubnd-2026.md",
        "92-qd-ubnd-2026.md",
        "93-ct-tu-2026.md",
        "94-2026-nq-hdnd.md",
        "95-snv-td-2026.md",
    ]
    assert office.text("documents/92-qd-ubnd-2026.md") == (
        "---\nnumber: 92/QĐ-UBND\ntype: decision\nissuer: UBND tỉnh (mẫu)\nissued: 2026-03-04\n"
        "abstract: Quyết định hai\n---\n"
    )
    assert "issued: 2026-03-05" in office.text("documents/93-ct-tu-2026.md")
    assert "type: resolution" in office.text("documents/94-2026-nq-hdnd.md")
    assert "type: dispatch" in office.text("documents/95-snv-td-2026.md")
    assert told(report, "Dòng 7: không lấy, không rõ loại văn bản")
    assert told(report, "Dòng 8: không lấy, ô C8 “3/2026” không phải là ngày")
    assert not [one for one in office.problems() if one.startswith("documents/9")]


def test_columns_that_are_not_clear_write_a_mapping_and_nothing_else(office: Office) -> None:
    rows = [
        ["Số văn bản", "Ngày ký", "Ngày ban hành", "Nơi ra"],
        ["91/KH-UBND", "1/2/2026", "2/2/2026", "UBND tỉnh (mẫu)"],
    ]
    file = office.sheet(rows)

    first = office.bring(file, "document")

    mapping = office.folder / "bang.map.yaml"
    assert first.status == 1
    assert office.names("documents") == []
    assert told(first, "không thấy cột “Cơ quan ban hành” (issuer)")
    assert told(first, f"Đã ghi cách đọc bảng vào {mapping}")
    written = mapping.read_text("utf-8")
    assert "  # Nơi ra\n  D:\n" in written

    mapping.write_text(written.replace("  D:\n", "  D: issuer\n"), "utf-8")
    second = office.bring(file, "document", mapping)

    assert second.status == 0, second.lines
    assert "issuer: UBND tỉnh (mẫu)" in office.text("documents/91-kh-ubnd-2026.md")
    assert "issued: 2026-02-02" in office.text("documents/91-kh-ubnd-2026.md")


def test_two_columns_of_one_name_are_not_clear(office: Office) -> None:
    rows = [
        ["Số văn bản", "Ngày văn bản", "Ngày ký", "Cơ quan ban hành"],
        ["91/KH-UBND", "1/2/2026", "2/2/2026", "UBND"],
    ]

    report = office.bring(office.sheet(rows), "document")

    assert report.status == 1
    assert told(report, "cột B và cột C đều có thể là “Ngày ban hành”")


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ("columns: {A: sai}", "không có khóa sai"),
        ("constants: {sai: 1}", "constants không nhận khóa sai"),
        ("sheet: Khác", "không có trang tính “Khác”"),
        ("header: đầu", "header phải là số dòng"),
        ("columns: [A]", "columns phải là"),
        ("a: [", "viết sai kiểu YAML"),
    ],
)
def test_a_mapping_that_is_wrong_is_one_line(office: Office, mapping: str, said: str) -> None:
    from desk.office import CannotImport

    (office.folder / "m.yaml").write_text(mapping, "utf-8")
    file = office.sheet([["Số", "Ngày"], ["1", "2"]])

    with pytest.raises(CannotImport, match=said) as why:
        office.bring(file, "document", office.folder / "m.yaml")
    assert len(str(why.value).splitlines()) == 1


def test_a_formula_without_a_result_is_a_reason(office: Office) -> None:
    rows = [
        ["Số văn bản", "Ngày ban hành", "Cơ quan ban hành", "Trích yếu"],
        ["91/KH-UBND", "=DATE(2026,1,2)", "UBND", "Kế hoạch"],
        ["92/KH-UBND", "#REF!", "UBND", "Kế hoạch"],
    ]

    report = office.bring(office.sheet(rows), "document")

    assert told(report, "Dòng 2: không lấy, ô B2 là công thức chưa có kết quả")
    assert told(report, "Dòng 3: không lấy, ô B3 là công thức hỏng")


def test_a_sheet_without_a_table_names_the_columns_that_it_needs(office: Office) -> None:
    from desk.office import CannotImport

    with pytest.raises(CannotImport, match=r"“Tên đơn vị”.*template-excel --kind unit"):
        office.bring(office.sheet([["Chỉ có chữ"], ["ở một cột"]]), "unit")
