"""Every page, feed and sitemap: complete, well-formed, light, and silent towards other hosts."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from newsroom.planning.views.page import PageView
from newsroom.planning.views.standing import RedirectView
from tests.newsroom.rendering.sample_pages import ARTICLE, CAMPAIGN
from tests.newsroom.rendering.theme_under_test import THEME, Page, templates, words
from tests.newsroom.rendering.view_samples import PAGES, empty_page, full_page

LIMITS = {"pages/article.html": 10_240}
LIMIT = 14_336
"""Bytes of gzip: one flight of packets on a fresh connection."""


@pytest.mark.parametrize("template", PAGES)
@pytest.mark.parametrize("sample", [full_page, empty_page])
def test_every_page_is_well_formed_with_one_h1_and_its_landmarks(
    template: str, sample: Callable[[str], PageView]
) -> None:
    page = Page(_drawn(template, sample(template)))

    assert page.wrong == []
    assert page.count("h1") == page.count("main") == page.count("title") == 1
    assert page.attributes("style") == []
    assert [name for _, attrs in page.elements for name in attrs if name.startswith("on")] == []


@pytest.mark.parametrize("template", PAGES)
@pytest.mark.parametrize("sample", [full_page, empty_page])
def test_what_is_not_known_leaves_no_empty_element(
    template: str, sample: Callable[[str], PageView]
) -> None:
    html = _drawn(template, sample(template))

    assert re.findall(r"<(?:p|h\d|li|dt|dd|ul|ol|dl|address|figcaption)\b[^>]*>\s*</", html) == []


@pytest.mark.parametrize("template", PAGES)
def test_every_page_draws_in_english_too(template: str) -> None:
    page = full_page(template, "en")
    html = _drawn(template, page)

    assert '<html lang="en">' in html
    assert "Skip to the main content" in html
    assert words("vi")("nav.skip") not in html


@pytest.mark.parametrize("template", PAGES)
def test_a_full_page_stays_under_its_weight(template: str) -> None:
    drawn = templates().render(template, full_page(template))

    assert len(gzip.compress(drawn, 9, mtime=0)) <= LIMITS.get(template, LIMIT)


@pytest.mark.parametrize("template", PAGES)
def test_no_heading_skips_a_level(template: str) -> None:
    page = Page(_drawn(template, full_page(template)))
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]

    jumps = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]

    assert jumps == []


@pytest.mark.parametrize("template", PAGES)
def test_what_a_page_loads_comes_from_its_own_host(template: str) -> None:
    page = Page(_drawn(template, full_page(template)))
    loaded = [
        address.split()[0]
        for name in ("src", "srcset")
        for value in page.attributes(name)
        for address in value.split(",")
    ]

    assert loaded
    assert [address for address in loaded if urlsplit(address).netloc] == []
    assert [attrs for tag, attrs in page.elements if tag in ("iframe", "object", "embed")] == []


@pytest.mark.parametrize("template", PAGES)
def test_no_page_runs_a_script_but_the_one_of_its_tools(template: str) -> None:
    drawn = _drawn(template, full_page(template))
    kinds = [attrs.get("type") for tag, attrs in Page(drawn).elements if tag == "script"]

    own = ["module"] if template == "pages/search.html" else []
    assert kinds in (["application/ld+json", *own], ["application/ld+json", None, *own])
    assert drawn.count("<script>") == drawn.count("<script>for(const b of ")


@pytest.mark.parametrize("template", PAGES)
def test_every_fragment_leads_somewhere_on_its_page(template: str) -> None:
    page = Page(_drawn(template, full_page(template)))
    targets = [href[1:] for href in page.attributes("href") if href.startswith("#")]
    named = [name for ids in page.attributes("aria-labelledby") for name in ids.split()]

    assert [name for name in (*targets, *named) if name not in page.ids] == []


def test_linked_data_cannot_end_its_element() -> None:
    html = _drawn("pages/article.html", full_page("pages/article.html"))
    [graph] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)

    assert json.loads(graph)["@graph"][0]["headline"] == "Mẫu </script> & thử"


def test_the_style_block_is_the_same_bytes_on_every_page() -> None:
    blocks = {
        re.findall(r"<style>(.*?)</style>", _drawn(template, sample(template)))[0]
        for template in PAGES
        for sample in (full_page, empty_page)
    }

    assert blocks == {templates().styles.text}


def test_titles_are_glued_where_they_are_shown_and_nowhere_else() -> None:
    html = _drawn("pages/listing.html", full_page("pages/listing.html"))

    assert "Thêm 6\u00a0xã mẫu" in html
    assert [value for value in re.findall(r'"([^"]*)"', html) if "\u00a0" in value] == []
    assert "\u00a0" not in re.findall(r"<title>(.*?)</title>", html)[0]


def test_what_editors_write_is_escaped() -> None:
    page = full_page("pages/article.html")
    trick = "<script>alert(1)</script>\"'"
    spoilt = PageView(
        head=page.head, chrome=page.chrome, view=replace(ARTICLE, title=trick, byline=trick)
    )

    html = _drawn("pages/article.html", spoilt)

    assert "<script>alert" not in html
    assert Page(html).wrong == []


def test_an_article_prints_its_sapo_once() -> None:
    page = full_page("pages/article.html")
    repeating = replace(ARTICLE, summary_repeats=True)
    said = _drawn("pages/article.html", page)
    repeated = _drawn(
        "pages/article.html", PageView(head=page.head, chrome=page.chrome, view=repeating)
    )

    assert _main(said).count("Còn 3\u00a0đơn vị mẫu dưới mức") == 1
    assert _main(repeated).count("Còn 3\u00a0đơn vị mẫu dưới mức") == 0
    assert '<div class="prose prose--lead"><p>Đoạn mở đầu mẫu' in repeated


def test_a_campaign_says_each_target_in_words_and_as_a_meter() -> None:
    html = _drawn("pages/campaign.html", full_page("pages/campaign.html"))
    page = Page(html)
    meters = [attrs for tag, attrs in page.elements if tag == "meter"]

    assert "Còn thiếu 1,6\u00a0điểm phần trăm so với chỉ tiêu 98%" in html
    assert "Vượt chỉ tiêu 60\u00a0nơi, bằng 110%" in html
    assert [(each["max"], each["value"]) for each in meters] == [
        ("100", "96.4"),
        ("66", "66"),
        ("100", "98"),
    ]


@pytest.mark.parametrize(
    ("palette", "classes"), [("la-lua", "frame palette--la-lua"), ("cau-vong", "frame")]
)
def test_a_campaign_may_choose_a_palette_that_the_theme_knows(palette: str, classes: str) -> None:
    page = full_page("pages/campaign.html")
    chosen = PageView(head=page.head, chrome=page.chrome, view=replace(CAMPAIGN, palette=palette))
    html = _drawn("pages/campaign.html", chosen)

    assert f'<main class="{classes}"' in html


def test_only_a_campaign_that_goes_on_says_what_is_still_missing() -> None:
    page = full_page("pages/campaign.html")
    said = []
    for state in ("ongoing", "ended"):
        bare = replace(CAMPAIGN, state=state, targets=(), awards=())
        drawn = PageView(head=page.head, chrome=page.chrome, view=bare)
        html = _drawn("pages/campaign.html", drawn)
        said.append((words("vi")("campaign.no_targets") in html, 'href="#chi-tieu"' in html))

    assert said == [(True, True), (False, False)]


def test_numbered_pages_say_no_total() -> None:
    html = _drawn("pages/document_index.html", full_page("pages/document_index.html"))

    assert "Trang 2" in html
    assert "Tất cả" not in _main(html).replace(words("vi")("document.all"), "")


def test_a_redirect_leads_on_without_a_script() -> None:
    view = RedirectView(
        href="/tin/moi/", canonical="https://mau.example/tin/moi/", title="Tin <b>"
    )
    html = templates().render("pages/redirect.html", view).decode()
    page = Page(html)

    assert page.wrong == []
    assert 'content="0; url=/tin/moi/"' in html
    assert "Tin &lt;b&gt;" in html


def test_sources_are_all_that_a_template_reaches() -> None:
    sources = templates().sources("pages/withdrawn.html")

    assert {"pages/withdrawn.html", "base.html", "masthead/masthead.html"} <= sources
    assert "run/run.html" not in sources
    assert "run/run.html" in templates().sources("pages/home.html")


def test_every_page_template_has_a_sample() -> None:
    have = {f"pages/{path.name}" for path in (THEME / "templates" / "pages").glob("*.html")}

    assert have == {*PAGES, "pages/redirect.html"}


def test_no_template_folder_holds_a_stray_file() -> None:
    stray = [
        str(path.relative_to(THEME))
        for path in Path(THEME / "templates").rglob("*")
        if path.is_file() and path.suffix not in (".html", ".xml")
    ]

    assert stray == []


def _drawn(template: str, view: object) -> str:
    return templates().render(template, view).decode()


def _main(html: str) -> str:
    return html[html.index("<main") : html.index("</main>")]
