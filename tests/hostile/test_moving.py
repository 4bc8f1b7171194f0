"""Old sites that attack whoever moves them here: a WordPress export and a Pelican site of all that
is hostile in the tables. What comes in is records that neutralise it."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from desk.office import CannotImport
from newsroom.reading.files import FileReader
from tests.building import tree
from tests.desk.moving.sites import House, attachment, export, post
from tests.hostile.living import live_in
from tests.hostile.tables.fields import PAYLOADS
from tests.hostile.tables.markdown import LINKS, MARKDOWN, RAW_HTML

BODIES = [
    data.partition("---\n")[2].partition("---\n")[2]
    for row in (*RAW_HTML, *LINKS, *MARKDOWN)
    for data in row.files.values()
    if isinstance(data, str) and "\u0002" not in data
]


OUTSIDE = ("../../bi-mat.jpg", "..%2f..%2fbi-mat.jpg", "/etc/passwd", "a\\b.jpg")


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def live(house: House) -> dict[str, list[str]]:
    """What could run in the records that came in."""
    reader, found = FileReader(), {}
    articles = sorted(house.content.glob("articles/**/*.md"))
    assert articles
    for path in articles:
        read = reader.read("article", path.stem, path.name, path.read_bytes())
        body = getattr(read.record, "body", None)
        if body is not None and (wrong := live_in("".join(body.parts))):
            found[path.stem] = wrong
    return found


def test_a_wordpress_export_of_everything_hostile_comes_in_harmless(house: House) -> None:
    texts = [text.replace("]]>", "]]&gt;") for text in BODIES]
    items = [post(number, text) for number, text in enumerate(texts, 1)]
    items += [
        post(1_000 + number, payload.replace("]]>", ""), title=payload)
        for number, payload in enumerate(PAYLOADS.values())
    ]

    house.wordpress(export(*items))

    assert len(list(house.content.glob("articles/**/*.md"))) >= len(items) * 0.9
    assert live(house) == {}


def test_a_pelican_site_of_everything_hostile_comes_in_harmless(house: House) -> None:
    for number, text in enumerate(BODIES):
        head = f"Title: Bài {number}\nDate: 2015-03-02\nSlug: bai-{number}\n\n"
        house.lay(f"content/bai-{number}.md", head + text)
    house.lay("pelicanconf.py", "PATH = 'content'\n")

    house.pelican()

    assert live(house) == {}


@pytest.mark.parametrize(
    "file", ["../../bi-mat.jpg", "..%2f..%2fbi-mat.jpg", "/etc/passwd", "a\\b.jpg"]
)
def test_no_upload_is_taken_from_outside_the_old_site(file: str, house: House) -> None:
    (house.folder / "bi-mat.jpg").write_bytes(b"bi-mat-cua-may")
    (house.folder.parent / "bi-mat.jpg").write_bytes(b"bi-mat-cua-may")
    content = f'<img src="https://cu.example/wp-content/uploads/{file}" alt="x">'

    house.wordpress(export(post(1, content), attachment(2, file)))

    assert [name for name, data in tree(house.content).items() if b"bi-mat-cua-may" in data] == []
    assert [name for name, data in tree(house.content).items() if b"root:x:0" in data] == []


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss>&a;</rss>',
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss>&b;</rss>',
        "<rss>" * 50_000,
        "không phải XML",
        "",
    ],
)
def test_a_cunning_export_brings_nothing_in(text: str, house: House) -> None:
    before = house.files()

    with contextlib.suppress(CannotImport):
        house.wordpress(text)

    assert house.files() == before
