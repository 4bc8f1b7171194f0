from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from newsroom.linking.addresses import FIXED, RESERVED, normal_alias
from tests.newsroom.builders import (
    article,
    award,
    bloc,
    campaign,
    document,
    event,
    page,
    section,
    site,
    unit,
)


@pytest.mark.parametrize(
    ("record", "address"),
    [
        (article("x", date="2020-07-31 09:54"), "/tin/2020/07/x/"),
        (article("x", date="2020-07-31", language="en"), "/en/tin/2020/07/x/"),
        (section("chinh-tri"), "/chuyen-muc/chinh-tri/"),
        (campaign("c"), "/phong-trao/c/"),
        (unit("u"), "/don-vi/u/"),
        (bloc("b"), "/khoi/b/"),
        (document("34-ct-tw-2014"), "/van-ban/34-ct-tw-2014/"),
        (event("e"), "/lich/e/"),
        (page("gioi-thieu"), "/gioi-thieu/"),
        (page("about", language="en"), "/en/about/"),
        (award("a", conferred="2020-07-31"), "/khen-thuong/2020/#a"),
    ],
)
def test_every_kind_has_its_address(record: object, address: str) -> None:
    assert site(record).address(record) == address  # type: ignore[arg-type] # one of each kind


def test_the_month_in_an_address_is_vietnams() -> None:
    late = replace(article("x"), date=datetime(2020, 7, 31, 18, tzinfo=UTC))

    assert site(late).address(late) == "/tin/2020/08/x/"


@pytest.mark.parametrize(
    ("values", "year"),
    [
        ({"period": "2019", "conferred": "2020-02-01"}, 2019),
        ({"period": "2016..2020", "conferred": "2021-02-01"}, 2020),
        ({"conferred": "2020-02-01", "decision": "qd-2018"}, 2020),
        ({"conferred": None, "decision": "qd-2018"}, 2018),
    ],
)
def test_an_award_stands_in_the_year_it_rewards_else_that_of_its_conferring_else_of_its_decision(
    values: dict[str, str], year: int
) -> None:
    one = award("a", **values)

    assert site(one, document("qd-2018", issued="2018-12-30")).award_year(one) == year


def test_an_alias_is_a_folder_unless_it_is_a_page_of_its_own() -> None:
    assert normal_alias("/cu/x") == "/cu/x/"
    assert normal_alias("/cu/x/") == "/cu/x/"
    assert normal_alias("/cu/x.html") == "/cu/x.html"
    assert normal_alias("/cu/34.2014") == "/cu/34.2014/"


def test_the_words_that_no_page_may_be_called_come_from_the_fixed_addresses() -> None:
    assert {"tin", "don-vi", "khoi", "en", "tim-kiem", "luu-tru", "feed.atom"} <= RESERVED
    assert "/don-vi/" in FIXED
