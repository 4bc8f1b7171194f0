"""The content of the first edition: the report word for word, and nothing that it does not say."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from newsroom.records import Article, Records
from tests.building import ROOT, Build
from tests.shared_data import shared
from tests.sound import problems_of, records_of

CONTENT = ROOT / "content"
REPORT = "khoi-thi-dua-cac-co-quan-dang-tinh-trien-khai-nhiem-vu-6-thang-cuoi-nam-2020"
CAPTION = "Toàn cảnh hội nghị"
"""A line of the report that describes a photo which did not come with it."""


@pytest.fixture(scope="module")
def records() -> Records:
    """Everything in content/."""
    return records_of(CONTENT)


@pytest.fixture(scope="module")
def article(records: Records) -> Article:
    """The report."""
    return records.article[REPORT]


def report_lines() -> list[str]:
    """The report as it was found, its empty lines left out."""
    text = shared("data/review-report-2020-07-31.txt").read_text("utf-8")
    return [line for line in text.splitlines() if line.strip()]


def test_the_content_has_no_problem() -> None:
    assert problems_of(CONTENT) == []


def test_every_word_of_the_report_is_kept_in_its_order(records: Records, article: Article) -> None:
    section, title, _, *paragraphs = report_lines()

    kept = [article.summary, *(line for line in article.body.text.splitlines() if line)]

    assert records.section[article.section].name == section
    assert article.title == title
    assert kept == [line for line in paragraphs if line != CAPTION]


def test_the_report_bears_the_minute_it_was_published(article: Article) -> None:
    assert report_lines()[2] == "31/07/2020 09:54"
    assert article.date.isoformat() == "2020-07-31T09:54:00+07:00"


def test_what_the_records_are_called_stands_in_the_report(records: Records) -> None:
    report = "\n".join(report_lines())
    named = [
        *(unit.name for unit in records.unit.values()),
        *(bloc.name for bloc in records.bloc.values()),
        *(document.number for document in records.document.values()),
        *(document.issuer for document in records.document.values()),
        *(event.venue for event in records.event.values()),
        *(person.name for event in records.event.values() for person in event.chair),
        *(role for event in records.event.values() for p in event.chair for role in p.roles),
        *(who for event in records.event.values() for who in event.attending),
    ]

    assert [name for name in named if name.lower() not in report.lower()] == []


def test_what_the_report_does_not_say_is_left_out(records: Records, article: Article) -> None:
    site = records.site

    assert (site.address, site.phone, site.email, site.responsible, site.url) == ("",) * 5
    assert (article.byline, article.photo, article.source) == ("", None, None)
    assert all(not document.abstract for document in records.document.values())
    assert records.photos == {}


def test_the_two_directives_are_told_apart_by_their_year(records: Records) -> None:
    days = {id: document.issued.isoformat() for id, document in records.document.items()}

    assert days == {"05-ct-tw-2016": "2016-05-15", "34-ct-tw-2014": "2014-04-07"}


def test_the_page_of_the_report_shows_its_head(seed_site: Build) -> None:
    words = _read(seed_site).words

    for shown in ("Chính trị", "31/07/2020 09:54", "Khối thi đua các cơ quan Đảng tỉnh"):
        assert shown in words
    assert "cuối năm 2020" in words


def test_the_page_links_each_directive_where_the_text_names_it(seed_site: Build) -> None:
    page = _read(seed_site)

    for number, day in (("05-CT/TW", "15/5/2016"), ("34-CT/TW", "7/4/2014")):
        place = page.words.index(f"Chỉ thị số {number} ngày {day}")
        id = f"{number.lower().replace('/', '-')}-{day[-4:]}"

        assert place in page.links[f"/van-ban/{id}/"]


def test_the_page_leads_to_the_bloc_the_event_and_the_campaigns(seed_site: Build) -> None:
    links = _read(seed_site).links

    assert "/lich/so-ket-6-thang-2020/" in links
    assert any(address.startswith("/khoi/cac-co-quan-dang-tinh/") for address in links)
    for campaign in (
        "chao-mung-dai-hoi-dang-2020",
        "hoc-tap-va-lam-theo-bac",
        "doi-moi-thi-dua-khen-thuong",
    ):
        assert f"/phong-trao/{campaign}/" in links


class _Page(HTMLParser):
    """The words of a page, and where in them its links begin, by address."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self.links: dict[str, list[int]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            address = re.sub(r"^https?://[^/]+", "", dict(attrs).get("href") or "")
            self.links.setdefault(address, []).append(len(self.words))

    def handle_data(self, data: str) -> None:
        self.words += data.replace("\u00a0", " ")


def _read(site: Build) -> _Page:
    assert site.status == 0, site.out + site.err
    page = _Page()
    file: Path = site.output / "tin" / "2020" / "07" / REPORT / "index.html"
    page.feed(file.read_text("utf-8"))
    return page
