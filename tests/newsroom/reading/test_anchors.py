"""Anchors of a body: never the page's own, each once, whatever their names begin with."""

from __future__ import annotations

import pytest

from newsroom.reading.files import FileReader
from newsroom.records import Body, Page


@pytest.mark.parametrize("text", ["a", "*a*"], ids=["plain prose", "prose with marks"])
def test_a_heading_that_reads_like_the_prefix_has_an_anchor_of_its_own(text: str) -> None:
    body = read(f"## Mục lục\n\n{text}\n\n## Lục\n\nb\n")

    assert [heading.anchor for heading in body.headings] == ["muc-muc-luc", "muc-luc"]
    assert [f'id="{heading.anchor}"' in body.parts[0] for heading in body.headings] == [True] * 2


def test_an_anchor_stands_once_in_a_body() -> None:
    body = read('## Lời {#main}\n\n<a id="main">x</a> <span id="main">y</span>\n')

    assert "".join(body.parts).count('id="muc-main"') == 1


def read(body: str) -> Body:
    file = f"---\ntitle: A\n---\n{body}".encode()
    record = FileReader().read("page", "a", "pages/a.md", file).record
    assert isinstance(record, Page)
    return record.body
