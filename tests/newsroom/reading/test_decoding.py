from __future__ import annotations

import pytest

from newsroom.reading.decoding import LARGEST_FILE, decode
from newsroom.reading.findings import Findings


def told(data: bytes) -> list[tuple[str, int, int]]:
    findings = Findings("x.md")
    assert decode(data, findings) is None
    return [(found.code, found.line, found.column) for found in findings.problems]


@pytest.mark.parametrize(
    "data",
    [b"a\nb", b"a\r\nb", b"a\rb", b"\xef\xbb\xbfa\nb", b"\xef\xbb\xbfa\r\nb"],
)
def test_line_ends_and_byte_order_marks_make_no_difference(data: bytes) -> None:
    assert decode(data, Findings("x.md")) == "a\nb"


def test_the_line_separators_of_other_programs_are_no_lines() -> None:
    assert decode("a\u2028b\x0bc\x85d".encode(), Findings("x.md")) == "a b c d"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_told_with_or_without_its_mark(encoding: str) -> None:
    assert told("---\ntitle: Hội nghị\n---\n".encode(encoding)) == [("E113", 1, 1)]


def test_legacy_bytes_are_told_where_they_stand() -> None:
    assert told("dòng một\r\nhai ".encode() + b"\xe9 ba") == [("E114", 2, 5)]


def test_control_characters_are_told_where_they_stand() -> None:
    assert told("một\nhai\x00".encode()) == [("E112", 2, 4)]


def test_a_file_that_is_too_large_is_not_decoded() -> None:
    assert told(b"\xff" * (LARGEST_FILE + 1)) == [("E109", 0, 0)]
