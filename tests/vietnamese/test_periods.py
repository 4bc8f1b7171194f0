"""Periods are read as records and reports write them, and labelled in Vietnamese."""

import pytest

from vietnamese import PeriodError, parse_content_period, parse_period

_FORMS = [
    ("2020", "2020-01-01/2020-12-31", "Năm 2020"),
    ("2020-H1", "2020-01-01/2020-06-30", "6 tháng đầu năm 2020"),
    ("2020-H2", "2020-07-01/2020-12-31", "6 tháng cuối năm 2020"),
    ("2020-Q3", "2020-07-01/2020-09-30", "Quý III/2020"),
    ("2020-02", "2020-02-01/2020-02-29", "Tháng 2 năm 2020"),
    ("2021..2025", "2021-01-01/2025-12-31", "Giai đoạn 2021–2025"),
]


@pytest.mark.parametrize(("text", "interval", "label"), _FORMS)
def test_a_record_s_form_gives_days_and_label(text: str, interval: str, label: str) -> None:
    period = parse_content_period(text)
    assert (str(period), period.label) == (interval, label)
    assert parse_period(text) == period


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("6 tháng đầu năm 2020", "2020-H1"), ("Sáu tháng cuối năm 2020", "2020-H2"),
        ("nửa đầu năm 2020", "2020-H1"), ("quý III/2020", "2020-Q3"),
        ("Quý 3 năm 2020", "2020-Q3"), ("quý iii năm 2020", "2020-Q3"),
        ("tháng 2 năm 2020", "2020-02"), ("tháng 02/2020", "2020-02"), ("năm 2020", "2020"),
        ("giai đoạn 2021–2025", "2021..2025"), ("Giai đoạn 2021 - 2025", "2021..2025"),
        ("2021-2025", "2021..2025"), ("giai đoạn từ năm 2021 đến năm 2025", "2021..2025"),
        ("3 tháng đầu năm 2020", "2020-Q1"), ("giai đoạn\u00a02021\u20132025", "2021..2025"),
        ("từ ngày 1/7/2020 đến ngày 31/12/2020", "2020-H2"),
    ],
)  # fmt: skip
def test_a_report_s_words_are_read_and_the_record_s_form_is_named(text: str, form: str) -> None:
    assert str(parse_period(text)) == str(parse_content_period(form))
    with pytest.raises(PeriodError) as refused:
        parse_content_period(text)
    assert refused.value.suggestion == form


@pytest.mark.parametrize(
    ("text", "interval", "label"),
    [
        ("nhiệm kỳ 2020–2025", "2020-01-01/2025-12-31", "Nhiệm kỳ 2020–2025"),
        ("năm học 2025 - 2026", "2025-09-01/2026-05-31", "Năm học 2025–2026"),
        ("9 tháng đầu năm 2020", "2020-01-01/2020-09-30", "9 tháng đầu năm 2020"),
        ("từ 15/3/2020 đến 2/9/2020", "2020-03-15/2020-09-02", "15/3/2020 – 2/9/2020"),
    ],
)
def test_a_period_keeps_its_own_name(text: str, interval: str, label: str) -> None:
    period = parse_period(text)
    assert (str(period), period.label) == (interval, label)


@pytest.mark.parametrize(
    "text",
    ["", "2020-H3", "2020-Q5", "2020-13", "2020-00", "2025..2021", "0000", "quý V/2020",
     "tháng 13 năm 2020", "năm học 2025–2027", "6 tháng giữa năm 2020", "6 tháng đầu năm",
     "giai đoạn 2025–2021", "từ 2/9/2020 đến 1/1/2020", "20201", "năm học 0000-0001"],
)  # fmt: skip
def test_what_is_no_period_is_refused_without_advice(text: str) -> None:
    for parse in (parse_period, parse_content_period):
        with pytest.raises(PeriodError) as refused:
            parse(text)
        assert refused.value.suggestion is None


def test_a_period_that_a_record_cannot_hold_has_no_suggestion() -> None:
    with pytest.raises(PeriodError) as refused:
        parse_content_period("9 tháng đầu năm 2020")
    assert refused.value.suggestion is None
