from __future__ import annotations

import re
from pathlib import Path

import pytest

import newsroom
from newsroom.catalogue import read_catalogue
from newsroom.problems import Problem, sentences
from tests.newsroom.builders import article, bloc, campaign, page, unit
from tests.newsroom.linking.told import problems

NEWSROOM = Path(newsroom.__file__).parent
LINKING = NEWSROOM / "linking"
CODES = sorted(
    {
        code
        for path in LINKING.glob("*.py")
        for code in re.findall(r'"([EW]2\d\d)"', path.read_text("utf-8"))
    }
)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("code", CODES)
def test_every_problem_of_linking_has_a_sentence_and_a_way_out(code: str, language: str) -> None:
    words = read_catalogue(NEWSROOM / "translations", "problems", language)

    assert code in words
    assert f"{code}.hint" in words


def some_problems() -> list[Problem]:
    return problems(
        article("x", units=["ban-td"], aliases=["/tin", "/don-vi/ban-thi-dua"], tags=["!"]),
        article("y", status="withdrawn", tags=["Bình Thành"]),
        article("z", counterpart="x", tags=["Bình Thạnh"]),
        campaign("c", parent="c", launched_by={}, start="2020-02-01", end="2020-01-01"),
        bloc("b", years=[{"year": 2020}, {"year": 2020}]),
        page("tin"),
        unit("ban-thi-dua"),
    )


@pytest.mark.parametrize("language", ["vi", "en"])
def test_problems_fill_their_sentences(language: str) -> None:
    words = read_catalogue(NEWSROOM / "translations", "problems", language)

    for problem in some_problems():
        message, hint = sentences(problem, words)
        assert message
        assert hint
        assert "{" not in message + hint
