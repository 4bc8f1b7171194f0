from __future__ import annotations

import pytest

from newsroom.catalogue import read_catalogue
from newsroom.problems import sentences
from newsroom.records import Slot
from tests.broken import CATALOGUES
from tests.newsroom.builders import (
    CLOSE,
    article,
    award,
    body,
    campaign,
    document,
    link_to,
    number,
    page,
    section,
    site_info,
    unit,
)
from tests.newsroom.linking.told import params, problems, told

WORDS = read_catalogue(CATALOGUES, "problems", "vi")


def test_a_dead_reference_is_told_with_its_place() -> None:
    steps = [{"date": "2020-01-01", "value": 1}, {"date": "2020-02-01", "value": 2, "source": "d"}]
    one = campaign("c", targets=[{"label": "Sáng kiến", "value": 10, "progress": steps}])

    assert told(one) == [("campaigns/c.md", "E203", ("targets", 0, "progress", 1, "source"))]


def test_a_dead_reference_names_the_nearest_id() -> None:
    near = unit("ban-thi-dua"), unit("van-phong-tinh-uy", name="Văn phòng")
    found = problems(article("x", units=["ban-td", "van-phong-tinh-ui"]), *near)

    assert [params(one)["suggestion"] for one in found] == ["ban-thi-dua", "van-phong-tinh-uy"]


def test_a_dead_reference_names_the_id_whose_name_is_nearest() -> None:
    one = unit("btd", name="Ban Thi đua – Khen thưởng tỉnh")
    found = problems(article("x", units=["ban-thi-dua-khen-thuong"]), one)

    assert params(found[0])["suggestion"] == "btd"


def test_what_is_unlike_everything_gets_no_suggestion() -> None:
    found = problems(article("x", units=["zzz"]), unit("ban-thi-dua"))

    assert params(found[0])["suggestion"] == ""


def test_an_article_whose_section_is_dead_is_told() -> None:
    assert told(article("x", section="chinh-try")) == [("articles/x.md", "E203", ("section",))]


def test_a_dead_item_of_the_menu_is_told() -> None:
    menu = [{"url": "/phong-trao/"}, {"url": "section:chinh-tri"}, {"url": "page:gioi-thieu"}]
    menu += [{"url": "/gioi-thieu/"}, {"url": "https://example.com/x/"}]

    assert told(site_info(navigation=menu)) == [
        ("site.yaml", "E203", ("navigation", 2, "url")),
        ("site.yaml", "E203", ("navigation", 3, "url")),
    ]


def test_a_dead_link_in_a_body_is_told_with_its_line() -> None:
    links = [link_to(f"{kind}:dead", line=7) for kind in ("award", "section", "page", "unit")]
    found = problems(article("x", *links), section("s"), page("p"), award("a"), unit("u"))

    assert [(one.code, one.line) for one in found] == [("E204", 7)] * 4


def test_a_dead_link_in_the_results_of_a_campaign_is_told() -> None:
    assert told(campaign("c", results=body(link_to("unit:dead")))) == [
        ("campaigns/c.md", "E204", ())
    ]


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/don-vi/dead/", ("unit", "dead")),
        ("/phong-trao/dead/tin/", ("campaign", "dead")),
        ("/tin/2020/07/dead/", ("article", "dead")),
        ("/en/tin/2020/07/dead", ("article", "dead")),
        ("/dead/", ("page", "dead")),
        ("/en/dead/", ("page", "dead")),
    ],
)
def test_a_link_to_an_address_where_no_record_stands_is_dead(
    path: str, place: tuple[str, str]
) -> None:
    found = problems(article("x", to_path(path)))

    assert [(one.code, params(one)["kind"], params(one)["id"]) for one in found] == [
        ("E204", *place)
    ]


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/tin/",
        "/tin/2020/07/x/",
        "/don-vi/u/tin/",
        "/don-vi/van/dd/",
        "/van-ban/trang/2/",
        "/khen-thuong/2020/",
        "/luu-tru/2020/07/",
        "/lich/lich.ics",
        "/feed.atom",
        "/en/",
        "/cu/u",
        "/don-vi/cu/",
    ],
)
def test_a_link_to_a_list_an_archive_a_feed_or_an_old_address_is_none(path: str) -> None:
    assert told(article("x", to_path(path)), unit("u", aliases=["/cu/u/", "/don-vi/cu"])) == []


def test_a_link_to_the_address_of_a_hidden_article_is_a_warning() -> None:
    draft = article("y", status="draft")

    assert told(article("x", to_path("/tin/2020/07/y/")), draft) == [("articles/x.md", "W223", ())]


def to_path(path: str) -> Slot:
    return Slot(what="open", kind="path", target=path)


def test_missing_photos_and_files_are_for_reading_to_tell() -> None:
    assert told(article("x", link_to("photo:x.jpg"), link_to("file:x.pdf"), CLOSE)) == []


def test_what_reading_found_broken_is_not_told_again_by_all_that_name_it() -> None:
    one = article("x", link_to("unit:u"), units=["u"])

    assert told(one, broken={("unit", "u"): ()}) == []


def test_a_link_to_an_article_that_has_no_page_is_a_warning_with_the_reason() -> None:
    withdrawal = {"date": "2020-08-01"}
    found = problems(
        article("draft", status="draft"),
        article("expired", expires="2020-07-31"),
        article("gone", status="withdrawn", withdrawal=withdrawal),
        article("x", *(link_to(f"article:{id}") for id in ("draft", "expired", "gone"))),
    )

    assert [(one.code, params(one)["id"]) for one in found] == [
        ("W223", "draft"),
        ("W223", "gone"),
        ("W223", "expired"),
    ]
    assert {params(one)["expired"] for one in found} == {"", "2020-07-31"}
    hints = [sentences(one, WORDS)[1] for one in found]
    assert ["chờ đến khi bài được đăng" in hint for hint in hints] == [True, False, False]


def test_what_is_itself_hidden_is_warned_of_nothing() -> None:
    draft = article("x", link_to("article:y"), number("34-CT/TW"), status="draft")

    assert told(draft, article("y", status="draft"), *two_of_one_number()) == []


def two_of_one_number() -> list[object]:
    return [
        document("34-ct-tw-2014", number="34-CT/TW", issued="2014-04-07"),
        document("34-ct-tw-2024", number="34-CT/TW", issued="2024-05-24"),
    ]


def test_a_number_that_several_documents_bear_is_a_warning_naming_them() -> None:
    found = problems(article("x", number("34-CT/TW", line=5)), *two_of_one_number())

    assert [(one.code, one.line) for one in found] == [("W222", 5)]
    assert params(found[0])["candidates"] == "34-ct-tw-2014, 34-ct-tw-2024"


def test_a_number_with_its_date_is_no_doubt() -> None:
    assert told(article("x", number("34-CT/TW", date="2014-04-07")), *two_of_one_number()) == []
