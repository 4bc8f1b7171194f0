"""Hostile content that is built: what comes of it is text, and nothing from outside content/."""

from __future__ import annotations

import csv
import json
import re
from html import unescape
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from defusedxml.ElementTree import fromstring
from icalendar import Calendar

from publishing.pages import read_page
from tests.building import Build, tree
from tests.hostile.cases import CANARY, article
from tests.hostile.site import NEUTRAL, SOUND_PAGE
from tests.hostile.tables.fields import PAYLOADS

ATOM = "{http://www.w3.org/2005/Atom}"
LIVE = re.compile(rb"7 ?\* ?191|1337")
NOT_OURS = (b"root:x:0:0", b"bi-mat-gps", b"PRIVATE KEY", b"<module 'os'")
"""Words of this machine's files, and of a photo's notes, that every escape asks for."""


@pytest.fixture(scope="module")
def files(hostile_site: Build) -> dict[str, bytes]:
    assert hostile_site.status == 0, hostile_site.out[-3000:] + hostile_site.err[-3000:]
    return tree(hostile_site.output)


def test_every_row_has_its_page(files: dict[str, bytes]) -> None:
    pages = {path.split("/")[-2] for path in files if path.startswith("tin/2020/")}
    rows = [
        Path(file).stem for row in NEUTRAL for file in row.files if file.startswith("articles")
    ]

    assert sorted(set(rows) - pages) == []


def test_every_payload_has_a_page_of_every_kind(files: dict[str, bytes]) -> None:
    folders = ("phong-trao", "don-vi", "khoi", "van-ban", "lich", "chuyen-muc")
    wanted = {f"{folder}/{name}/index.html" for folder in folders for name in PAYLOADS}
    wanted |= {f"{name}/index.html" for name in PAYLOADS}
    wanted |= {f"tin/2020/07/{name}/index.html" for name in PAYLOADS}

    assert sorted(wanted - files.keys()) == []


def test_no_page_has_a_script_a_handler_or_a_style_of_the_contents(
    files: dict[str, bytes],
) -> None:
    own = read_page(files[SOUND_PAGE].decode()).scripts
    found = {}
    for path, data in files.items():
        if path.endswith(".html"):
            page = read_page(data.decode())
            if page.scripts - own or page.inline or (page.script_files and "tim-kiem" not in path):
                found[path] = (page.scripts, page.inline)

    assert found == {}


def test_all_pages_have_the_same_one_style_block(files: dict[str, bytes]) -> None:
    blocks = {
        text
        for path, data in files.items()
        if path.endswith(".html")
        for text in read_page(data.decode()).styles
    }

    assert len(blocks) == 1
    assert CANARY not in blocks.pop()


def test_nothing_from_outside_content_is_in_the_output(files: dict[str, bytes]) -> None:
    found = [path for path, data in files.items() if any(words in data for words in NOT_OURS)]

    assert found == []


def test_no_photo_keeps_a_word_of_its_source(files: dict[str, bytes]) -> None:
    pictures = {path: data for path, data in files.items() if path.startswith("anh/")}

    assert len(pictures) > 20
    assert [path for path, data in pictures.items() if b"script" in data or b"Exif" in data] == []


def test_no_template_in_content_is_ever_filled_in(files: dict[str, bytes]) -> None:
    page = files["tin/2020/07/jinja-expression/index.html"].decode()

    assert "{{ 7 * 191 }}" in page
    assert "1337" not in page
    assert "{{ 7 * 191 }}" in files["tin/2020/07/template/index.html"].decode()


def test_feeds_and_sitemaps_stay_well_formed_and_carry_no_script(files: dict[str, bytes]) -> None:
    for path, data in files.items():
        if path.endswith((".atom", ".xml")):
            root = fromstring(data)
            assert all("script" not in element.tag for element in root.iter()), path
            for element in root.iter(f"{ATOM}content"):
                page = read_page(element.text or "")
                assert not page.scripts, path
                assert not page.inline, path
                assert not page.script_files, path


def test_links_in_feeds_lead_to_the_web_alone(files: dict[str, bytes]) -> None:
    links = {
        link
        for path, data in files.items()
        if path.endswith(".atom")
        for element in fromstring(data).iter()
        for link in _links(element)
    }

    assert links
    assert [link for link in links if not re.match(r"https?://|/|#|mailto:|tel:|urn:", link)] == []


def _links(element: ET.Element) -> set[str]:
    found = {element.attrib["href"]} if "href" in element.attrib else set()
    return found | (
        read_page(element.text or "").links if element.get("type") == "html" else set()
    )


def test_no_cell_of_open_data_is_a_formula(files: dict[str, bytes]) -> None:
    cells = [
        (path, cell)
        for path, data in files.items()
        if path.startswith("du-lieu/") and path.endswith(".csv")
        for line in csv.reader(StringIO(data.decode("utf-8-sig")), delimiter=";")
        for cell in line
    ]

    assert any("HYPERLINK" in cell for _, cell in cells)
    assert [each for each in cells if each[1].lstrip().startswith(("=", "+", "-", "@"))] == []


def test_open_data_in_json_and_linked_data_stay_what_they_are(files: dict[str, bytes]) -> None:
    for path, data in files.items():
        if path.endswith(".json"):
            json.loads(data)
        if path.endswith(".html"):
            assert read_page(data.decode()).wrong_data == set(), path


def test_no_title_puts_a_line_into_a_calendar(files: dict[str, bytes]) -> None:
    calendars = [data for path, data in files.items() if path.endswith(".ics")]

    assert calendars
    for data in calendars:
        events = Calendar.from_ical(data).walk("VEVENT")
        assert all("X" not in event for event in events)
        assert data.count(b"\r\nBEGIN:VEVENT") == len(events)


def test_a_title_puts_no_line_into_the_files_for_hosts(hostile_public: Path) -> None:
    headers = (hostile_public / "_headers").read_text("utf-8")
    redirects = (hostile_public / "_redirects").read_text("utf-8").splitlines()
    security = (hostile_public / ".well-known" / "security.txt").read_text("utf-8")

    assert "script>" not in headers
    assert all(re.fullmatch(r"/\S+ /\S+ 301", line) for line in redirects if line[:1] != "#")
    assert security.count("Contact:") == 1


def test_what_is_shown_of_a_row_is_on_its_page(files: dict[str, bytes]) -> None:
    missing = []
    for row in NEUTRAL:
        for path in row.files:
            page = files.get(f"tin/2020/07/{Path(path).stem}/index.html")
            if row.shown and page is not None:
                text = unescape(re.sub(r"<[^>]*>", "", page.decode())).replace("\u00a0", " ")
                missing += [row.name] * (row.shown not in text)

    assert missing == []


def test_an_article_of_these_tests_is_sound() -> None:
    assert article().startswith('---\ntitle: "Tin thử"\n')
