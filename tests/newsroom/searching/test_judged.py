"""The judged queries: what must be found is in the first ten, and leads where it must.
Recall and mean reciprocal rank are printed after the tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from unicodedata import is_normalized

import pytest

from tests.newsroom.searching.asking import Found, Judged, ask, judged
from tests.newsroom.searching.conftest import ROOT_OF_DEMO, SCORES
from vietnamese import fold

QUERIES = judged()


@pytest.fixture(scope="module")
def answers(searched: Path) -> list[Found]:
    return ask(searched, [query.text for query in QUERIES], ROOT_OF_DEMO)


def test_there_are_queries_enough_of_every_kind() -> None:
    texts = [query.text for query in QUERIES]

    assert len(texts) == len(set(texts)) >= 80
    assert sum(query.first for query in QUERIES) >= 40
    assert sum(not _is_marked(query) for query in QUERIES) >= 30
    assert sum(is_normalized("NFD", text) and not text.isascii() for text in texts) >= 3


def test_the_first_ten_hold_every_page_that_they_must(
    answers: list[Found], record_property: Callable[[str, str], None]
) -> None:
    record_property(SCORES, f"{len(QUERIES)} queries: {_scores(QUERIES, answers)}")
    for name, marked in (("with marks or signs", True), ("plain", False)):
        chosen = [at for at, query in enumerate(QUERIES) if _is_marked(query) == marked]
        told = _scores([QUERIES[at] for at in chosen], [answers[at] for at in chosen])
        record_property(SCORES, f"{len(chosen)} {name}: {told}")
    lost = {
        query.text: each
        for query, found in zip(QUERIES, answers, strict=True)
        if (each := set(query.wanted) - set(found.hrefs))
    }

    assert lost == {}


def test_a_page_that_must_lead_does(answers: list[Found]) -> None:
    led = {
        query.text: found.hrefs[:1]
        for query, found in zip(QUERIES, answers, strict=True)
        if query.first and found.hrefs[:1] != query.wanted[:1]
    }

    assert led == {}


def _is_marked(query: Judged) -> bool:
    return fold(query.text) != query.text.lower()


def _scores(queries: list[Judged], answers: list[Found]) -> str:
    wanted = sum(len(query.wanted) for query in queries)
    met = ranks = 0.0
    for query, found in zip(queries, answers, strict=True):
        places = [found.hrefs.index(each) for each in query.wanted if each in found.hrefs]
        met += len(places)
        ranks += 1 / (min(places) + 1) if places else 0
    return f"recall@10 {met / wanted:.1%}, mean reciprocal rank {ranks / len(queries):.3f}"
