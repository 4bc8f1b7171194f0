"""The tiny sound sites: what each is there to show, it shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from newsroom.records import Body
from tests.building import ROOT
from tests.sound import problems_of, records_of, site_of

SITES = ROOT / "tests" / "sites"
NOW = "2020-08-01T08:00"
NOT_WRITTEN = {"id", "file", "made_summary", "body"}
"""What reading fills in by itself: no editor writes these as keys."""


@pytest.mark.parametrize(
    "name", sorted(path.name for path in SITES.iterdir() if path.name != "states")
)
def test_a_sound_site_has_no_problem(name: str) -> None:
    assert problems_of(SITES / name, NOW) == []


def test_every_key_of_the_content_format_is_used_at_least_once() -> None:
    records = records_of(SITES / "every_kind")
    used: set[str] = set()
    known: set[str] = set()
    for record in (records.site, *(record for _, record in records.all())):
        for name, is_used in _keys(record):
            known.add(name)
            if is_used:
                used.add(name)

    assert sorted(known - used) == []


def test_every_genre_is_used_at_least_once() -> None:
    articles = records_of(SITES / "every_kind").article.values()

    genres = {"news", "review", "exemplar", "notice", "speech", "photo_story"}
    assert {article.genre for article in articles} == genres


def test_each_state_is_shown_by_an_article_named_for_it() -> None:
    site = site_of(SITES / "states", NOW)

    states = {id: site.state(article) for id, article in site.records.article.items()}

    assert states == {
        "dang-hien": "listed",
        "tin-thuong": "listed",
        "con-han": "listed",
        "ban-nhap": "hidden",
        "cho-duyet": "hidden",
        "hen-gio": "hidden",
        "het-han": "expired",
        "da-rut": "withdrawn",
    }


def test_a_link_to_what_is_not_listed_and_an_undated_number_are_warnings() -> None:
    told = [(p.severity, dict(p.params).get("id", "")) for p in problems_of(SITES / "states", NOW)]

    assert sorted(told) == [
        ("warning", ""),
        ("warning", "ban-nhap"),
        ("warning", "cho-duyet"),
        ("warning", "da-rut"),
        ("warning", "hen-gio"),
        ("warning", "het-han"),
    ]


def test_the_sites_of_odd_bytes_are_still_odd() -> None:
    folder = SITES / "names" / "articles"

    assert b"\r\n" in (folder / "crlf.md").read_bytes()
    assert (folder / "bom.md").read_bytes().startswith(b"\xef\xbb\xbf")
    assert "\u0301" in (folder / "nfd.md").read_text("utf-8")
    assert "\u00a0" in (folder / "nbsp.md").read_text("utf-8")
    assert "\u200b" in (folder / "zero-width.md").read_text("utf-8")
    assert [path.name for path in _photos()] == ["ho\u0323\u0302i-nghi\u0323.jpg"]


def test_however_the_bytes_were_written_the_words_are_the_same() -> None:
    articles = records_of(SITES / "names").article

    written = ("nfd", "crlf", "bom", "nbsp", "zero-width")
    assert {articles[id].body.text.strip() for id in written} == {
        "Ủy ban nhân dân tỉnh tổ chức hội nghị sơ kết."
    }
    assert all(articles[id].title.startswith("Ủy ban nhân dân tỉnh họp") for id in written)


def test_a_decomposed_file_name_is_found_by_its_composed_name() -> None:
    assert list(records_of(SITES / "names").photos) == ["photos/2020/07/hội-nghị.jpg"]


def _photos() -> list[Path]:
    return sorted((SITES / "names" / "photos" / "2020" / "07").iterdir())


def _keys(record: Any) -> Iterator[tuple[str, bool]]:
    """Every key of a record and of its parts, and whether it holds more than nothing."""
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name not in NOT_WRITTEN:
            yield f"{type(record).__name__}.{field.name}", not _is_empty(value, field)
        for part in value if isinstance(value, tuple) else (value,):
            if is_dataclass(part) and type(part).__module__.startswith("newsroom"):
                yield from _keys(part)


def _is_empty(value: Any, field: Any) -> bool:
    if isinstance(value, Body):
        return not value
    return field.default is not MISSING and value == field.default
