from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.reading.files import FileReader
from newsroom.records.values import KINDS, Kind
from vietnamese import VIETNAM


def record(kind: Kind, text: str) -> Any:
    read = FileReader().read(kind, "ma", f"{kind}s/ma.md", dedent(text).encode())
    assert read.problems == ()
    return read.record


def test_an_article_has_what_its_header_says() -> None:
    article = record(
        "article",
        """\
        ---
        title:  Hội nghị   sơ kết
        date: 31/7/2020
        section: chinh-tri
        featured: yes
        tags: [thi đua, ""]
        byline: ""
        photo: {}
        expires:
        tasks: {total: 7}
        ---
        Nội dung bài.
        """,
    )

    assert (article.id, article.file, article.title) == ("ma", "articles/ma.md", "Hội nghị sơ kết")
    assert (article.date, article.featured, article.tags) == (
        date(2020, 7, 31),
        True,
        ("thi đua",),
    )
    assert (article.byline, article.photo, article.expires) == ("", None, None)
    assert (article.tasks.total, article.made_summary) == (7, "Nội dung bài.")


def test_a_written_summary_is_kept_and_none_is_made() -> None:
    article = record(
        "article", "---\ntitle: A\ndate: 2020-07-31\nsection: s\nsummary: Sapo\n---\nB\n"
    )

    assert (article.summary, article.made_summary) == ("Sapo", "")


def test_a_time_of_day_is_that_of_vietnam() -> None:
    article = record("article", "---\ntitle: A\ndate: 2020-07-31T02:54Z\nsection: s\n---\n")

    assert article.date == datetime(2020, 7, 31, 9, 54, tzinfo=VIETNAM)


def test_a_title_is_composed_and_its_invisible_characters_go() -> None:
    unit = record(
        "unit", "---\nname: So\u031b\u0309\u200b\u00a0Y te\u0302\u0301\nkind: health\n---\n"
    )

    assert unit.name == "Sở Y tế"


def test_numbers_are_exact() -> None:
    campaign = record(
        "campaign", "---\nname: A\ntargets:\n  - {label: x, value: 96.4, unit: '%'}\n---\n"
    )

    assert campaign.targets[0].value == Decimal("96.4")


def test_results_are_a_body_with_anchors_of_their_own() -> None:
    campaign = record(
        "campaign",
        """\
        ---
        name: A
        results: |
          ## Kết quả

          Theo [Sở](unit:so-mau).
        ---
        ## Kết quả
        """,
    )

    assert campaign.results.headings[0].anchor == "results-ket-qua"
    assert campaign.body.headings[0].anchor == "muc-ket-qua"
    assert [slot.line for slot in campaign.results.slots if slot.what == "open"] == [6]


@pytest.mark.parametrize(("sign", "place"), [("|", (6, 13)), (">-", (6, 13)), ("|-", (6, 13))])
def test_a_link_in_results_is_told_where_it_stands_in_the_file(
    sign: str, place: tuple[int, int]
) -> None:
    text = f"---\nname: A\nresults: {sign}\n  Hai câu\n\n  Theo [Sở](unit:so-mau).\n---\n"

    (opened,) = [slot for slot in record("campaign", text).results.slots if slot.what == "open"]

    assert (opened.line, opened.column) == place


def test_a_menu_item_may_be_its_place_alone() -> None:
    site = record("site", "name: A\nowner: B\nnavigation: [/don-vi/, {url: 'page:x', name: X}]\n")

    assert [(item.url, item.name) for item in site.navigation] == [
        ("/don-vi/", ""),
        ("page:x", "X"),
    ]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(KINDS), st.binary(max_size=200))
def test_no_bytes_can_stop_the_reading(kind: Kind, data: bytes) -> None:
    read = FileReader().read(kind, "x", "x.md", data)

    assert (read.record is None) == any(found.severity == "error" for found in read.problems)


PIECES = (
    *("---\n", "title: ", "a", "ộ", ": ", "[", "]", "{", "}", "'", '"', "#", " # ", "&a", "*a"),
    *(
        "!",
        "|\n",
        "- ",
        "\n",
        "  ",
        "\t",
        "date: 2020-07-31\n",
        "section: a\n",
        "| a |\n",
        "<div>",
    ),
    *("![x](photo:a.jpg)", "[x](unit:y)", "1. ", "> ", "`", "**", "[^1]", "\\", "05-CT/TW "),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_no_text_can_stop_the_reading(pieces: list[str]) -> None:
    data = ("---\n" + "".join(pieces)).encode()

    read = FileReader().read("article", "x", "x.md", data)

    assert (read.record is None) == any(found.severity == "error" for found in read.problems)
