"""Old encodings: every syllable comes back, every old text is found, no good text is accused."""

import csv
from collections.abc import Callable
from itertools import islice

import pytest

import vietnamese
from tests.shared_data import shared
from tests.vietnamese.corpus import articles, paragraphs
from tests.vietnamese.old_encodings import every_syllable, to_tcvn3, to_viqr, to_viscii, to_vni
from vietnamese.legacy import tcvn3, viscii, vni

Convert = Callable[[str], str]
_ENCODINGS: dict[str, tuple[Convert, Convert]] = {
    "tcvn3": (to_tcvn3, vietnamese.tcvn3_to_unicode),
    "vni": (to_vni, vietnamese.vni_to_unicode),
    "viscii": (to_viscii, vietnamese.viscii_to_unicode),
    "viqr": (to_viqr, vietnamese.viqr_to_unicode),
}


@pytest.mark.parametrize("encoding", _ENCODINGS)
def test_every_syllable_comes_back_from_an_old_encoding(encoding: str) -> None:
    encode, convert = _ENCODINGS[encoding]
    syllables = every_syllable()
    assert [convert(encode(syllable)) for syllable in syllables] == syllables


@pytest.mark.parametrize("encoding", ["vni", "viscii", "viqr"])
def test_capitals_come_back_where_the_encoding_has_them(encoding: str) -> None:
    encode, convert = _ENCODINGS[encoding]
    capitals = [syllable.upper() for syllable in every_syllable()]
    assert [convert(encode(syllable)) for syllable in capitals] == capitals


def test_a_run_in_a_capital_font_of_tcvn3_becomes_capitals() -> None:
    assert vietnamese.tcvn3_to_unicode("Céng hoµ", capitals=True) == "CỘNG HOÀ"


def test_a_lost_soft_hyphen_is_reported_and_not_guessed() -> None:
    converted = vietnamese.tcvn3_to_unicode("khen thëng n\u00adíc nhµ")
    assert converted == "khen thởng nước nhà"
    assert vietnamese.tcvn3_lost_letters(converted) == ["thởng"]
    assert vietnamese.tcvn3_lost_letters("khen thưởng, quờ quạng, cơn mơ") == []


def test_a_full_stop_after_a_toned_viqr_syllable_ends_the_sentence() -> None:
    assert vietnamese.viqr_to_unicode("chu? nghi~a. DDu'ng?") == "chủ nghĩa. Đúng?"
    assert vietnamese.viqr_to_unicode(r"la\. la.") == "la. lạ"


@pytest.mark.parametrize(("map_name", "table"), [("tcvn3", tcvn3.TABLE), ("vni", vni.table())])
def test_a_table_agrees_with_the_published_one(map_name: str, table: dict[str, str]) -> None:
    with shared(f"data/legacy/map-{map_name}.csv").open(encoding="utf-8") as lines:
        published = {row["legacy_chars"]: row["unicode"] for row in csv.DictReader(lines)}
    assert {old: table.get(old) for old in published} == published


def test_the_table_of_viscii_agrees_with_the_c_library() -> None:
    with shared("data/legacy/charmap-viscii.csv").open(encoding="utf-8") as lines:
        rows = [(row["bytes_hex"], row["codepoint"]) for row in csv.DictReader(lines)]
    published = {
        chr(int(byte, 16)): chr(int(point.removeprefix("U+"), 16)) for byte, point in rows
    }
    assert {byte: viscii.TABLE.get(byte, byte) for byte in published} == published


@pytest.mark.parametrize("number", range(1, 7))
@pytest.mark.parametrize(
    ("file", "encoding"),
    [
        ("viscii", "viscii"), ("tcvn5712-1", "tcvn5712-1"), ("cp1258", "windows-1258"),
        ("utf8-nfd", "utf-8"), ("utf16le-bom", "utf-16"),
    ],
)  # fmt: skip
def test_an_encoded_article_decodes_to_its_truth(number: int, file: str, encoding: str) -> None:
    data = shared(f"data/legacy/encoded/{number:02}.{file}.txt").read_bytes()
    truth = shared(f"data/legacy/encoded/{number:02}.utf8.txt").read_text("utf-8")
    assert vietnamese.decode(data, encoding) == vietnamese.clean(truth)


def test_an_unknown_encoding_and_bytes_outside_one_are_refused() -> None:
    with pytest.raises(LookupError):
        vietnamese.decode(b"a", "klingon")
    with pytest.raises(UnicodeDecodeError):
        vietnamese.decode(b"\xff\xfe\xff", "utf-8")


@pytest.mark.parametrize("number", range(1, 7))
def test_what_a_misreading_of_utf8_left_whole_is_repaired(number: int) -> None:
    broken = shared(f"data/legacy/encoded/{number:02}.mojibake-utf8.txt").read_text("utf-8")
    truth = shared(f"data/legacy/encoded/{number:02}.utf8.txt").read_text("utf-8")
    repaired = vietnamese.mojibake_to_unicode(broken).split()
    whole = [word for word in repaired if "\ufffd" not in word]
    assert len(whole) > 0.8 * len(repaired)
    assert set(whole) <= set(truth.split())
    assert vietnamese.detect_legacy(broken) == "damaged"


@pytest.mark.parametrize(
    "text",
    [
        "", "Thi đua", "Jørgen Sørensen, Åse Håland, José Peña, Núñez", "Sø", "El Niño y la Niña",
        "Übergrößenträger für Ärzte", "Ça va très bien à la fête, garçon", "São Paulo, Brasília",
        "Điều 3 § 2 · 25 µm © 2020 ® ±5° «trích»", "C++ and a^2 + b^2; o^o, add odd++",
        "It's what he's said. Why? Who knows? U.S.A.", "naïve café", "100% cán bộ",
        "Hoà là bà", "Ðại hội Ðảng",
    ],
)  # fmt: skip
def test_good_text_of_any_language_is_not_accused(text: str) -> None:
    assert vietnamese.detect_legacy(text) == "none"


def test_utf8_read_as_windows_1252_is_told_and_repaired() -> None:
    assert vietnamese.detect_legacy("Khá»‘i thi Ä‘ua") == "mojibake"
    assert vietnamese.mojibake_to_unicode("Khá»‘i thi Ä‘ua") == "Khối thi đua"
    assert vietnamese.decode("Khá»‘i thi Ä‘ua".encode(), "mojibake") == "Khối thi đua"


@pytest.mark.parametrize("every", [8, pytest.param(1, marks=pytest.mark.long)])
def test_no_real_article_is_accused(every: int) -> None:
    accused = [
        text
        for article in islice(articles(), 0, None, every)
        for text in ["\n".join(article), *article]
        if vietnamese.detect_legacy(text) != "none"
    ]
    assert accused == []


@pytest.mark.parametrize("every", [40, pytest.param(3, marks=pytest.mark.long)])
@pytest.mark.parametrize("encoding", _ENCODINGS)
def test_every_long_paragraph_in_an_old_encoding_is_found(encoding: str, every: int) -> None:
    encode, _ = _ENCODINGS[encoding]
    long = [text for text in paragraphs()[::every] if len(text.split()) >= 10]
    assert len(long) > 40_000 / every
    encoded = {text: encode(text) for text in long}
    missed = [
        text
        for text, old in encoded.items()
        if old != text and vietnamese.detect_legacy(old) != encoding
    ]
    assert missed == []
