from __future__ import annotations

import gzip
import json
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsroom.problems import Problem
from newsroom.reading.bodies import BodyRead, BodyReader
from newsroom.reading.bodies.plain import LONGEST, plain_blocks
from newsroom.reading.bodies.reader import clean_lines
from newsroom.reading.findings import Findings
from newsroom.records.body import Text
from tests.shared_data import shared

CONTENT = Path(__file__).parents[3] / "content"
SAMPLE = 40
"""One in so many bodies of the corpora is tried by default."""


def both_ways(reader: BodyReader, text: str) -> None:
    """Read a body the short way and in full; the same must come of it."""
    short, full = Findings("x.md"), Findings("x.md")
    one = reader.read(text, 7, short)
    cleaned = clean_lines(text)
    if cleaned.strip():
        other = reader.read_in_full(cleaned, 7, full, "muc-")
        assert seen(one, short) == seen(other, full), text


def seen(read: BodyRead, findings: Findings) -> tuple[Text, object, object, str, list[Problem]]:
    body = read.body
    return body.whole(), body.slots, body.headings, read.lead, findings.problems


def is_plain(text: str) -> bool:
    return plain_blocks(clean_lines(text)) is not None


WORDS = st.sampled_from(
    [
        *(
            "Hội nghị",
            "thi đua",
            "2020.",
            "2020",
            "1.",
            "12)",
            "a)",
            "-",
            "–",
            "+",
            "=",
            "==",
            "---",
        ),
        *(
            "#",
            "##",
            "## Mục",
            "###### Mục",
            "####### Mục",
            "##Mục",
            "# Mục",
            "## Mục ##",
            "Mục #",
        ),
        *("29/7", "Chỉ thị số 05-CT/TW ngày 15/5/2016", "05-CT/TW", "1306/QĐ-UBND", "(", ")", '"'),
        *(
            "!",
            "!!",
            ":",
            ": x",
            "...",
            "'",
            "%",
            "$",
            "^",
            "~",
            "~~~",
            "@",
            "a@b.vn",
            "http://b.vn",
        ),
        *(
            "\u00a0",
            "\u200b",
            "\u3000",
            "\u2028",
            "\x0c",
            "\x02",
            "\t",
            "đ",
            "e\u0302\u0301",
            "🏆",
        ),
        *("*", "_", "*x*", "[x](unit:x)", "`", "<b>", "&amp;", "&", "|", "\\", "{#x}", "[^1]"),
    ]
)
GLUE = st.sampled_from(["", " ", "  ", "\n", "\n\n", "\n\n\n", " \n", "\n "])
BODIES = st.lists(st.tuples(WORDS, GLUE), max_size=14).map(
    lambda parts: "".join(word + glue for word, glue in parts)
)
READER = BodyReader()


@settings(max_examples=400)
@example("Một\n## Hai\nBa\n\n## Hai\n\n### ...\n\n### ...")
@example("Một.\n\n\n\nHai  ba.\nBốn.")
@example("A & B\n\n## Hỏi & đáp\n\n05-CT/TW & 06-CT/TW")
@example("## Mục lục\n\n## Lục")
@example("2020. Năm")
@example("Theo Chỉ thị số\n05-CT/TW và Quyết định 1306/QĐ-UBND.")
@example("## Theo Chỉ thị số 05-CT/TW")
@given(BODIES)
def test_the_short_way_says_what_the_full_one_says(text: str) -> None:
    both_ways(READER, text)


@settings(max_examples=200)
@given(st.text(max_size=60))
def test_whatever_is_typed_reads_the_same_both_ways(text: str) -> None:
    both_ways(READER, text)


@pytest.mark.parametrize(
    "text",
    [
        "Một đoạn.",
        "Một đoạn,\nhai dòng.\n\n## Mục 1\n\nĐoạn hai: 50 % (tăng 2,5).\n",
        "## Mục\nĐoạn ngay dưới.\n### Mục con\nĐoạn nữa!",
        "Công ty A & B\n\n## Hỏi & đáp",
        "Giá 5.000 đồng. 2020 là năm thứ 5.",
    ],
)
def test_prose_takes_the_short_way(text: str) -> None:
    assert is_plain(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "*nhấn*",
            "_nhấn_",
            "[x](unit:x)",
            "![x](photo:x)",
            "`x`",
            "<b>x</b>",
            "a &copy",
            "&nbsp;",
        ),
        *("- mục", "+ mục", "* mục", "1. mục", "2020. mục", "> trích", "    mã", " lùi", "\tmã"),
        *("Mục\n---", "Mục\n===", "---", "# Một", "##Hai", "## Hai ##", "##", "####### Bảy"),
        *("a | b\n- | -", "## Hai {#x}", "\\# Hai", "[^1]: Chú", "Xuống  \ndòng", "a\x02b"),
        *("a\n" * LONGEST, "a\n\n" * 500, "## a\n" * 401, "!" * 2001),
    ],
)
def test_anything_else_takes_the_full_way(text: str) -> None:
    assert not is_plain(text)


def corpora() -> Iterator[str]:
    """The body of every article and page beside the checkout."""
    for name in ("articles-thidua.jsonl", "articles-news.jsonl.gz", "articles-dated.jsonl.gz"):
        path = shared(f"data/{name}")
        data = gzip.decompress(path.read_bytes()) if name.endswith(".gz") else path.read_bytes()
        for line in data.decode().strip().split("\n"):
            yield "\n\n".join(json.loads(line)["body"])
    for path in sorted(shared("data/markdown").glob("*.tar.gz")):
        with tarfile.open(path) as archive:
            for member in archive:
                if member.name.endswith((".md", ".markdown")) and (
                    file := archive.extractfile(member)
                ):
                    yield re.sub(r"\A---\n.*?\n---\n", "", file.read().decode(), flags=re.DOTALL)


def test_one_in_many_real_bodies_reads_the_same_both_ways() -> None:
    for text in list(corpora())[::SAMPLE]:
        both_ways(READER, text)


@pytest.mark.long
def test_every_real_body_reads_the_same_both_ways() -> None:
    plain = count = 0
    for text in corpora():
        both_ways(READER, text)
        count += 1
        plain += is_plain(text)

    assert plain > count / 2


def test_the_demo_reads_the_same_both_ways() -> None:
    for path in sorted(CONTENT.rglob("*.md")):
        both_ways(READER, path.read_text("utf-8").split("\n---\n", 1)[1])
