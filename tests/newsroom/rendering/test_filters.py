"""Values are spelled as readers of each language write them."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from newsroom.rendering.filters import digits_of, json_ld, plain, sentence, spaced
from newsroom.rendering.filters import filters_for as filters_of_words
from tests.newsroom.rendering.theme_under_test import words

DAY = date(2014, 4, 7)
MOMENT = datetime.fromisoformat("2020-07-31T02:54:00+00:00")


def test_vietnamese_dates_put_the_day_first() -> None:
    spell = _filters("vi")["date"]

    assert spell(MOMENT, "stamp") == "31/07/2020 09:54"
    assert spell(DAY, "stamp") == "07/04/2014"
    assert spell(DAY, "official_long") == "ngày 07 tháng 4 năm 2014"
    assert spell(DAY, "time") == ""


def test_english_dates_name_the_month() -> None:
    spell = _filters("en")["date"]

    assert spell(MOMENT, "stamp") == "31 Jul 2020, 09:54"
    assert spell(DAY, "stamp") == "07 Apr 2014"
    assert spell(DAY) == "07 Apr 2014"
    assert spell(DAY, "month") == "April 2014"
    assert spell(DAY, "time") == ""


@pytest.mark.parametrize("style", ["date", "stamp", "short", "full_time", "official_long", "time"])
def test_both_languages_know_every_style_that_templates_use(style: str) -> None:
    assert [bool(_filters(language)["date"](MOMENT, style)) for language in ("vi", "en")] == [
        True,
        True,
    ]


def test_both_languages_write_the_machine_s_date_alike() -> None:
    written = {_filters(language)["date"](DAY, "iso") for language in ("vi", "en")}

    assert written == {"2014-04-07"}


def test_numbers_take_each_language_s_marks() -> None:
    value = Decimal("1234.5")

    assert _filters("vi")["number"](value) == "1.234,5"
    assert _filters("en")["number"](value) == "1,234.5"
    assert _filters("vi")["number"](value, 2) == "1.234,50"
    assert _filters("en")["number"](Decimal("0.125"), 2) == "0.13"


def test_a_title_is_typeset() -> None:
    typeset = _filters("vi")["nbsp"]

    assert typeset('"Đúng hẹn" 6 tháng') == "“Đúng hẹn” 6\N{NO-BREAK SPACE}tháng"


def test_a_percent_sign_stands_close_and_a_noun_does_not() -> None:
    quantity = _filters("vi")["quantity"]

    assert quantity(Decimal("96.4"), "%") == "96,4%"
    assert quantity(Decimal(60), "nơi") == "60\u00a0nơi"
    assert spaced("") == ""


@pytest.mark.parametrize(
    ("size", "text"), [(1, "1 KB"), (214_000, "214 KB"), (2_450_000, "2,5 MB")]
)
def test_a_file_says_how_much_there_is_to_load(size: int, text: str) -> None:
    assert _filters("vi")["size"](size) == text


def test_a_choice_is_told_in_the_catalogue_s_words() -> None:
    assert _filters("vi")["label"]("ongoing", "campaign.status") == "Đang diễn ra"
    assert _filters("en")["label"]("ongoing", "campaign.status") == "Under way"
    with pytest.raises(KeyError):
        _filters("vi")["label"]("paused", "campaign.status")


@pytest.mark.parametrize(
    ("value", "text"),
    [("96.40", "96.4"), ("100", "100"), ("9E+1", "90"), ("0.0", "0"), ("100.0", "100")],
)
def test_attributes_get_plain_numbers(value: str, text: str) -> None:
    assert plain(Decimal(value)) == text


def test_a_row_of_figures_has_the_decimals_that_its_longest_needs() -> None:
    assert digits_of([Decimal("91.25"), Decimal("94.0"), Decimal(60)]) == 2
    assert digits_of([]) == 0


def test_a_sentence_leaves_out_what_is_empty() -> None:
    assert sentence(["1 đã vượt", "", "2 chưa đạt"]) == "1 đã vượt, 2 chưa đạt"


def test_linked_data_keeps_its_meaning_without_letters_that_html_reads() -> None:
    text = json.dumps({"name": "</script><b>&\u2028"})
    written = json_ld(text)

    assert json.loads(written) == json.loads(text)
    assert not set("<>&\u2028") & set(written)


def _filters(language: str) -> Any:
    return filters_of_words(words(language))
