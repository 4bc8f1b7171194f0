"""Cleaning, tone styles, slugs and syllables, beyond the vectors."""

import gzip
import re

import markdown
import pytest

import vietnamese
from tests.shared_data import shared


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("d\u0335a\u0323ng", "đạng"), ("\u00f0ua", "đua"), ("34\u2011CT/TW", "34-CT/TW"),
        ("6\u00a0tháng", "6 tháng"), ("thi\u00adđua\u2060", "thiđua"), ("A\u0301\u0302", "Ấ"),
        ("a\u0340", "à"), ("o\u0323\u031b", "ợ"), ("e\u0309\u0302\u0323", "ệ\u0309"), ("", ""),
        ("Khen – thưởng", "Khen – thưởng"),
    ],
)  # fmt: skip
def test_a_text_is_cleaned(text: str, cleaned: str) -> None:
    assert vietnamese.clean(text) == cleaned


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("HOÀ BÌNH", "HÒA BÌNH"), ("Uỷ ban", "Ủy ban"), ("quỹ, quỳ, quỵ", "quỹ, quỳ, quỵ"),
        ("Hoà Vang, Khoái Châu", "Hòa Vang, Khoái Châu"), ("ngoằn ngoèo", "ngoằn ngoèo"),
        ("oà khóc", "òa khóc"), ("thuở, thuế", "thuở, thuế"), ("loè loẹt", "lòe loẹt"),
        ("ho\u0061\u0300", "hòa"), ("Zoé", "Zoé"), ("nguỵ_hoà1", "ngụy_hòa1"),
    ],
)  # fmt: skip
def test_both_tone_styles_are_one_in_the_canonical_form(new: str, old: str) -> None:
    assert vietnamese.canonical_tones(new) == old


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Chỉ thị số 34-CT/TW", "chi-thi-so-34-ct-tw"), ("1.234,5 đồng", "1-234-5-dong"),
        ("Jørgen & Łódź, straße", "jorgen-lodz-strasse"), ("北京", ""),
        ("Œuvre", "oeuvre"), ("…", ""), ("a_b", "a-b"),
        ("Bà Rịa–Vũng Tàu", "ba-ria-vung-tau"), ("TP.HCM", "tp-hcm"), ("²", "2"),
    ],
)  # fmt: skip
def test_a_slug_keeps_the_parts_apart(text: str, slug: str) -> None:
    assert vietnamese.slug(text) == slug


def test_python_markdown_gives_headings_our_ids() -> None:
    html = markdown.markdown(
        "## Đại hội Đảng bộ\n\n## Đại hội Đảng bộ\n\n## …",
        extensions=["toc"],
        extension_configs={"toc": {"slugify": vietnamese.heading_id}},
    )
    assert re.findall(r'id="([^"]*)"', html) == ["dai-hoi-dang-bo", "dai-hoi-dang-bo_1", "_1"]


@pytest.mark.parametrize("word", ["thưởng", "QUỲNH", "nghiêng", "gì", "giá", "xoong", "ý", "hoà"])
def test_a_syllable_is_known(word: str) -> None:
    assert vietnamese.is_syllable(word)


@pytest.mark.parametrize("word", ["", "ñua", "thởng", "nớc", "façade", "càc", "àà", "b\u0300"])
def test_what_cannot_be_a_syllable_is_not_taken_for_one(word: str) -> None:
    assert not vietnamese.is_syllable(word)


def test_the_words_of_a_dictionary_are_syllables() -> None:
    packed = shared("data/words/viet39k.txt.gz").read_bytes()
    words = set(re.findall(r"[^\W\d_]+", vietnamese.clean(gzip.decompress(packed).decode())))
    strange = {word for word in words if not vietnamese.is_syllable(word)}
    assert len(words) > 6_000
    assert len(strange) <= 18, "loans such as gen, gip, gram, and slips of the list itself"
