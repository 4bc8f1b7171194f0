"""What holds for every text, tried on texts that hypothesis makes."""

import unicodedata
from collections.abc import Callable
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

import vietnamese
from tests.vietnamese.old_encodings import every_syllable

_ANY = st.text(max_size=60)
_VIETNAMESE = st.lists(st.sampled_from(every_syllable()), max_size=8).map(" ".join)
_MARKED = st.text("aăâeêdđoôơuưyqh\u0300\u0301\u0302\u0306\u031b\u0323 -/9")
_TEXTS = st.one_of(_ANY, _VIETNAMESE, _MARKED)
_KEYS: list[Callable[[str], str]] = [
    vietnamese.clean, vietnamese.fold, vietnamese.fold_key, vietnamese.slug, vietnamese.sort_key,
    vietnamese.person_sort_key, vietnamese.congress_sort_key, vietnamese.index_letter,
    vietnamese.canonical_tones,
]  # fmt: skip


@pytest.mark.parametrize(
    "function",
    [vietnamese.clean, vietnamese.fold, vietnamese.fold_key, vietnamese.slug,
     vietnamese.canonical_tones, vietnamese.nbsp, vietnamese.upper],
)  # fmt: skip
@given(text=_TEXTS)
def test_doing_it_twice_changes_nothing(function: Callable[[str], str], text: str) -> None:
    once = function(text)
    assert function(once) == once


@pytest.mark.parametrize("function", _KEYS)
@given(text=_TEXTS)
def test_composed_and_decomposed_text_are_the_same(
    function: Callable[[str], str], text: str
) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert function(composed) == function(decomposed)


@given(text=_TEXTS)
def test_a_slug_is_plain_ascii(text: str) -> None:
    assert not set(vietnamese.slug(text)) - set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert vietnamese.slug(text).strip("-") == vietnamese.slug(text)


@given(one=_TEXTS, other=_TEXTS)
def test_only_the_same_text_has_the_same_place_in_the_order(one: str, other: str) -> None:
    same = vietnamese.sort_key(one) == vietnamese.sort_key(other)
    assert same == (vietnamese.clean(one) == vietnamese.clean(other))


@given(text=_TEXTS, n=st.integers(0, 20))
def test_a_shortened_text_is_its_own_beginning(text: str, n: int) -> None:
    short = vietnamese.truncate_syllables(text, n)
    whole = unicodedata.normalize("NFC", text)
    assert short == vietnamese.truncate_syllables(text, 10_000) or (
        short.endswith("…") and len(short) <= len(whole) + 1
    )


@given(text=_TEXTS)
def test_shown_text_differs_from_stored_text_in_spaces_and_quotes_only(text: str) -> None:
    assert vietnamese.nbsp(text).replace("\u00a0", " ") == text.replace("\u00a0", " ")
    straight = vietnamese.smart_quotes(text).translate(str.maketrans("“”‘’", "\"\"''"))
    assert straight == text.translate(str.maketrans("“”‘’", "\"\"''"))


@given(text=_TEXTS)
def test_reading_functions_raise_nothing_but_value_errors(text: str) -> None:
    for read in (
        vietnamese.parse_date, vietnamese.parse_content_date, vietnamese.parse_period,
        vietnamese.parse_content_period, vietnamese.parse_document_number,
    ):  # fmt: skip
        try:
            read(text)
        except ValueError:
            continue
    vietnamese.find_document_references(text)
    vietnamese.detect_legacy(text)


_EARLIEST = datetime.fromisoformat("1976-01-01")


@given(moment=st.datetimes(min_value=_EARLIEST))
def test_a_moment_written_as_records_write_it_is_read_back(
    moment: datetime,
) -> None:
    moment = moment.replace(microsecond=0, second=0, tzinfo=vietnamese.VIETNAM)
    for text in (
        vietnamese.format_date(moment, "stamp"), vietnamese.format_date(moment, "iso"),
        vietnamese.format_date(moment, "full_time"),
    ):  # fmt: skip
        assert vietnamese.parse_date(text) == moment
