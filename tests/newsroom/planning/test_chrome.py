from __future__ import annotations

from typing import Any

from newsroom.planning.chrome import KNOWN_PLACES
from newsroom.planning.views.page import MenuItem
from tests.newsroom.builders import (
    article,
    award,
    bloc,
    campaign,
    document,
    event,
    page,
    photo_file,
    section,
    site_info,
    unit,
)
from tests.newsroom.planning.plans import planned


def menu(*things: Any) -> tuple[MenuItem, ...]:
    return planned(*things).page("/").chrome.menu


def keys(*things: Any) -> list[str]:
    return [item.key for item in menu(*things)]


def test_a_kind_without_a_record_is_not_in_the_menu() -> None:
    assert keys() == ["home", "search"]
    assert keys(campaign("c")) == ["home", "campaigns", "search"]
    assert keys(article("a", status="draft")) == ["home", "search"]


def test_the_default_menu_has_every_kind_in_the_order_readers_look() -> None:
    everything = (
        article("a"),
        campaign("c"),
        bloc("b"),
        unit("u"),
        document("d"),
        award("w"),
        event("e"),
    )

    assert [item.text for item in menu(*everything)] == [
        "Trang chủ",
        "Tin tức",
        "Phong trào thi đua",
        "Khối, cụm thi đua",
        "Cơ quan, đơn vị",
        "Văn bản",
        "Khen thưởng",
        "Lịch sự kiện",
        "Tìm kiếm",
    ]


def test_a_menu_may_be_given_by_address_record_or_web_address() -> None:
    given = [
        {"url": "/phong-trao/"},
        {"url": "/van-ban/", "name": "Công văn"},
        {"url": "section:chinh-tri"},
        {"url": "page:gioi-thieu", "name": "Về chúng tôi"},
        {"url": "/don-vi/u/"},
        {"url": "/gioi-thieu/"},
        {"url": "/gioi-thieu/", "name": "Cơ quan"},
        {"url": "https://tinh.example", "name": "Cổng tỉnh"},
    ]

    made = menu(
        site_info(navigation=given),
        section("chinh-tri", name="Chính trị"),
        page("gioi-thieu"),
        unit("u"),
    )

    assert [(item.key, item.text, item.href) for item in made] == [
        ("campaigns", "Phong trào thi đua", "/phong-trao/"),
        ("documents", "Công văn", "/van-ban/"),
        ("section:chinh-tri", "Chính trị", "/chuyen-muc/chinh-tri/"),
        ("page:gioi-thieu", "Về chúng tôi", "/gioi-thieu/"),
        ("unit:u", "Đơn vị u", "/don-vi/u/"),
        ("page:gioi-thieu", "Trang gioi-thieu", "/gioi-thieu/"),
        ("page:gioi-thieu", "Cơ quan", "/gioi-thieu/"),
        ("https://tinh.example", "Cổng tỉnh", "https://tinh.example"),
    ]


def test_a_page_belongs_to_the_nearest_item_of_the_menu() -> None:
    given = site_info(navigation=[{"url": "section:chinh-tri"}, {"url": "/tin/"}])

    assert planned(article("a")).page("/tin/2020/07/a/").current == "news"
    assert planned(article("a"), given).page("/tin/2020/07/a/").current == "section:chinh-tri"
    assert planned(given, article("a")).page("/khoi/").current == ""


def test_the_colophon_leads_to_pages_and_tools() -> None:
    colophon = planned(page("gioi-thieu"), page("about", language="en")).page("/").chrome.colophon

    assert [link.href for link in colophon.pages] == ["/gioi-thieu/"]
    assert [link.href for link in colophon.tools] == [
        "/du-lieu/",
        "/nguon-tin/",
        "/luu-tru/",
        "/dinh-chinh/",
        "/so-do-trang/",
        "/tro-nang/",
    ]


def test_the_trust_badge_is_a_plain_picture_and_a_link() -> None:
    badge = site_info(trust_badge={"image": "photos/n.png", "url": "https://nhan.example"})

    colophon = planned(badge, photo_file("photos/n.png", width=200)).page("/").chrome.colophon

    assert colophon.badge is not None
    assert colophon.badge.alt == "Nhãn Tín nhiệm mạng"
    assert colophon.badge_href == "https://nhan.example"


def test_the_way_into_english_is_there_where_english_is() -> None:
    assert planned().page("/").chrome.other_language is None

    other = planned(page("about", language="en")).page("/").chrome.other_language
    assert other is not None
    assert (other.text, other.href) == ("English", "/en/")


def test_every_known_place_is_planned() -> None:
    plan = planned()

    assert all(address in plan for address, _ in KNOWN_PLACES.values())


def test_a_new_article_leaves_the_chrome_as_it_is() -> None:
    before = planned(article("a")).page("/tro-nang/")
    after = planned(article("a"), article("b", genre="notice", tags=["mới"])).page("/tro-nang/")

    assert before == after
