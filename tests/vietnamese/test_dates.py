"""Dates are read day first or refused, and printed as agencies print them on any host."""

import os
import subprocess
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

import vietnamese
from vietnamese import VIETNAM, DateError, format_date, parse_content_date, parse_date

_PLUGINS = Path(vietnamese.__file__).parents[1]
_DAY = date(2020, 7, 31)
_MOMENT = datetime(2020, 7, 31, 9, 54, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    "text",
    [
        "2020-07-31", "31/7/2020", "31/07/2020", "31.7.2020", "31-7-2020",
        "ngày 31 tháng 7 năm 2020", "Ngày 31 tháng 07 năm 2020", "31 tháng 7, 2020",
        "31 thg 7, 2020", "Thứ Sáu, 31/7/2020", "thứ 6 ngày 31/7/2020", "T6, 31/7/2020",
        "Thứ Sáu, ngày 31 tháng 7 năm 2020", "2020/7/31", "ng\u00e0y\u00a031/7/2020",
        "nga\u0300y 31 tha\u0301ng 7 na\u0306m 2020",
    ],
)  # fmt: skip
def test_a_day_is_read_in_every_form(text: str) -> None:
    read = parse_date(text)
    assert (read, type(read)) == (_DAY, date)


@pytest.mark.parametrize(
    "text",
    [
        "2020-07-31 09:54", "2020-07-31T09:54", "2020-07-31T09:54:00", "2020-07-31T02:54:00Z",
        "2020-07-31T02:54:00.000Z", "2020-07-31 09:54 +07:00", "2020-07-31T04:54:00+0200",
        "31/07/2020 09:54", "31/07/2020 - 09:54", "31/07/2020 – 09:54", "09:54, 31/07/2020",
        "09:54 | 31/07/2020", "9h54 31/7/2020", "9 giờ 54 phút, ngày 31/7/2020",
        "lúc 9h54 ngày 31/7/2020", "31/7/2020 lúc 9 giờ 54", "9g54 31-7-2020",
        "Thứ sáu, 31/7/2020, 09:54 (GMT+7)", "31/7/2020 9:54 SA", "31/7/2020 09:54:00",
        "9 giờ 54 phút ngày 31 tháng 7 năm 2020",
    ],
)  # fmt: skip
def test_a_moment_is_read_in_every_form(text: str) -> None:
    read = parse_date(text)
    assert isinstance(read, datetime)
    assert read.isoformat() == "2020-07-31T09:54:00+07:00"


@pytest.mark.parametrize(
    "text",
    [
        "", "29/7", "2024", "31/7/20", "31/6/2020", "29/2/2021", "31/13/2020", "0/7/2020",
        "7/2020", "tháng 7 năm 2020", "31/7/2020 25:00", "31/7/2020 9:60", "hôm qua",
        "Thứ Hai, 31/7/2020", "31/7/2020 và 1/8/2020", "31/7-2020", "1/31/7/2020", "31/7/20200",
        "31/7/0000", "9:54", "July 31, 2020", "31/7/2020 13:00 SA", "2020-07-31T09:54+99:00",
        "29-31/7/2020", "³¹/7/2020",
    ],
)  # fmt: skip
def test_what_is_no_full_and_real_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|day|time"):
        parse_date(text)


def test_the_afternoon_is_told_from_the_morning() -> None:
    assert parse_date("31/7/2020 2:30 CH") == datetime(2020, 7, 31, 14, 30, tzinfo=VIETNAM)
    assert parse_date("31/7/2020 12:05 SA") == datetime(2020, 7, 31, 0, 5, tzinfo=VIETNAM)


def test_a_day_before_the_zone_was_set_stays_a_day() -> None:
    assert parse_date("11/6/1948") == date(1948, 6, 11)
    assert format_date("1948-06-11", "short") == "11/6/1948"
    with pytest.raises(DateError) as refused:
        parse_date("11/6/1948 09:00")
    assert refused.value.suggestion == "1948-06-11"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2020-07-31", "2020-07-31"), ("31/7/2020", "2020-07-31"),
        ("2020-07-31 09:54", "2020-07-31T09:54:00+07:00"),
        ("2020-07-31T09:54:10", "2020-07-31T09:54:10+07:00"),
        ("2020-07-31T02:54Z", "2020-07-31T09:54:00+07:00"),
        ("2020-07-31 09:54:00 +09:30", "2020-07-31T07:24:00+07:00"),
        ("31/07/2020 09:54", "2020-07-31T09:54:00+07:00"),
    ],
)  # fmt: skip
def test_a_record_s_own_forms_are_accepted(text: str, iso: str) -> None:
    assert parse_content_date(text).isoformat() == iso


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("9h54 31/7/2020", "2020-07-31 09:54"),
        ("ngày 31 tháng 7 năm 2020", "2020-07-31"),
        ("31-7-2020", "2020-07-31"),
        ("2020-07-31T02:54:07.5Z", "2020-07-31 09:54:07"),
        ("Thứ Hai, 31/7/2020", "2020-07-31"),
        ("29/7", None),
        ("", None),
    ],
)
def test_another_form_is_refused_with_the_accepted_spelling(
    text: str, accepted: str | None
) -> None:
    with pytest.raises(DateError) as refused:
        parse_content_date(text)
    assert refused.value.suggestion == accepted
    if accepted:
        assert parse_content_date(accepted)


@pytest.mark.parametrize(
    ("style", "of_moment", "of_day"),
    [
        ("stamp", "31/07/2020 09:54", "31/07/2020"),
        ("date", "31/07/2020", "31/07/2020"),
        ("short", "31/7/2020", "31/7/2020"),
        ("full", "Thứ Sáu, 31/7/2020", "Thứ Sáu, 31/7/2020"),
        ("full_time", "Thứ Sáu, 31/7/2020, 09:54", "Thứ Sáu, 31/7/2020"),
        ("official_long", "ngày 31 tháng 7 năm 2020", "ngày 31 tháng 7 năm 2020"),
        ("long", "ngày 31 tháng 7 năm 2020", "ngày 31 tháng 7 năm 2020"),
        ("month", "Tháng 7 năm 2020", "Tháng 7 năm 2020"),
        ("year", "2020", "2020"),
        ("day", "31", "31"),
        ("time", "09:54", ""),
        ("iso", "2020-07-31T09:54:00+07:00", "2020-07-31"),
    ],
)
def test_a_style_prints_a_moment_and_a_day(style: str, of_moment: str, of_day: str) -> None:
    assert format_date(_MOMENT, style) == of_moment
    assert format_date("2020-07-31 09:54", style) == of_moment
    assert format_date(_DAY, style) == of_day


def test_a_moment_elsewhere_is_printed_in_vietnam_s_time() -> None:
    evening = datetime(2020, 7, 30, 20, 54, tzinfo=timezone(timedelta(hours=-6)))
    assert format_date(evening, "stamp") == "31/07/2020 09:54"
    assert format_date(evening.replace(tzinfo=None), "time") == "20:54"


def test_an_unknown_style_is_refused() -> None:
    with pytest.raises(ValueError, match="fancy"):
        format_date(_DAY, "fancy")


@pytest.mark.parametrize("locale", ["C", "en_US.UTF-8", "no_SUCH"])
def test_the_host_s_locale_and_zone_change_nothing(locale: str) -> None:
    code = "import vietnamese as v; print(ascii(v.format_date('2020-07-31 09:54', 'full_time')))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True,
        env={**os.environ, "LC_ALL": locale, "TZ": "America/Lima", "PYTHONPATH": str(_PLUGINS)},
    )  # fmt: skip
    assert done.stdout.strip() == ascii("Thứ Sáu, 31/7/2020, 09:54")


def test_importing_the_package_does_not_import_babel_or_the_site() -> None:
    code = "import sys, vietnamese; print({'babel', 'newsroom', 'pelican'} & sys.modules.keys())"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True,
        env={**os.environ, "PYTHONPATH": str(_PLUGINS)},
    )  # fmt: skip
    assert done.stdout.strip() == "set()"
