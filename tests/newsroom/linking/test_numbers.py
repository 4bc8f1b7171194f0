from __future__ import annotations

import pytest

from newsroom.linking.numbers import Numbers
from tests.newsroom.builders import document, number


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("05-CT/TW", "5-CT/TW"),
        ("34-CT/TW", "34\u2011CT/TW"),
        ("34-CT/TW", "34–CT/TW"),
        ("1306/QĐ-UBND", "1306/QĐ–UBND"),
        ("98/2023/NĐ-CP", "98/2023/NĐ\u2011CP"),
        ("06/2022/QH15", "6/2022/QH15"),
        ("1486/SNV-TĐKT", "1486/SNV-TĐKT"),
    ],
)
def test_zeros_and_dashes_make_no_other_number(printed: str, written: str) -> None:
    one = document("d", number=printed)

    assert Numbers([one]).meant_by(number(written)) == [one]


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("34-CT/TW", "35-CT/TW"),
        ("34-CT/TW", "34-CT/TU"),
        ("34-CT/TW", "34-NQ/TW"),
        ("12-CT/TW", "12a-CT/TW"),
        ("98/2023/NĐ-CP", "98/2024/NĐ-CP"),
        ("98/2023/NĐ-CP", "98/NĐ-CP"),
        ("không số", "34-CT/TW"),
    ],
)
def test_another_number_type_issuer_year_or_letter_is_another_document(
    printed: str, written: str
) -> None:
    assert Numbers([document("d", number=printed)]).meant_by(number(written)) == []


def test_a_date_tells_two_documents_of_one_number_apart() -> None:
    old = document("old", number="34-CT/TW", issued="2014-04-07")
    new = document("new", number="34-CT/TW", issued="2024-05-24")
    numbers = Numbers([old, new])

    assert numbers.meant_by(number("34-CT/TW")) == [old, new]
    assert numbers.meant_by(number("34-CT/TW", date="2024-05-24")) == [new]
    assert numbers.meant_by(number("34-CT/TW", date="2024-05-25")) == []


def test_a_year_alone_chooses_among_several_and_never_rules_out_the_only_one() -> None:
    old = document("old", number="34-CT/TW", issued="2014-04-07")
    new = document("new", number="34-CT/TW", issued="2024-05-24")

    assert Numbers([old, new]).meant_by(number("34-CT/TW", date="2014")) == [old]
    assert Numbers([old, new]).meant_by(number("34-CT/TW", date="2019")) == [old, new]
    assert Numbers([old]).meant_by(number("34-CT/TW", date="2015")) == [old]
