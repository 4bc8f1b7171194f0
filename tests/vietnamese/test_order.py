"""The order is ICU's for Vietnamese, on random strings, sorted lists and every unit's name."""

import json
import random
import unicodedata
from typing import Any

import icu
import pytest

import vietnamese
from tests.shared_data import shared
from tests.vietnamese.corpus import unit_names

_TONED = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~–—“”‘’…·•№€₫§°×"
_FOREIGN = "fjwzñüöåéèçøæœßłšžč"


def _vietnamese_letters() -> str:
    shaped = [letter + tone for letter in _TONED for tone in _TONES]
    small = unicodedata.normalize("NFC", "".join(shaped)) + "bcdđghklmnpqrstvx" * 3
    return small + small.upper()


def _random_strings(alphabet: str, longest: int) -> list[str]:
    chance = random.Random(29)  # noqa: S311 - any seed will do, the same one each time
    return ["".join(chance.choices(alphabet, k=chance.randint(1, longest))) for _ in range(20_000)]


def _icu_order(texts: list[str]) -> list[str]:
    collator = icu.Collator.createInstance(icu.Locale("vi"))
    collator.setAttribute(icu.UCollAttribute.NUMERIC_COLLATION, icu.UCollAttributeValue.ON)
    return sorted(texts, key=lambda text: (collator.getSortKey(text), text))


@pytest.mark.parametrize(
    ("alphabet", "longest"),
    [
        (_vietnamese_letters() + " " * 30 + "0123456789" * 5, 8),
        (_vietnamese_letters() + _PUNCTUATION + " " * 20 + "0123456789" * 5, 8),
        (_vietnamese_letters() + _FOREIGN + _FOREIGN.upper().replace("SS", ""), 6),
        ("aáÁàăâbđĐ 10-", 7),
    ],
    ids=["letters-and-digits", "with-signs", "with-foreign-letters", "nearly-equal"],
)
def test_random_strings_stand_as_icu_puts_them(alphabet: str, longest: int) -> None:
    texts = sorted({vietnamese.clean(text) for text in _random_strings(alphabet, longest)})
    assert sorted(texts, key=vietnamese.sort_key) == _icu_order(texts)


def test_every_unit_stands_where_icu_puts_it() -> None:
    names = sorted({vietnamese.clean(name) for name in unit_names()})
    assert len(names) > 10_000
    assert sorted(names, key=vietnamese.sort_key) == _icu_order(names)


def test_published_lists_keep_their_order() -> None:
    published = shared("data/words/collation-icu.json").read_text("utf-8")
    collation: dict[str, Any] = json.loads(published)
    orders = [
        texts.get("sorted_numeric", texts["sorted"]) for texts in collation["lists"].values()
    ]
    assert len(orders) == 4
    for order in [*orders, collation["letters"]]:
        assert sorted(order, key=vietnamese.sort_key) == order


def test_the_c_library_s_own_list_keeps_its_order() -> None:
    words = shared("data/words/glibc-vi_VN-sorted.txt").read_text("utf-8").splitlines()
    assert sorted(words, key=vietnamese.sort_key) == words


def test_numbers_stand_by_value() -> None:
    blocs = ["Khối 1", "Khối 2", "Khối 09", "Khối 10", "Khối 10a", "Khối thi đua"]
    by_code_point = sorted(blocs)
    assert by_code_point != blocs
    assert sorted(by_code_point, key=vietnamese.sort_key) == blocs


def test_a_name_typed_with_a_look_alike_stands_with_its_own() -> None:
    assert vietnamese.sort_key("\u00d0ắk Lắk") == vietnamese.sort_key("Đắk Lắk")


def test_congresses_stand_by_their_number() -> None:
    congresses = [f"Đại hội {number}" for number in ("I", "IV", "V", "IX", "X", "XIII", "XIV")]
    shuffled = sorted(congresses)
    assert shuffled != congresses
    assert sorted(shuffled, key=vietnamese.congress_sort_key) == congresses


def test_words_that_only_look_roman_are_left_alone() -> None:
    assert vietnamese.congress_sort_key("IIII XXL Vi") == vietnamese.sort_key("IIII XXL Vi")


def test_people_stand_by_given_name_then_by_the_rest() -> None:
    people = ["Lê Văn An", "Nguyễn Văn An", "Đỗ An", "Hoàng Thị Ánh", "Trần Bình", ""]
    in_order = ["", "Đỗ An", "Lê Văn An", "Nguyễn Văn An", "Hoàng Thị Ánh", "Trần Bình"]
    assert sorted(people, key=vietnamese.person_sort_key) == in_order


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("Ủy ban", "U"), ("“Đền ơn đáp nghĩa”", "Đ"), ("êm", "Ê"), ("Ôn", "Ô"), ("Y tế", "Y"),
        ("6 tháng", "#"), ("", "#"), ("北京", "#"), ("Élysée", "E"), ("Œuvre", "O"),
    ],
)  # fmt: skip
def test_an_index_letter_keeps_its_shape_and_loses_its_tone(text: str, letter: str) -> None:
    assert vietnamese.index_letter(text) == letter


def test_no_two_letters_of_the_index_share_an_address() -> None:
    letters = "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYFJWZ#"
    ids = {vietnamese.letter_id(letter) for letter in letters}
    assert len(ids) == len(letters)
    assert all(each.isascii() for each in ids)
