"""What the build writes is what the script reads: the same syllables, shards and signs."""

from __future__ import annotations

import json
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from newsroom.planning.views.search import Segment
from newsroom.rendering.search_vocabulary import FORM, Places, Vocabulary, spread
from tests.newsroom.builders import article
from tests.newsroom.searching.asking import HERE, SCRIPTS, ask, judged
from tests.newsroom.searching.small import laid
from tests.programs import program
from vietnamese import clean, search_syllables

TEXTS = [
    *(query.text for query in judged()),
    *(line for law in (HERE / "laws").glob("*.md") for line in law.read_text("utf-8").split("\n")),
    "Hoà bình, HÒA BÌNH; uỷ ban, ủy ban, Ủy Ban; sĩ, sỹ; quý, quí; Đắk Lắk, ĐẮK LẮK",
    "34‑CT/TW, 34ct tw, 07/2020, 29.7.2020, ngày 05/8, 1.200.000đ",
    "ﬁ Ｆｕｌｌ ⅣⅤ ²³ ½ ①",
    "Đ đ Ð ð Ɖ ɖ d̵ D̵",
    "a\u200bb c\u00add e\ufefff",
    "Ελλάς тест 中文 العربية",
    "x" * 50,
]
_RUN = """
import { pathToFileURL } from "node:url";
const [folder] = process.argv.slice(1);
const { syllables } = await import(pathToFileURL(`${folder}/fold.mjs`).href);
const { spread, signOf, shardOf } = await import(pathToFileURL(`${folder}/lookup.mjs`).href);
let input = "";
for await (const chunk of process.stdin) input += chunk;
console.log(JSON.stringify(JSON.parse(input).map((text) => {
  const found = syllables(text.normalize("NFKC"));
  const [one, two] = [...found, { key: "", marks: "" }, { key: "", marks: "" }];
  return {
    syllables: found.map(({ key, marks }) => [key, marks]),
    spread: spread(text),
    sign: signOf(one.marks, two.marks),
    pair: one.key && two.key ? shardOf({ first: one.key, second: two.key }, { shards: 97 }) : 0,
    single: one.key ? shardOf({ first: one.key }, { shards: 97, stem: 2 }) : 0,
  };
})));
"""


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What the script makes of every text."""
    folder = tmp_path_factory.mktemp("scripts")
    for name in ("fold", "lookup"):
        text = (SCRIPTS / f"{name}.js").read_text("utf-8")
        (folder / f"{name}.mjs").write_text(text, "utf-8")
    done = subprocess.run(
        [program("node", "nodejs"), "--input-type=module", "--eval", _RUN, str(folder)],
        input=json.dumps(TEXTS),
        capture_output=True,
        check=True,
        text=True,
        timeout=60,
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_the_script_reads_the_syllables_that_the_index_holds(read: list[dict[str, Any]]) -> None:
    wanted = [[list(each) for each in search_syllables(text)] for text in TEXTS]
    differing = {
        text: (mine, each["syllables"])
        for text, mine, each in zip(TEXTS, wanted, read, strict=True)
        if mine != each["syllables"]
    }

    assert differing == {}


def test_decomposed_text_has_the_same_syllables() -> None:
    for text in TEXTS:
        assert search_syllables(unicodedata.normalize("NFD", text)) == search_syllables(text)


def test_the_script_looks_into_the_shard_that_the_build_wrote(read: list[dict[str, Any]]) -> None:
    for text, each in zip(TEXTS, read, strict=True):
        segment = Segment((), 2)
        segment.__dict__["shards"] = 97
        words = Vocabulary()
        numbers = words.read(clean(text))
        places = Places(words, segment)
        one, two = ([number >> FORM for number in numbers if number >> FORM] + [0, 0])[:2]
        pair = int(places.shards(np.array([one]), np.array([two]))[0]) if one and two else 0
        single = int(places.shards(np.array([one]), np.array([0]))[0]) if one else 0
        marks = [number & 31 for number in numbers if number >> FORM] + [0, 0]
        sign = (marks[0] * 5 + marks[1]) & 31

        assert (spread(text), sign, pair, single) == (
            each["spread"], each["sign"], each["pair"], each["single"],
        ), text  # fmt: skip


def test_words_in_other_letters_are_found_beside_those_that_begin_alike(tmp_path: Path) -> None:
    words = ("Москва", "Мосфильм", "Мос", "łódź", "łowicz", "文化", "文学", "𠀀字", "𠀀文")
    output = laid(tmp_path, *(article(f"x{n}", word) for n, word in enumerate(words)))

    for number, answer in enumerate(ask(output, words)):
        assert f"/tin/2020/07/x{number}/" in answer.hrefs, words[number]


def test_the_package_of_the_language_names_its_marks() -> None:
    wanted = [("thuong", "\u0309\u031b\u031b"), ("dak", "đ\u0301\u0306")]

    assert search_syllables("thưởng ĐẮK") == wanted


def test_scripts_stand_where_the_tests_look() -> None:
    assert Path(SCRIPTS, "search.min.js").exists()
