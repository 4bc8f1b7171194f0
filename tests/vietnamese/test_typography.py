"""What is shown: joined numbers, curled quotes, legal letters, capitals, cut beginnings."""

import pytest

from vietnamese import list_marker_sequence, nbsp, smart_quotes, truncate_syllables, upper


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("ngày 31 tháng 7 năm 2020", "ngày~31 tháng~7 năm~2020"),
        ("năm 2020 tỉnh có 7 nhiệm vụ", "năm~2020 tỉnh có 7~nhiệm vụ"),
        ("Điều 16, khoản 2", "Điều~16, khoản~2"), ("lần thứ XIII của", "lần thứ~XIII của"),
        ("TP. Hồ Chí Minh, TP Huế", "TP.~Hồ Chí Minh, TP~Huế"), ("V. A. Bình", "V.~A.~Bình"),
        ("PGS. TS. Lê An", "PGS.~TS.~Lê An"), ("từ 5 đến 10 người", "từ 5 đến 10~người"),
        ("số 98/2023/NĐ-CP", "số~98/2023/NĐ-CP"), ("năm 2020, ngày 3/2", "năm~2020, ngày~3/2"),
        ("lúc 9 giờ 54 phút", "lúc 9~giờ 54~phút"), ("1.500 triệu đồng", "1.500~triệu đồng"),
        ("gõ `số 5` ở Điều 2", "gõ `số 5` ở Điều~2"), ("khối tháng năm", "khối tháng năm"),
        ("", ""),
        ("6 tha\u0301ng", "6 tha\u0301ng"),
    ],
)  # fmt: skip
def test_a_number_stays_with_its_noun(text: str, joined: str) -> None:
    assert nbsp(text) == joined.replace("~", "\u00a0")


@pytest.mark.parametrize(
    ("text", "curled"),
    [
        ('phong trào "Đền ơn đáp nghĩa".', "phong trào “Đền ơn đáp nghĩa”."),
        ("\"Ông nói: 'Được', rồi đi\"", "“Ông nói: ‘Được’, rồi đi”"),
        ("\"'Được' là lời ông\"", "“‘Được’ là lời ông”"),
        ("L'Oréal, D'Artagnan", "L’Oréal, D’Artagnan"), ("cao 5'10\"", "cao 5'10\""),
        ('màn hình 24" mới', 'màn hình 24" mới'), ('"năm 2020"', "“năm 2020”"),
        ('("Dân vận khéo")', "(“Dân vận khéo”)"), ('`a = "b"` là "mã"', '`a = "b"` là “mã”'),
        ("“đã cong”", "“đã cong”"), ("", ""),
        ('"Đổi mới","Sáng tạo"', "“Đổi mới”,“Sáng tạo”"),
    ],
)  # fmt: skip
def test_quotes_are_curled_but_for_code_and_measures(text: str, curled: str) -> None:
    assert smart_quotes(text) == curled


def test_legal_letters_pass_over_shaped_vowels_and_double_after_y() -> None:
    letters = list_marker_sequence(25)
    assert letters[:8] == ["a", "b", "c", "d", "đ", "e", "g", "h"]
    assert letters[20:] == ["v", "x", "y", "aa", "ab"]
    assert list_marker_sequence(0) == []


@pytest.mark.parametrize(
    ("text", "capitals"),
    [
        ("Đảng ủy Khối", "ĐẢNG ỦY KHỐI"), ("Chỉ thị 15/CT-TTg", "CHỈ THỊ 15/CT-TTg"),
        ("xem `mã` tại https://a.vn/b", "XEM `mã` TẠI https://a.vn/b"),
        ("thu\u031bo\u031b\u0309ng", "THƯỞNG"), ("số\u00a05", "SỐ\u00a05"),
    ],
)  # fmt: skip
def test_capitals_leave_numbers_code_and_addresses(text: str, capitals: str) -> None:
    assert upper(text) == capitals


@pytest.mark.parametrize(
    ("text", "n", "short"),
    [
        ("Thi đua – Khen thưởng", 3, "Thi đua – Khen…"), ("Thi đua – Khen", 2, "Thi đua…"),
        ("Họp ngày 31 tháng 7 năm 2020 tại Huế", 4, "Họp…"),
        ("Ngày 31 tháng 7 năm 2020 họp", 2, "Ngày 31 tháng 7 năm 2020…"),
        ("đạt 98,5 điểm.", 3, "đạt 98,5 điểm."), ("đạt 98,5 điểm.", 2, "đạt 98,5…"),
        ("một hai ba", 0, "…"), ("", 3, ""), ("a b", 2, "a b"), ("Xong. Rồi nghỉ", 1, "Xong…"),
        ("tại “Nhà khách” tỉnh", 2, "tại “Nhà…"), ("đó, ( kèm theo )", 1, "đó…"),
    ],
)  # fmt: skip
def test_a_beginning_is_cut_where_a_reader_would(text: str, n: int, short: str) -> None:
    assert truncate_syllables(text, n) == short
