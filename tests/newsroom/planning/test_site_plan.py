from __future__ import annotations

import re

import pytest

from newsroom.planning.output import digest_of
from newsroom.planning.views.standing import RedirectView, SitemapView
from tests.newsroom.planning.plans import ROOT, Plan, hrefs, planned
from tests.newsroom.planning.province import province

THEME_FILES = ROOT / "theme" / "static"


@pytest.fixture(scope="module")
def whole() -> Plan:
    return planned(*province())


ADDRESSES = """
/ /tin/ /tin/the-loai/news/ /tin/the-loai/notice/ /tin/the/so-ket/ /tin/the/thi-dua/
/tin/2020/07/tin-chinh/ /tin/2019/12/cu-hon/ /tin/2020/05/het-han/ /tin/2020/05/da-go/
/chuyen-muc/chinh-tri/ /chuyen-muc/kinh-te/
/phong-trao/ /phong-trao/dung-hen/ /phong-trao/dung-hen/tin/ /phong-trao/dot-mot/
/phong-trao/dot-mot/tin/
/don-vi/ /don-vi/so-a/ /don-vi/so-a/tin/ /don-vi/so-cu/ /don-vi/so-cu/tin/
/khoi/ /khoi/khoi-mot/ /khoi/khoi-mot/2019/ /khoi/khoi-mot/2020/ /khoi/khoi-mot/tin/
/van-ban/ /van-ban/34-ct/ /van-ban/05-ct/ /lich/ /lich/so-ket/ /lich/sap-toi/
/khen-thuong/ /khen-thuong/2020/ /khen-thuong/don-vi/so-a/ /khen-thuong/phong-trao/dung-hen/
/khen-thuong/loai/certificate-merit/ /khoi/khoi-mot/2020/bang-diem.csv /lich/thang/2020-01/
/lich/thang/2020-07/ /lich/thang/2020-09/ /lich/thang/2020-12/ /phong-trao/dung-hen/so-lieu.csv
/van-ban/co-quan/bo-chinh-tri/ /van-ban/hieu-luc/unknown/ /van-ban/loai/directive/
/van-ban/nam/2014/ /van-ban/nam/2016/
/luu-tru/ /luu-tru/2019/ /luu-tru/2020/ /luu-tru/2019/12/ /luu-tru/2020/07/
/gioi-thieu/ /lien-he/ /so-do-trang/ /tro-nang/ /nguon-tin/ /dinh-chinh/
/en/ /en/about/ /en/tin/2020/07/first-half/ /tim-kiem/ /404.html
/feed.atom /chuyen-muc/chinh-tri/feed.atom /chuyen-muc/kinh-te/feed.atom
/phong-trao/dung-hen/feed.atom /phong-trao/dot-mot/feed.atom
/don-vi/so-a/feed.atom /don-vi/so-cu/feed.atom /khoi/khoi-mot/feed.atom
/lich/lich.ics /phong-trao/dung-hen/lich.ics
/du-lieu/ /du-lieu/tu-dien/
/du-lieu/article.json /du-lieu/article.csv /du-lieu/article.schema.json
/du-lieu/article-2019.json /du-lieu/article-2019.csv
/du-lieu/article-2020.json /du-lieu/article-2020.csv
/du-lieu/campaign.json /du-lieu/campaign.csv /du-lieu/campaign.schema.json
/du-lieu/unit.json /du-lieu/unit.csv /du-lieu/unit.schema.json
/du-lieu/bloc.json /du-lieu/bloc.csv /du-lieu/bloc.schema.json
/du-lieu/document.json /du-lieu/document.csv /du-lieu/document.schema.json
/du-lieu/document-2014.json /du-lieu/document-2014.csv
/du-lieu/document-2016.json /du-lieu/document-2016.csv
/du-lieu/event.json /du-lieu/event.csv /du-lieu/event.schema.json
/du-lieu/event-2020.json /du-lieu/event-2020.csv
/du-lieu/award.json /du-lieu/award.csv /du-lieu/award.schema.json
/du-lieu/award-2020.json /du-lieu/award-2020.csv
/du-lieu/section.json /du-lieu/section.csv /du-lieu/section.schema.json
/du-lieu/page.json /du-lieu/page.csv /du-lieu/page.schema.json
/du-lieu/target.json /du-lieu/target.csv /du-lieu/target.schema.json
/du-lieu/milestone.json /du-lieu/milestone.csv /du-lieu/milestone.schema.json
/du-lieu/bloc_year.json /du-lieu/bloc_year.csv /du-lieu/bloc_year.schema.json
/du-lieu/bloc_year-2019.json /du-lieu/bloc_year-2019.csv
/du-lieu/bloc_year-2020.json /du-lieu/bloc_year-2020.csv
/du-lieu/member.json /du-lieu/member.csv /du-lieu/member.schema.json
/du-lieu/member-2019.json /du-lieu/member-2019.csv
/du-lieu/member-2020.json /du-lieu/member-2020.csv
/du-lieu/score.json /du-lieu/score.csv /du-lieu/score.schema.json
/du-lieu/score-2020.json /du-lieu/score-2020.csv
/sitemap.xml /sitemap-pages.xml /sitemap-2019-12.xml /sitemap-2020-07.xml
/robots.txt /.well-known/security.txt /tin-cu/so-ket/ /phong-trao-cu/
/tep/bieu-eeeeeeee.pdf
"""


def test_every_address_of_the_format_is_planned_and_no_other(whole: Plan) -> None:
    pictures = {path for path in whole.outputs if path.startswith("anh/")}
    planned_addresses = {whole.outputs[path].address for path in whole.outputs.keys() - pictures}

    assert planned_addresses == set(ADDRESSES.split())
    assert whole.planned.problems == ()


def test_outputs_come_in_the_order_of_their_paths(whole: Plan) -> None:
    paths = [output.path for output in whole.planned.outputs]

    assert paths == sorted(paths)


def test_every_href_of_every_view_leads_to_an_output(whole: Plan) -> None:
    dead = {
        (path, href)
        for path, output in whole.outputs.items()
        for href in hrefs(output.view)
        if href.partition("#")[0] not in whole and not (THEME_FILES / href[1:]).is_file()
    }

    assert dead == set()


def test_a_site_in_a_folder_of_its_host_links_within_that_folder() -> None:
    plan = planned(*province(), url="https://host.example/tin-tuc/")

    outside = {
        href
        for _, page in plan.pages()
        for href in hrefs(page)
        if not href.startswith("/tin-tuc/")
    }
    assert outside == set()
    assert plan.page("/").head.canonical == "https://host.example/tin-tuc/"
    assert plan.view("/feed.atom").base == "https://host.example"
    assert "/tin-tuc/" not in "".join(plan.outputs)


def test_without_a_url_the_site_is_built_for_this_machine() -> None:
    assert planned().page("/").head.canonical == "http://localhost:8000/"


def test_the_url_of_the_command_line_comes_before_that_of_the_site(whole: Plan) -> None:
    plan = planned(*province(), url="https://thu.example")

    assert whole.page("/").head.canonical == "https://example.vn/"
    assert plan.page("/").head.canonical == "https://thu.example/"


def test_every_page_says_its_own_address_and_what_it_is(whole: Plan) -> None:
    for path, page in whole.pages():
        if isinstance(page.view, RedirectView):
            continue
        address = "/" + path.removesuffix("index.html")
        assert page.head.canonical == f"https://example.vn{address}"
        assert page.head.title
        assert page.head.description


def test_two_plans_of_the_same_records_are_equal(whole: Plan) -> None:
    again = planned(*province())

    assert {path: digest_of(out.view) for path, out in whole.outputs.items()} == {
        path: digest_of(out.view) for path, out in again.outputs.items()
    }


def test_templates_are_named_only_where_a_template_draws(whole: Plan) -> None:
    for output in whole.planned.outputs:
        drawn = output.renderer in ("page", "feed")
        assert bool(re.fullmatch(r"(pages|feeds)/\w+\.(html|xml)", output.template)) is drawn


def test_a_site_without_records_still_has_its_own_pages() -> None:
    plan = planned()

    for address in ("/", "/tin/", "/phong-trao/", "/don-vi/", "/khoi/", "/van-ban/", "/lich/"):
        assert address in plan
    assert "/en/" not in plan
    assert "/lich/lich.ics" not in plan
    assert "/.well-known/security.txt" not in plan


def test_english_pages_exist_only_with_english_records(whole: Plan) -> None:
    chrome = whole.page("/en/about/").chrome

    assert chrome.language == "en"
    assert [item.key for item in chrome.menu] == ["home", "page:about"]
    assert chrome.other_language is not None
    assert chrome.other_language.href == "/"


def test_what_searching_may_not_find_is_in_no_sitemap(whole: Plan) -> None:
    listed = {
        entry.href
        for output in whole.planned.outputs
        if isinstance(output.view, SitemapView)
        for entry in output.view.entries
    }

    for address in (
        "/tin/2020/05/het-han/",
        "/tin/2020/05/da-go/",
        "/404.html",
        "/tin-cu/so-ket/",
    ):
        assert f"https://example.vn{address}" not in listed
    assert "https://example.vn/tin/2020/07/tin-chinh/" in listed
