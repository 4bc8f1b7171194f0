from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.catalogue import Words, read_catalogue
from newsroom.problems import (
    Problem,
    nearest,
    problem,
    report_of,
    sentences,
    spell,
    visible,
)

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = ROOT / "plugins" / "newsroom" / "translations"
WORDS = Words(
    "vi",
    {
        "kind.unit": "đơn vị",
        "E203": '{kind} "{id}" không tồn tại',
        "E203.hint": 'ý bạn là "{suggestion}"?',
        "E203.hint.2": "tạo tệp mới",
        "W1": "lưu ý",
    },
)


def dead_unit(**params: object) -> Problem:
    named = {"kind": "unit", "id": "ban-td", **params}
    return problem("articles/x.md", "E203", line=4, column=9, **named)  # type: ignore[arg-type] # params are text


def test_a_problem_is_one_line_with_its_place_and_the_way_out() -> None:
    line = spell(dead_unit(suggestion="ban-thi-dua"), WORDS, Path("content"))

    assert line == (
        'content/articles/x.md:4:9: E203: đơn vị "ban-td" không tồn tại (ý bạn là "ban-thi-dua"?)'
    )


def test_the_first_way_out_is_taken_whose_names_are_all_filled() -> None:
    line = spell(dead_unit(suggestion=""), WORDS, Path("content"))

    assert line.endswith("(tạo tệp mới)")


def test_a_problem_of_a_whole_file_has_no_line() -> None:
    assert spell(problem("x.md", "W1"), WORDS, Path("content")) == "content/x.md: W1: lưu ý"


def test_content_elsewhere_is_named_by_its_full_path(tmp_path: Path) -> None:
    assert spell(problem("x.md", "W1"), WORDS, tmp_path).startswith(f"{tmp_path}/x.md: ")


def test_another_file_is_named_as_it_can_be_opened() -> None:
    words = Words("vi", {"E201": "đã có ở {other_file}"})

    line = spell(problem("units/b.md", "E201", other_file="units/a.md"), words, Path("content"))

    assert line == "content/units/b.md: E201: đã có ở content/units/a.md"


def test_json_is_one_object_a_line() -> None:
    line = spell(dead_unit(suggestion="a\nb"), WORDS, Path("content"), "json")

    assert "\n" not in line
    assert json.loads(line) == {
        "file": "content/articles/x.md",
        "line": 4,
        "column": 9,
        "code": "E203",
        "severity": "error",
        "message": 'đơn vị "ban-td" không tồn tại',
        "hint": 'ý bạn là "a\\nb"?',
    }


def test_a_workflow_command_cannot_be_broken_out_of() -> None:
    found = problem("a,b:c%.md", "E203", line=1, column=2, kind="unit", id="x\n::error::y%")

    line = spell(found, WORDS, Path("content"), "github")

    assert line == (
        "::error file=content/a%2Cb%3Ac%25.md,line=1,col=2,title=E203::"
        'đơn vị "x\\n::error::y%25" không tồn tại (tạo tệp mới)'
    )


def test_a_warning_is_told_as_one() -> None:
    line = spell(problem("x.md", "W1", line=3), WORDS, Path("content"), "github")

    assert line.startswith("::warning file=content/x.md,line=3,col=1,")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb\tc", "a\\nb\\tc"),
        ("\x1b[31m", "\\u001b[31m"),
        ("trái\u202ephải", "trái\\u202ephải"),
        ("x" * 300, "x" * 239 + "…"),
        ("Sở\u00a0Y tế", "Sở\u00a0Y tế"),
    ],
)
def test_what_content_says_cannot_reach_the_terminal_raw(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("written", "choices", "meant"),
    [
        ("titel", ("date", "title"), "title"),
        ("chinh-trị", ("kinh-te", "chinh-tri"), "chinh-tri"),
        ("ban-td", ("van-phong", "ban-thi-dua"), "ban-thi-dua"),
        ("zzzz", ("date", "title"), ""),
        ("", ("date",), ""),
        ("ab", ("ac", "ad"), "ac"),
        ("dtae", ("dxxe", "date"), "date"),
    ],
)
def test_the_nearest_choice_is_what_was_meant(
    written: str, choices: tuple[str, ...], meant: str
) -> None:
    assert nearest(written, choices) == meant


def codes_in_the_code() -> set[str]:
    sources = (ROOT / "plugins").rglob("*.py")
    return {
        code for path in sources for code in re.findall(r'"([ENW]\d{3})"', path.read_text("utf-8"))
    }


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_code_has_its_sentence_and_its_way_out(language: str) -> None:
    words = read_catalogue(CATALOGUES, "problems", language)
    needed = {id for code in codes_in_the_code() for id in (code, f"{code}.hint")}

    assert sorted(id for id in needed if id not in words) == []


def test_both_languages_have_the_same_entries() -> None:
    in_vietnamese, in_english = (
        read_catalogue(CATALOGUES, "problems", language).texts for language in ("vi", "en")
    )

    assert sorted(in_vietnamese.keys() ^ in_english.keys()) == []


def test_both_languages_fill_the_same_names() -> None:
    in_vietnamese, in_english = (
        read_catalogue(CATALOGUES, "problems", language).texts for language in ("vi", "en")
    )
    names = re.compile(r"\{(\w+)\}")
    differing = [
        id
        for id, text in in_vietnamese.items()
        if set(names.findall(text)) != set(names.findall(in_english[id]))
    ]

    assert differing == []


def test_every_code_has_a_section_in_the_handbook() -> None:
    handbook = (ROOT / "docs" / "huong-dan" / "loi.md").read_text("utf-8")
    told = set(re.findall(r"^### ([ENW]\d{3})\b", handbook, re.MULTILINE))

    assert sorted(codes_in_the_code() - told) == []
    assert sorted(told - codes_in_the_code()) == []


def test_a_raised_warning_has_the_sentence_of_the_warning() -> None:
    words = read_catalogue(CATALOGUES, "problems", "vi")
    warned = Problem(file="x.md", code="W506", params=(("other_file", "y.md"),))

    raised = replace(warned, code="E506")

    assert raised.severity == "error"
    assert sentences(raised, words) == sentences(warned, words)


def test_a_code_quality_report_is_one_list_whatever_there_is_to_tell(tmp_path: Path) -> None:
    words = read_catalogue(CATALOGUES, "problems", "vi")
    found = [
        Problem(file="x.md", line=3, column=2, code="E118"),
        Problem(file="x.md", code="N520", params=(("title", "Tin"),)),
        Problem(file="x.md", code="W506", params=(("other_file", "y.md"),)),
    ]

    for some in ([], found[:1], found):
        lines = [spell(one, words, tmp_path, "gitlab") for one in some]
        report = json.loads("\n".join(report_of(lines, "gitlab")))

        assert [one["severity"] for one in report] == ["major", "info", "minor"][: len(some)]
        assert len({one["fingerprint"] for one in report}) == len(some)
    assert report[0]["location"]["lines"]["begin"] == 3
    assert report[0]["check_name"] == "E118"
