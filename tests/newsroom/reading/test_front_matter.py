from __future__ import annotations

from textwrap import dedent

import pytest

from newsroom.reading.fences import split
from newsroom.reading.findings import Findings
from newsroom.reading.front_matter import Header, parse
from newsroom.reading.quoting import quoted


def header(text: str) -> Header:
    findings = Findings("x.md")
    found = parse(dedent(text).split("\n"), 2, findings)
    assert found is not None
    assert findings.problems == []
    return found


def codes(text: str) -> list[tuple[str, int, int]]:
    findings = Findings("x.md")
    parse(dedent(text).split("\n"), 2, findings)
    return [(found.code, found.line, found.column) for found in findings.problems]


def test_every_scalar_is_the_text_that_was_written() -> None:
    found = header("a: no\nb: 12:30\nc: 1_000\nd: 2020-07-31\ne: 'x'\nf: 0x1f\n")

    assert found.values == {
        "a": "no",
        "b": "12:30",
        "c": "1_000",
        "d": "2020-07-31",
        "e": "x",
        "f": "0x1f",
    }


def test_every_key_and_value_has_its_place_in_the_file() -> None:
    found = header("""\
        title: Hội nghị
        targets:
          - label: Xã
            value: 7
        tags: [một, hai]
        """)

    assert found.place(("title",)) == (2, 8)
    assert found.key_place(("targets",)) == (3, 1)
    assert found.place(("targets", 0, "value")) == (5, 12)
    assert found.key_place(("targets", 0, "value")) == (5, 5)
    assert found.place(("tags", 1)) == (6, 13)


def test_a_place_that_is_not_there_is_that_of_what_holds_it() -> None:
    found = header("targets:\n  - label: Xã\n")

    assert found.place(("targets", 0, "value")) == (3, 5)
    assert found.place(("section",)) == (1, 1)


def test_what_is_empty_in_a_list_is_not_counted() -> None:
    found = header("units:\n  -\n  - so-mau\n")

    assert found.values == {"units": ["so-mau"]}
    assert found.place(("units", 0)) == (4, 5)


def test_a_comment_on_its_own_line_is_no_problem() -> None:
    assert header("# sapo viết sau\ntitle: A\n  # hết\n").values == {"title": "A"}


def test_a_number_sign_within_a_word_cuts_nothing() -> None:
    assert header("title: Ca#1\n").values == {"title": "Ca#1"}


def test_an_empty_header_has_no_keys() -> None:
    assert header("").values == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x b\n", [("E107", 2, 4)]),
        ("a: *x\n", [("E107", 2, 4)]),
        ("&x a: b\n", [("E107", 2, 1)]),
        ("a: !!int 3\n", [("E108", 2, 4)]),
        ("a: 1\nb: 2\na: 3\n", [("E106", 4, 1)]),
        ("a: {b: 1, b: 2}\n", [("E106", 2, 11)]),
        ("a: [b, c\nd: e\n", [("E104", 3, 2)]),
        ("? [a]\n: b\n", [("E104", 2, 3)]),
        ("- a\n", [("E118", 2, 1)]),
        ("a: b\n---\nc: d\n", [("E117", 3, 1)]),
        ("a: b # c\n", [("E111", 2, 5)]),
        ("a:\n\t- b\n", [("E105", 3, 1)]),
    ],
)
def test_what_no_record_needs_is_refused_where_it_stands(
    text: str, expected: list[tuple[str, int, int]]
) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize("sign", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_is_refused_before_it_is_parsed(sign: str) -> None:
    assert codes("a: b\n" + sign * 100_000) == [("E110", 2, 1)]


def test_aliases_cannot_blow_up() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [*{old}, *{old}]\n"
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )

    assert {code for code, _, _ in codes(bomb)} == {"E107"}


def test_the_other_mistakes_of_a_file_are_found_behind_a_broken_line() -> None:
    found = codes("title: A: B\ntags: [x]\ntags: [y]\nbyline: @C\n")

    assert [code for code, _, _ in found] == ["E104", "E104", "E106"]


def test_a_line_is_not_blamed_for_the_one_above() -> None:
    findings = Findings("x.md")

    parse(["title:Không cách", 'byline: "A"'], 2, findings)

    assert [(found.line, dict(found.params)) for found in findings.problems] == [
        (2, {"corrected": "title: Không cách"})
    ]


def test_nothing_may_be_written_as_programs_write_it() -> None:
    assert header("a: ~\nb: null\nc: 'null'\n").values == {"a": "", "b": "", "c": "null"}


def test_a_fence_may_have_spaces_behind_it() -> None:
    findings = Findings("x.md")

    fenced = split("---  \ntitle: A\n--- \nNội dung\n", findings)

    assert fenced is not None
    assert (fenced.header, fenced.body, fenced.body_first) == (["title: A"], "Nội dung\n", 4)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Hội nghị", "Hội nghị"),
        ("Kết quả: tốt", '"Kết quả: tốt"'),
        ('"A" b', "'\"A\" b'"),
        ("\"A\" 'b'", '"\\"A\\" \'b\'"'),
        ("09:54", "09:54"),
        ("a #b", '"a #b"'),
        ("- a", '"- a"'),
    ],
)
def test_a_text_is_quoted_only_where_it_must_be(text: str, value: str) -> None:
    assert quoted(text) == value
    assert header(f"a: {value}\n").values == {"a": text}
