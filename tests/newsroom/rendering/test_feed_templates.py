"""Feeds and sitemaps are XML that their readers accept."""

from __future__ import annotations

from datetime import date, datetime
from xml.etree import ElementTree as ET

from newsroom.planning.views.changes import CorrectionNote
from newsroom.planning.views.standing import FeedEntry, FeedView, SitemapEntry, SitemapView
from tests.newsroom.rendering.sample_frame import prose
from tests.newsroom.rendering.theme_under_test import Page, templates

ATOM = "{http://www.w3.org/2005/Atom}"
HTML = "{http://www.w3.org/1999/xhtml}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
STAMP = datetime.fromisoformat("2026-11-20T08:30:00+07:00")
FEED = FeedView(
    id="https://mau.example/feed.atom",
    title="Tin mẫu & thử",
    subtitle="Tin mới nhất",
    href="https://mau.example/",
    self_href="https://mau.example/feed.atom",
    language="vi",
    author="Cơ quan mẫu",
    updated=STAMP,
    base="https://mau.example",
    style="/nguon-tin/feed.css",
    entries=(
        FeedEntry(
            id="https://mau.example/tin/a/",
            title="Tin <mẫu>",
            href="https://mau.example/tin/a/",
            published=STAMP,
            updated=STAMP,
            summary="Tóm tắt & thử",
            author="Nguyễn Văn Mẫu",
            prose=prose(),
            corrections=(CorrectionNote(date=date(2020, 8, 2), text="Số đúng là <98>."),),
        ),
        FeedEntry(
            id="https://mau.example/tin/b/",
            title="Tin ngắn",
            href="https://mau.example/tin/b/",
            published=STAMP,
            updated=STAMP,
        ),
    ),
)


def test_a_feed_has_what_atom_requires() -> None:
    feed = _feed()

    assert feed.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == "vi"
    assert _text(feed, "title") == "Tin mẫu & thử"
    assert _text(feed, "updated") == "2026-11-20T08:30:00+07:00"
    assert {each.attrib["rel"] for each in feed.findall(f"{ATOM}link")} == {"self", "alternate"}
    for entry in feed.findall(f"{ATOM}entry"):
        assert all(_text(entry, name) for name in ("id", "title", "updated", "published"))


def test_an_entry_carries_its_whole_text_as_html_with_whole_addresses() -> None:
    [entry, short] = _feed().findall(f"{ATOM}entry")
    content = entry.find(f"{ATOM}content")

    assert content is not None
    assert content.attrib == {"type": "html"}
    page = Page(content.text or "")
    assert page.wrong == []
    assert page.attributes("href") == [
        "https://mau.example/phong-trao/mau/",
        "https://mau.example/van-ban/mau/",
    ]
    assert page.attributes("src") == ["https://mau.example/anh/mau-800.jpg"]
    assert (content.text or "").startswith(
        "<p><b>Đính chính 02/08/2020:</b> Số đúng là &lt;98&gt;.</p>"
    )
    assert short.find(f"{ATOM}content") is None


def test_an_empty_feed_is_still_a_feed() -> None:
    empty = FeedView(
        id="a",
        title="b",
        href="c",
        self_href="d",
        language="en",
        author="e",
        updated=STAMP,
        base="",
        style="s",
    )
    feed = ET.fromstring(templates().render("feeds/atom.xml", empty))  # noqa: S314 ours

    assert feed.findall(f"{ATOM}entry") == []


def test_a_sitemap_says_when_each_page_changed_where_that_is_known() -> None:
    view = SitemapView(
        entries=(
            SitemapEntry(href="https://mau.example/?a=1&b=2", changed=STAMP),
            SitemapEntry(href="https://mau.example/b/", changed=date(2026, 11, 20)),
            SitemapEntry(href="https://mau.example/c/"),
        )
    )
    for template, item in (("sitemap", "url"), ("sitemap_index", "sitemap")):
        xml = templates().render(f"feeds/{template}.xml", view)
        found = ET.fromstring(xml).findall(f"{MAP}{item}")  # noqa: S314 ours

        assert [each.findtext(f"{MAP}loc") for each in found] == [
            "https://mau.example/?a=1&b=2",
            "https://mau.example/b/",
            "https://mau.example/c/",
        ]
        assert [each.findtext(f"{MAP}lastmod") for each in found] == [
            "2026-11-20T08:30:00+07:00",
            "2026-11-20",
            None,
        ]


def _feed() -> ET.Element:
    return ET.fromstring(templates().render("feeds/atom.xml", FEED))  # noqa: S314 ours


def _text(element: ET.Element, name: str) -> str:
    return element.findtext(f"{ATOM}{name}") or ""


def test_a_feed_opened_in_a_browser_has_a_look_and_ways_on() -> None:
    text = templates().render("feeds/atom.xml", FEED).decode()
    links = [(each.attrib["href"], each.text) for each in _feed().iter() if each.tag == f"{HTML}a"]

    assert '<?xml-stylesheet type="text/css" href="/nguon-tin/feed.css"?>' in text.splitlines()[1]
    assert links == [
        ("https://mau.example/", "Xem trang web"),
        ("https://mau.example/tin/a/", "Tin <mẫu>"),
        ("https://mau.example/tin/b/", "Tin ngắn"),
    ]
