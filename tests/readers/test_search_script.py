"""The script of the search page: small, of our modules alone, and never reading HTML from text."""

from __future__ import annotations

import gzip
import re

import pytest

from tests.readers.search_script import PACKED, SCRIPTS, packed
from tests.readers.weight import Limits

MODULES = sorted(path for path in SCRIPTS.glob("*.js") if path != PACKED)
FORBIDDEN = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|\bimport\(|"
    r"setTimeout\(\s*[\"'`]|javascript:|https?:|localStorage|document\.cookie"
)
"""What would read HTML or code from text, ask another host, or keep something of the reader."""


def test_the_script_in_the_theme_is_what_its_modules_give() -> None:
    """Where this fails, `invoke pack-search` packs it anew."""
    assert PACKED.read_bytes() == packed()


def test_the_script_is_light() -> None:
    assert len(gzip.compress(PACKED.read_bytes(), 9)) <= Limits().scripts_of_search


@pytest.mark.parametrize("path", [*MODULES, PACKED], ids=lambda path: path.name)
def test_a_script_reads_no_html_and_no_code_from_text(path: object) -> None:
    assert FORBIDDEN.findall(path.read_text("utf-8")) == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", ["a.innerHTML = b", "eval(b)", "setTimeout('b')", "https://x"])
def test_what_is_forbidden_would_be_found(text: str) -> None:
    assert FORBIDDEN.search(text)
