"""Numbers of documents are taken apart, and found in running text with date and issuer."""

from datetime import date

import pytest

from tests.shared_data import shared
from vietnamese import (
    DocumentNumber,
    NumberError,
    find_document_references,
    parse_document_number,
)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("05-CT/TW", DocumentNumber("party", 5, None, "CT", "TW")),
        ("12-KH/TU", DocumentNumber("party", 12, None, "KH", "TU")),
        ("34 – CT/TƯ", DocumentNumber("party", 34, None, "CT", "TƯ")),
        ("98/2023/NĐ-CP", DocumentNumber("state", 98, 2023, "NĐ", "CP")),
        ("22/2023/TT-BTTTT", DocumentNumber("state", 22, 2023, "TT", "BTTTT")),
        ("01/2012/TTLT-BNV-BTC", DocumentNumber("state", 1, 2012, "TTLT", "BNV-BTC")),
        ("15/CT-TTg", DocumentNumber("state", 15, None, "CT", "TTg")),
        ("15a/KH\u2011UBND", DocumentNumber("state", 15, None, "KH", "UBND")),
        ("06/2022/QH15", DocumentNumber("state", 6, 2022, None, "QH15")),
        ("07/2003/PL-UBTVQH11", DocumentNumber("state", 7, 2003, "PL", "UBTVQH11")),
        ("1486/SNV-TĐKT", DocumentNumber("state", 1486, None, None, "SNV-TĐKT")),
        ("3254/SNN & PTNT - VP", DocumentNumber("state", 3254, None, None, "SNN&PTNT-VP")),
        ("1306/QĐ-UBND",
         DocumentNumber("state", 1306, None, "QĐ", "UBND")),
    ],
)  # fmt: skip
def test_a_number_is_taken_apart(text: str, parts: DocumentNumber) -> None:
    assert parse_document_number(text) == parts


@pytest.mark.parametrize("text", ["", "34", "CT/TW", "29/7/2020", "34-ct/tw", "số 34-CT/TW"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(NumberError):
        parse_document_number(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị về đẩy mạnh",
         ("Chỉ thị", "05-CT/TW", date(2016, 5, 15), "Bộ Chính trị")),
        ("theo quyết định 129/QĐ - TTg ngày 18-1-2010.",
         ("Quyết định", "129/QĐ-TTg", date(2010, 1, 18), None)),
        ("Chỉ thị số\u00a034\u2011CT/TW, ngày 7/4/2014 của Ban Bí thư",
         ("Chỉ thị", "34-CT/TW", date(2014, 4, 7), "Ban Bí thư")),
        ("Luật Thi đua, khen thưởng số 06/2022/QH15 có hiệu lực",
         ("Luật", "06/2022/QH15", None, None)),
        ("1306/QĐ-UBND của Ủy ban nhân dân tỉnh Quảng Nam phê duyệt",
         ("Quyết định", "1306/QĐ-UBND", None, "Ủy ban nhân dân tỉnh Quảng Nam")),
        ("Thông tư 12/2019/TT-BNV của Bộ Nội vụ quy định",
         ("Thông tư", "12/2019/TT-BNV", None, "Bộ Nội vụ")),
        ("Thông báo số 64/TB-UBND ngày 12/12/2007 của UBND TP về nội dung",
         ("Thông báo", "64/TB-UBND", date(2007, 12, 12), "UBND TP")),
        ("Quyết định số 1/QĐ-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch, Sở",
         ("Quyết định", "1/QĐ-BVHTTDL", None, "Bộ Văn hóa, Thể thao và Du lịch")),
        ("Công văn số 1486/SNV-TĐKT ngày 32/1/2020",
         ("Công văn", "1486/SNV-TĐKT", None, None)),
        ("Chỉ thị số 05-CT/TW của Bộ Chính trị ngày 15/5/2016",
         ("Chỉ thị", "05-CT/TW", date(2016, 5, 15), "Bộ Chính trị")),
        ("Chỉ thị số 05-CT/TW của Bộ Chính trị, ngày 29/7/2020 Tỉnh ủy",
         ("Chỉ thị", "05-CT/TW", None, "Bộ Chính trị")),
        ("Chỉ thị số 05\u2212CT/TW", ("Chỉ thị", "05-CT/TW", None, None)),
        ("Nghị định số 61/CP của Chính phủ)", ("Nghị định", "61/CP", None, "Chính phủ")),
        ("Sở Y tế có 15/BC-SYT của Sở Y tế", ("Báo cáo", "15/BC-SYT", None, "Sở Y tế")),
    ],
)  # fmt: skip
def test_a_document_is_found_with_what_is_said_of_it(
    text: str, found: tuple[str, str, date | None, str | None]
) -> None:
    (reference,) = find_document_references(text)
    assert (reference.type, reference.number, reference.date, reference.issuer) == found


@pytest.mark.parametrize(
    "text",
    ["ngày 29/7/2020", "tỷ lệ 1/2", "nhà số 12/AB", "http://a.vn/34-CT/TW", "hotline 1800-1234",
     "khối 10/12", "100%/năm", "A4/2020/B", ""],
)  # fmt: skip
def test_what_only_looks_like_a_number_is_left_alone(text: str) -> None:
    assert find_document_references(text) == []


def test_the_place_of_a_number_is_told_so_that_it_can_be_linked() -> None:
    text = "Kế hoạch số 12-KH/TU và Nghị định số 98/2023/NĐ–CP."
    places = [text[found.start : found.end] for found in find_document_references(text)]
    assert places == ["12-KH/TU", "98/2023/NĐ–CP"]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("theo Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị",
         "Chỉ thị số 05-CT/TW ngày 15/5/2016"),
        ("(Nghị định số 98/2023/NĐ-CP ngày 31/12/2023)",
         "Nghị định số 98/2023/NĐ-CP ngày 31/12/2023"),
        ("Chỉ thị 34-CT/TW, ngày 7 tháng 4 năm 2014, về",
         "Chỉ thị 34-CT/TW, ngày 7 tháng 4 năm 2014"),
        ("Kế hoạch số 12-KH/TU (ngày 1/2/2020) nêu", "Kế hoạch số 12-KH/TU (ngày 1/2/2020)"),
        ("Kế hoạch (số 12-KH/TU ngày 1/2/2020)", "12-KH/TU ngày 1/2/2020"),
        ("Kế hoạch số 12-KH/TU (ngày 1/2/2020 của Tỉnh ủy)", "Kế hoạch số 12-KH/TU"),
        ("văn bản 34-CT/TW", "34-CT/TW"),
    ],
)  # fmt: skip
def test_the_phrase_that_a_link_holds_is_told(text: str, phrase: str) -> None:
    (found,) = find_document_references(text)
    assert text[slice(*found.phrase)] == phrase


def test_the_first_report_names_two_directives() -> None:
    text = shared("data/review-report-2020-07-31.txt").read_text("utf-8")
    named = [(found.number, str(found.date)) for found in find_document_references(text)]
    assert named == [("05-CT/TW", "2016-05-15"), ("34-CT/TW", "2014-04-07")]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Chỉ thị số 34-CT/TW năm 2014", 2014),
        ("Chỉ thị số 34-CT/TW của Bộ Chính trị năm 2014 về thi đua", 2014),
        ("Chỉ thị số 34-CT/TW (năm 2014)", 2014),
        ("Chỉ thị số 34-CT/TW ngày 7/4/2014", None),
        ("Chỉ thị số 34-CT/TW, từ năm 2014", None),
        ("Chỉ thị số 34-CT/TW năm 20145", None),
    ],
)
def test_a_year_that_stands_alone_is_told(text: str, year: int | None) -> None:
    (found,) = find_document_references(text)

    assert found.year == year
    assert found.number == "34-CT/TW"
