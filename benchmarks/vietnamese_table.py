"""What `vietnamese` gives beside what other libraries give, as docs/vietnamese.md.

python benchmarks/vietnamese_table.py writes the page; a test holds it to what the code gives.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import ftfy
import pyuca
import slugify
from babel.dates import format_datetime
from babel.numbers import format_decimal
from markdown.extensions import toc
from pelican.settings import DEFAULT_CONFIG
from pelican.utils import get_date, truncate_html_words
from pelican.utils import slugify as pelican_slugify

_ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(_ROOT / "plugins"))

import vietnamese  # noqa: E402 - plugins/ has to be on the path first

PAGE = _ROOT / "docs" / "vietnamese.md"
_HEAD = """# Vietnamese, beside other libraries

Each function of `plugins/vietnamese` with what another library gives for the same text. This page
is written by `python benchmarks/vietnamese_table.py` and held to the code by a test; invisible
characters are shown as `\\u…`.

| function | text | here | elsewhere | by |
| --- | --- | --- | --- | --- |
"""
_ALONE = """
None of them has these:

| function | text | gives |
| --- | --- | --- |
"""
_MOMENT = datetime(2020, 7, 31, 9, 54, tzinfo=vietnamese.VIETNAM)
_NAMES = ["Đồng", "Dung", "Ân", "An toàn", "Ủy", "Zét"]


def page() -> str:
    """Return the whole page as Markdown."""
    return _HEAD + _lines(_rows()) + _ALONE + _lines(_functions_alone())


def _lines(rows: Iterator[tuple[Any, ...]]) -> str:
    return "".join(f"| {' | '.join(map(_cell, row))} |\n" for row in rows)


def _rows() -> Iterator[tuple[str, Any, Any, Any, str]]:
    yield from _slugs()
    yield from _orders()
    yield from _moments_and_numbers()
    yield from _texts()


def _slugs() -> Iterator[tuple[str, Any, Any, Any, str]]:
    substitutions = DEFAULT_CONFIG["SLUG_REGEX_SUBSTITUTIONS"]
    for text in ("Chỉ thị số 34-CT/TW", "Nghị định 98/2023/NĐ-CP", "– Khen thưởng –"):
        other = pelican_slugify(text, regex_subs=substitutions)
        yield "slug", text, vietnamese.slug(text), other, "Pelican"
    for text in ("10.000 đồng, 1,5 điểm", "1,000,000 đồng"):
        yield "slug", text, vietnamese.slug(text), slugify.slugify(text), "python-slugify"
    for text in ("Đại hội Đảng bộ tỉnh", "Thi đua – Khen thưởng"):
        other = toc.slugify(text, "-")
        yield "heading_id", text, vietnamese.heading_id(text), other, "Python-Markdown toc"


def _orders() -> Iterator[tuple[str, Any, Any, Any, str]]:
    ours = sorted(_NAMES, key=vietnamese.sort_key)
    yield "sort_key", _NAMES, ours, sorted(_NAMES), "sorted"
    yield "sort_key", _NAMES, ours, sorted(_NAMES, key=pyuca.Collator().sort_key), "pyuca"
    blocs = ["Khối 10", "Khối 2"]
    ours = sorted(blocs, key=vietnamese.sort_key)
    yield "sort_key", blocs, ours, sorted(blocs, key=pyuca.Collator().sort_key), "pyuca"


def _moments_and_numbers() -> Iterator[tuple[str, Any, Any, Any, str]]:
    for text in ("07/04/2014", "01:03, 10/03/2020"):
        yield "parse_date", text, vietnamese.parse_date(text), get_date(text), "Pelican"
    text = "ngày 31 tháng 7 năm 2020"
    yield "parse_date", text, vietnamese.parse_date(text), _pelican_date(text), "Pelican"
    for style, default in (("stamp", "medium"), ("full_time", "full")):
        other = format_datetime(_MOMENT, default, locale="vi")
        yield (
            f"format_date {style}",
            _MOMENT,
            vietnamese.format_date(_MOMENT, style),
            other,
            (f"Babel `{default}`"),
        )
    other = format_decimal(3.14159, locale="vi")
    yield "format_number", 3.14159, vietnamese.format_number(3.14159), other, "Babel"
    other = format_decimal(0.125, format="0.00", locale="vi")
    yield "format_number 2", 0.125, vietnamese.format_number(0.125, 2), other, "Babel `0.00`"


def _pelican_date(text: str) -> str:
    try:
        return str(get_date(text))
    except ValueError:
        return "an error: the article is dropped"


def _texts() -> Iterator[tuple[str, Any, Any, Any, str]]:
    for text in ("e\u0301\u0302", "\u00d0ắk Lắk", "d\u0335ua", "6\u00a0tha\u0301ng"):
        yield "clean", text, vietnamese.clean(text), ftfy.fix_text(text), "ftfy"
    for text, convert in (
        ("Khèi thi ®ua", vietnamese.tcvn3_to_unicode),
        ("Khoái thi ñua", vietnamese.vni_to_unicode),
        ("Khá»‘i thi Ä‘ua", vietnamese.mojibake_to_unicode),
    ):
        yield convert.__name__, text, convert(text), ftfy.fix_text(text), "ftfy"
    for text, n in (("Đạt 1.234,5 triệu đồng", 2), ("Ngày 29/7, tại Huế", 2)):
        other = truncate_html_words(text, n, "…")
        yield (
            f"truncate_syllables {n}",
            text,
            vietnamese.truncate_syllables(text, n),
            other,
            ("Pelican"),
        )


def _functions_alone() -> Iterator[tuple[str, Any, Any]]:
    for function, text in _EXAMPLES:
        yield function.__name__, text, function(text)
    people = ["Đỗ Thanh Tâm", "Nguyễn Văn An", "Lê Văn An"]
    yield "person_sort_key", people, sorted(people, key=vietnamese.person_sort_key)
    congresses = ["Đại hội IX", "Đại hội V", "Đại hội X"]
    yield "congress_sort_key", congresses, sorted(congresses, key=vietnamese.congress_sort_key)
    for data, encoding in ((b"Vi\xea\xf2t", "windows-1258"), (b"Vi\xaet Nam", "viscii")):
        yield f"decode {encoding}", data, vietnamese.decode(data, encoding)


_EXAMPLES: tuple[tuple[Callable[[Any], Any], Any], ...] = (
    (vietnamese.fold, "Đền ơn đáp nghĩa, 1306/QĐ-UBND"),
    (vietnamese.fold_key, "Nhạc sỹ, công ty"),
    (vietnamese.canonical_tones, "hoà, thuý, khoẻ, quý, hoàn"),
    (vietnamese.index_letter, "Ấn phẩm"),
    (vietnamese.parse_period, "6 tháng đầu năm 2020"),
    (vietnamese.parse_period, "quý III/2020"),
    (vietnamese.nbsp, "Chỉ thị số 34-CT/TW, 6 tháng"),
    (vietnamese.smart_quotes, "\"Ông nói: 'Được'\", cao 5'10"),
    (vietnamese.upper, "Chỉ thị 15/CT-TTg"),
    (vietnamese.list_marker_sequence, 8),
    (vietnamese.parse_document_number, "98/2023/NĐ-CP"),
    (vietnamese.find_document_references, "Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị"),
    (vietnamese.viqr_to_unicode, "Co^.ng ho`a xa~ ho^.i chu? nghi~a"),
    (vietnamese.viscii_to_unicode, "Vi\u00aet Nam"),
    (vietnamese.detect_legacy, "Céng hoµ x· héi chñ nghÜa ViÖt Nam"),
    (vietnamese.detect_legacy, "Café Noël façade naïve"),
)


def _cell(value: Any) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    seen = (c if c.isprintable() and not unicodedata.combining(c) else _escape(c) for c in text)
    shown = "".join(seen)
    return shown.replace("|", "\\|") or "(nothing)"


def _escape(character: str) -> str:
    return f"`\\u{ord(character):04x}`"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
