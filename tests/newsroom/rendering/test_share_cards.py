"""Share cards are drawn right in Vietnamese, in the site's own look, light, once."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from PIL import Image

from newsroom.planning.views.standing import ShareCardView
from newsroom.rendering import share_cards
from newsroom.rendering.share_cards import ACCENTS, FONTS, INK, PAPER, SIZE, SOFT, font_of
from newsroom.rendering.share_cards import share_card as drawn
from newsroom.rendering.typesetting import set_lines
from tests.building import ROOT

LIMIT = 300_000
"""Bytes that a preview may have (readers' rule)."""
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
VOWELS = "aăâeêioôơuưy"
LETTERS = {
    letter
    for vowel in (*VOWELS, *VOWELS.upper())
    for tone in TONES
    if not (letter := normalize("NFC", vowel + tone)).isascii()
} | {"đ", "Đ"}
MISSING = "\ue123"
"""A place that no font fills, so that it shows what a missing letter looks like."""
FULL = ShareCardView(
    label="Phong trào thi đua",
    title="Đúng hẹn với dân",
    note="15/01/2026 – 31/12/2026",
    site_name="Tin Thi Đua",
    owner="Ban Thi đua – Khen thưởng tỉnh",
    palette="la-lua",
    recipe="card-1",
)
LONG = "Khối thi đua các cơ quan Đảng tỉnh triển khai nhiệm vụ 6 tháng cuối năm 2020 " * 6


@pytest.mark.parametrize(
    "view",
    [
        FULL,
        replace(FULL, title=LONG),
        replace(FULL, title="x" * 900, note="y " * 300, owner="z" * 300, site_name="w" * 200),
        replace(FULL, label="", site_name=""),
        replace(FULL, title="Ỗ", label="", note="", site_name="", owner="Ệ"),
        replace(FULL, label="l" * 300, palette="no such"),
        replace(FULL, title=""),
    ],
    ids=["full", "long", "endless words", "site", "one letter", "long label", "empty"],
)
def test_any_words_make_a_card_of_the_right_size_and_weight(
    view: ShareCardView, tmp_path: Path
) -> None:
    data = drawn(view, tmp_path)
    card = Image.open(BytesIO(data))

    assert (card.format, card.size) == ("PNG", SIZE)
    assert len(data) <= LIMIT
    edge = [card.convert("RGB").getpixel((x, y)) for x in range(60) for y in range(0, 630, 7)]
    assert set(edge) == {tuple(bytes.fromhex(PAPER[1:]))}


def test_there_are_134_letters_with_marks() -> None:
    assert len(LETTERS) == 134


@pytest.mark.parametrize("name", FONTS)
def test_every_font_has_every_letter_of_vietnamese(name: str) -> None:
    font = font_of(name, 40)
    seen = {letter: bytes(font.getmask(letter)) for letter in (*LETTERS, *"“”–·…0123456789")}
    missing = bytes(font.getmask(MISSING))

    assert missing == bytes(font.getmask("漢"))
    assert [letter for letter, mask in seen.items() if mask == missing] == []
    assert len({seen[letter] for letter in LETTERS}) == len(LETTERS)


def test_a_letter_with_two_marks_is_one_letter_wide() -> None:
    font = font_of("serif", 80)

    assert font.getlength("ỗ") == font.getlength("o")


@pytest.mark.parametrize("field", [each.name for each in fields(ShareCardView)])
def test_every_word_of_a_card_makes_it_another(field: str, tmp_path: Path) -> None:
    other = {"palette": "gom-lam", "recipe": "card-2"}.get(field, "Ở đâu đó")
    drawn(FULL, tmp_path)
    changed = drawn(replace(FULL, **{field: other}), tmp_path)

    assert len(list(tmp_path.iterdir())) == 2
    assert (changed == drawn(FULL, tmp_path)) == (field == "recipe")


def test_a_card_that_was_drawn_once_is_read_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = drawn(FULL, tmp_path)
    monkeypatch.setattr(share_cards, "_drawn", lambda _: b"drawn a second time")

    assert drawn(FULL, tmp_path) == made
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(b"damaged")
    assert drawn(FULL, tmp_path) == b"drawn a second time"


def test_the_same_words_are_the_same_bytes(tmp_path: Path) -> None:
    assert drawn(FULL, tmp_path / "1") == drawn(FULL, tmp_path / "2")


def test_the_inks_are_those_of_the_theme() -> None:
    tokens = (ROOT / "theme" / "styles" / "tokens.css").read_text("utf-8")
    named = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", tokens))
    palettes = re.findall(r"\.palette--([a-z-]+) \{ --accent: var\(--([a-z]+)\)", tokens)
    light = dict(palettes[: len(palettes) // 2])

    assert (named["paper"], named["ink"], named["tea"]) == (PAPER, INK, SOFT)
    assert {key: named[colour] for key, colour in light.items()} | {"": named["lacquer"]} == (
        ACCENTS
    )


def test_a_card_says_nothing_but_its_picture(tmp_path: Path) -> None:
    data = drawn(FULL, tmp_path)

    assert {data[at + 4 : at + 8] for at in chunks(data)} == {b"IHDR", b"PLTE", b"IDAT", b"IEND"}


def test_lines_are_even_and_a_number_stays_with_its_noun() -> None:
    font = font_of("serif", 60)
    lines = set_lines("Triển khai nhiệm vụ trọng tâm 6 tháng cuối năm 2020", font, 900, 4)

    assert all(font.getlength(line) <= 900 for line in lines)
    assert len(lines) == 2
    assert min(map(len, lines)) > max(map(len, lines)) * 0.6
    assert any("6\u00a0tháng" in line for line in lines)


def test_what_is_beyond_the_last_line_is_cut_at_a_word_and_said_to_be() -> None:
    font = font_of("serif", 60)
    lines = set_lines("một hai ba bốn năm, " * 20, font, 500, 2)

    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert lines[-1].rstrip("…").split()[-1].rstrip(",") in ("một", "hai", "ba", "bốn", "năm")
    assert all(font.getlength(line) <= 500 for line in lines)


def chunks(png: bytes) -> list[int]:
    """Where each chunk of a PNG begins (RFC 2083, 3.2)."""
    found, at = [], 8
    while at < len(png):
        found.append(at)
        at += 12 + int.from_bytes(png[at : at + 4], "big")
    return found
