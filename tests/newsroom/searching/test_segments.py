"""The index lies in segments, so that today's news rewrites few files, and each by its content."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.newsroom.builders import article, campaign
from tests.newsroom.planning.plans import Plan, planned
from tests.newsroom.searching.small import index_files

LONG = "Cả xã trồng cây, mỗi thôn một việc, ghi vào sổ theo dõi hằng tuần. " * 40


def archive(*more: Any, now: str = "2020-08-01 08:00") -> Plan:
    """News of three years, one article a week, and a campaign."""
    days = [f"{year}-{month:02}-{day:02}" for year in (2018, 2019, 2020) for month, day in weeks()]
    news = [
        article(f"tin-{day}", f"Số {number}. {LONG}", title=f"Tin số {number}", date=day)
        for number, day in enumerate(days)
        if day < "2020-08-01"
    ]
    return planned(campaign("x", name="Đắp đê"), *news, *more, now=now, search=True)


def weeks() -> Iterator[tuple[int, int]]:
    for month in range(1, 13):
        yield from ((month, day) for day in (1, 8, 15, 22))


def segments(made: Plan) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(made.view("/tim-kiem/").index)["segments"]
    return found


def counts(made: Plan) -> list[int]:
    return [sum(count for _, _, count in each["runs"]) for each in segments(made)]


@pytest.fixture(scope="module")
def before() -> Plan:
    return archive()


def test_the_register_closed_years_this_year_and_the_newest_month_lie_apart(before: Plan) -> None:
    assert counts(before) == [1, 96, 24, 4]


def test_the_months_are_those_of_the_newest_article_and_not_of_the_clock(before: Plan) -> None:
    later = archive(now="2023-05-05 08:00")

    assert index_files(later) == index_files(before)


def test_an_article_of_today_leaves_all_but_the_newest_months_files(before: Plan) -> None:
    files = set(index_files(before))
    added = set(index_files(archive(article("moi", LONG, title="Tin mới", date="2020-07-31"))))
    edited = set(index_files(archive(article("tin-2020-07-22", LONG, date="2020-07-22"))))
    newest = segments(before)[-1]
    theirs = {path for path in files if newest["index"] in path or newest["cards"] in path}

    assert files - added == files - edited == theirs
    assert len(theirs) < len(files) / 5


def test_the_first_article_of_a_month_moves_the_month_before_into_the_year(before: Plan) -> None:
    now = "2020-08-02 08:00"
    after = archive(article("moi", LONG, date="2020-08-01"), now=now)

    assert counts(after) == [1, 96, 28, 1]
    assert segments(after)[:2] == segments(before)[:2]


def test_the_first_article_of_a_year_closes_the_year_before() -> None:
    after = archive(article("moi", LONG, date="2021-01-01"), now="2021-01-02 08:00")

    assert counts(after) == [1, 124, 1]


def test_what_an_index_does_not_hold_leaves_its_name(before: Plan) -> None:
    """What is featured does not make other files; another word does."""
    same = archive(article("tin-2018-01-01", f"Số 0. {LONG}", title="Tin số 0", date="2018-01-01",
                           featured=True))  # fmt: skip
    other = archive(article("tin-2018-01-01", f"Số 0! {LONG} Thêm.", title="Tin số 0",
                            date="2018-01-01"))  # fmt: skip

    assert index_files(same) == index_files(before)
    assert set(index_files(other)) - set(index_files(before))


def test_drafts_and_what_is_embargoed_or_withdrawn_is_in_no_segment() -> None:
    made = planned(
        article("thu", title="Nháp", status="draft"),
        article("xet", title="Chờ duyệt", status="review"),
        article("mai", title="Chưa tới ngày", date="2020-09-01"),
        article(
            "rut",
            title="Đã rút",
            status="withdrawn",
            withdrawal={"date": "2020-08-01", "reason": "Sai số liệu"},
        ),
        article("cu", title="Hết hạn", expires="2020-07-31"),
        article("hien", title="Đang đăng"),
        search=True,
    )

    assert counts(made) == [1]


def test_without_an_index_the_page_stands_alone() -> None:
    made = planned(article("x"), search=False)

    assert index_files(made) == []
    assert made.view("/tim-kiem/").index == made.view("/tim-kiem/").script == ""
