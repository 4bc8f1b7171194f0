"""Every link inside the site leads somewhere, or is named with the page that holds it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from publishing.links import MANY, DeadLink, check_links, read_site
from tests.built_site import URL, lay, page, sound_site

Built = Callable[..., Path]


def test_a_sound_site_has_no_dead_link(built: Built) -> None:
    assert check_links(built(), URL) == []


@pytest.mark.parametrize(
    ("html", "link"),
    [
        ('<a href="/khong-co/">x</a>', "/khong-co/"),
        ('<a href="tin/2020/07/so-ket">no slash</a>', "tin/2020/07/so-ket"),
        ('<a href="../mat/">x</a>', "../mat/"),
        ('<a href="//thidua.example.vn/mat/">x</a>', "//thidua.example.vn/mat/"),
        (f'<a href="{URL}/mat/">x</a>', f"{URL}/mat/"),
        ('<a href="https://THIDUA.example.vn/mat/">x</a>', "https://THIDUA.example.vn/mat/"),
        ('<img src="/anh/mat.jpg" alt="">', "/anh/mat.jpg"),
        ('<img srcset="/anh/a.jpg 400w, /anh/b.jpg 640w" alt="">', "/anh/b.jpg"),
        ('<source srcset="/anh/b.avif">', "/anh/b.avif"),
        ('<link rel="alternate" type="application/atom+xml" href="/mat.atom">', "/mat.atom"),
        ('<form action="/tim-kiem/"></form>', "/tim-kiem/"),
        ('<svg><use href="/icons.svg#a"/></svg>', "/icons.svg#a"),
        ('<meta property="og:image" content="https://thidua.example.vn/anh/mat.jpg">',
         "https://thidua.example.vn/anh/mat.jpg"),
        ('<meta http-equiv="refresh" content="0; url=/mat/">', "/mat/"),
        ("<style>body{background:url('/anh/nen.png')}</style>", "/anh/nen.png"),
        ('<a href="#khong-co">x</a>', "#khong-co"),
        ('<a href="/tin/2020/07/so-ket/#khong-co">x</a>', "/tin/2020/07/so-ket/#khong-co"),
        ('<a href="http://[">x</a>', "http://["),
    ],
)  # fmt: skip
def test_a_link_that_leads_nowhere_is_named(built: Built, html: str, link: str) -> None:
    folder = built({"thu/index.html": page(html), "anh/a.jpg": ""})

    assert check_links(folder, URL) == [DeadLink("thu/index.html", link)]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/">home</a> <a href="">here</a> <a href="?q=1">here</a>',
        f'<a href="{URL}">home</a> <a href="/tin/2020/07/so-ket/?a=b#noi-dung">x</a>',
        '<a href="https://other.example.vn/mat/">x</a> <a href="mailto:a@b.vn">x</a>',
        '<a href="tel:+84123">x</a> <a href="#">x</a> <a href="#top">x</a>',
        '<a href="#:~:text=Sơ">x</a>',
        '<a href="/tep/bieu%20mau.pdf#page=2">x</a>',
        '<a name="cu"></a><a href="#cu">x</a> <p id="mục">x</p><a href="#m%E1%BB%A5c">x</a>',
        '<img srcset="/anh/a.jpg 1x,/anh/a.jpg 2x" alt="">',
        "<script>var a = '<a href=/mat/>';</script>",
    ],
)
def test_a_link_that_leads_somewhere_is_left_in_peace(built: Built, html: str) -> None:
    folder = built({"thu/index.html": page(html), "anh/a.jpg": "", "tep/bieu mau.pdf": ""})

    assert check_links(folder, URL) == []


FEED = """<?xml version="1.0"?><?xml-stylesheet href="/mat.css"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:x</id><link href="{url}/mat-1/"/><entry>
<link href="{url}/tin/2020/07/so-ket/"/><content type="html" xml:base="{url}/tin/">
&lt;a href="mat-2/"&gt;x&lt;/a&gt; &lt;img src="/mat-3.jpg"&gt;</content></entry></feed>"""


def test_feeds_are_read_with_the_bodies_they_carry(built: Built) -> None:
    folder = built({"feed.atom": FEED.format(url=URL)})

    dead = {dead.link for dead in check_links(folder, URL)}

    places = ("mat-1/", "tin/mat-2/", "mat-3.jpg")
    assert dead == {f"{URL}/{place}" for place in places} | {"/mat.css"}


def test_the_sitemap_robots_and_a_style_sheet_are_read_too(built: Built) -> None:
    folder = built(
        {
            "sitemap.xml": f"<urlset><url><loc>{URL}/mat-1/</loc></url></urlset>",
            "robots.txt": f"Sitemap: {URL}/mat-2.xml\n",
            "x.css": "a{background:url(mat-3.png)}",
        }
    )

    found = [dead.link for dead in check_links(folder, URL)]

    assert found == [f"{URL}/mat-2.xml", f"{URL}/mat-1/", "mat-3.png"]


def test_xml_that_is_broken_is_a_dead_link_of_its_own(built: Built) -> None:
    (dead,) = check_links(built({"feed.atom": "<feed>"}), URL)

    assert dead.page == "feed.atom"
    assert "XML" in dead.link


def test_a_site_in_a_folder_of_its_host_stands_where_its_url_says(tmp_path: Path) -> None:
    url = "https://tinh.example.vn/thi-dua"
    folder = lay(tmp_path, sound_site(url, root="/thi-dua"))

    assert check_links(folder, url) == []


@pytest.mark.parametrize(
    ("link", "dead"),
    [
        ("/tin/2020/07/so-ket/", True),
        ("/thi-duong/", True),
        ("https://tinh.example.vn/van-ban/", False),
        ("https://tinh.example.vn/thi-dua/mat/", True),
        ("/thi-dua", True),
    ],
)
def test_only_a_whole_address_may_leave_that_folder(tmp_path: Path, link: str, dead: bool) -> None:
    url = "https://tinh.example.vn/thi-dua"
    site = sound_site(url, root="/thi-dua") | {"x/index.html": f'<a href="{link}">x</a>'}

    found = check_links(lay(tmp_path, site), url)

    assert bool(found) is dead


@pytest.mark.parametrize("number", [2, MANY + 2])
def test_what_many_pages_say_is_held_once(tmp_path: Path, number: int) -> None:
    """Ten thousand pages have one block of styles."""
    style = "main{color:#111}" * 50
    for each in range(number):
        page = f"<style>{style}</style><a href='/ve-chung-toi/'>x</a>"
        (tmp_path / f"{each}.html").write_text(page, "utf-8")

    pages = read_site(tmp_path)

    assert len(pages) == number
    for name in ("styles", "links"):
        assert len({id(text) for page in pages.values() for text in getattr(page, name)}) == 1
