"""What holds for every text that anybody may write, tried on texts that hypothesis makes.

`invoke fuzz` tries many more.
"""

from __future__ import annotations

import contextlib
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.reading.bodies import BodyReader
from newsroom.reading.bodies.cleaning import cleaned
from newsroom.reading.files import FileReader
from newsroom.reading.findings import Findings
from newsroom.reading.front_matter import parse
from newsroom.reading.photos import Unfit, look_at
from newsroom.records.spellings import read_moment, read_period, read_site_path
from newsroom.rendering.photos import picture
from tests.hostile.cases import article
from tests.hostile.fuzzed import (
    BODIES,
    DATES,
    HEADERS,
    REFERENCES,
    WORDS,
    tried,
)
from tests.hostile.living import live_in
from tests.hostile.tables.pictures import PICTURES
from vietnamese import find_document_references, smart_quotes
from vietnamese.dates import content_spelling
from vietnamese.document_numbers import NumberError, parse_document_number
from vietnamese.legacy import decode, detect_legacy

READER = FileReader()


@tried
@given(text=BODIES)
def test_no_body_ever_comes_out_with_anything_live(text: str) -> None:
    body = BodyReader().read(text, 1, Findings("x.md")).body

    assert live_in("".join(body.parts)) == []
    assert all(not part.count("\x00") for part in body.parts)


@tried
@given(text=BODIES)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = cleaned(text, "")

    assert live_in(once) == []
    assert cleaned(once, "") == once


@tried
@given(text=HEADERS)
def test_any_header_is_values_or_problems_with_their_places(text: str) -> None:
    lines, findings = text.split("\n"), Findings("x.md")

    header = parse(lines, 2, findings)

    assert header is not None or findings.problems
    assert all(2 <= one.line <= len(lines) + 2 for one in findings.problems if one.line)
    if header is not None:
        assert _is_text(header.values)


def _is_text(value: Any) -> bool:
    if isinstance(value, dict):
        return all(isinstance(key, str) and _is_text(one) for key, one in value.items())
    if isinstance(value, list):
        return all(map(_is_text, value))
    return value is None or isinstance(value, str)


@tried
@given(place=st.integers(0, 400), cut=st.integers(0, 6), put=st.binary(max_size=6))
def test_any_bytes_are_a_record_or_problems(place: int, cut: int, put: bytes) -> None:
    data = article("## Mục\n\nĐoạn [x](unit:a).\n", tags=["a", "b"]).encode()
    data = data[:place] + put + data[place + cut :]

    read = READER.read("article", "x", "articles/x.md", data)

    assert read.record is not None or any(one.code[0] == "E" for one in read.problems)


@tried
@given(text=DATES)
def test_a_date_is_read_as_it_is_spelled_or_refused(text: str) -> None:
    try:
        moment = read_moment(text)
    except ValueError:
        return

    assert 1000 <= moment.year <= 2999
    if not isinstance(moment, datetime) or moment.microsecond == 0:
        assert read_moment(content_spelling(moment)) == moment


@tried
@given(text=DATES)
def test_a_period_ends_after_it_begins(text: str) -> None:
    with contextlib.suppress(ValueError):
        period = read_period(text)
        assert period.start <= period.end


@tried
@given(text=WORDS)
def test_an_alias_never_leaves_the_site(text: str) -> None:
    with contextlib.suppress(ValueError):
        alias = read_site_path(text)
        assert alias.startswith("/")
        assert not alias.startswith("//")
        assert ".." not in alias.split("/")
        assert not set(alias) & set("\\%?#<>\"'{} \n\r\t*:") - {"'"}


@tried
@given(text=REFERENCES)
def test_a_document_reference_stands_where_it_says(text: str) -> None:
    import unicodedata

    composed = unicodedata.normalize("NFC", text)
    end = 0

    for found in find_document_references(composed):
        assert end <= found.start < found.end <= len(composed)
        assert found.phrase[0] <= found.start
        assert found.end <= found.phrase[1]
        end = found.end
    with contextlib.suppress(NumberError):
        assert parse_document_number(text).seq >= 0


@tried
@given(text=WORDS)
def test_curling_quotes_loses_no_letter(text: str) -> None:
    plain = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})

    assert smart_quotes(text).translate(plain) == text.translate(plain)


@tried
@given(
    data=st.binary(max_size=80),
    encoding=st.sampled_from(["tcvn3", "tcvn5712-1", "vni", "viscii", "viqr", "mojibake"]),
)
def test_old_bytes_become_text_or_are_refused(data: bytes, encoding: str) -> None:
    try:
        text = decode(data, encoding)
    except UnicodeDecodeError:
        return

    text.encode()  # no half of a pair is left
    detect_legacy(text)


_BYTES = tuple(
    data
    for row in PICTURES
    for file, data in row.files.items()
    if isinstance(data, bytes) and 0 < len(data) < 20_000 and file.startswith("photos/")
)


@tried
@given(
    data=st.sampled_from(_BYTES),
    place=st.integers(0, 20_000),
    put=st.binary(min_size=1, max_size=4),
)
def test_any_bytes_of_a_photo_are_drawn_or_unfit(
    data: bytes, place: int, put: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place %= len(data)
    data = data[:place] + put + data[place + len(put) :]
    try:
        seen = look_at("photos/x", "x", data)
    except Unfit:
        return
    file = tmp_path_factory.getbasetemp() / "photo"
    file.write_bytes(data)

    with contextlib.suppress(OSError, SyntaxError):
        picture(file, min(seen.width, 40), min(seen.height, 40))
