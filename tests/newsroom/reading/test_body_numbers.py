from __future__ import annotations

import pytest

from newsroom.records.body import Slot
from tests.newsroom.reading.test_bodies import read


def test_a_document_number_in_running_text_is_a_slot_with_its_date() -> None:
    body = read("Theo Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị.").body

    written = "Chỉ thị số 05-CT/TW ngày 15/5/2016"
    assert body.parts == ("<p>Theo ", " của Bộ Chính trị.</p>")
    assert body.slots == (
        Slot(what="number", target="05-CT/TW", text=written, date="2016-05-15", line=10, column=6),
    )


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("Theo **Chỉ thị số 05-CT/TW** ngày 15/5/2016.", "Chỉ thị số 05-CT/TW"),
        ("Theo Chỉ thị **số 05-CT/TW ngày 15/5/2016**.", "05-CT/TW ngày 15/5/2016"),
        ("Theo Chỉ thị số\n05-CT/TW.", "Chỉ thị số\n05-CT/TW"),
    ],
)
def test_a_document_number_links_what_stands_in_one_run_of_text(text: str, linked: str) -> None:
    (slot,) = read(text).body.slots

    assert (slot.text, slot.target, slot.line) == (linked, "05-CT/TW", 10)


@pytest.mark.parametrize(
    "text",
    ["[34-CT/TW](https://a.example)", "`34-CT/TW`", "## Chỉ thị 34-CT/TW"],
)
def test_a_number_in_a_link_in_code_or_in_a_heading_stays_text(text: str) -> None:
    assert all(slot.what != "number" for slot in read(text).body.slots)
