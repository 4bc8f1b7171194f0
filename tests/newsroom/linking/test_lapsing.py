"""Whoever answers for the site is told in time that security.txt lapses; nothing is stopped."""

from __future__ import annotations

import pytest

from newsroom.linking import link
from newsroom.problems import Problem
from tests.newsroom.builders import at, records, site_info

NOW = "2020-08-01 08:00"


def told(expires: str) -> tuple[Problem, ...]:
    security = {"contact": "mailto:anninh@tinh.example", "expires": expires}
    return link(records(site_info(security=security)), now=at(NOW)).problems


@pytest.mark.parametrize(
    ("expires", "days"),
    [("2020-09-30", "60"), ("2020-08-02", "1"), ("2020-08-01", "0")],
)
def test_within_sixty_days_it_is_a_warning(expires: str, days: str) -> None:
    (found,) = told(expires)

    assert (found.code, found.severity, found.file) == ("W232", "warning", "site.yaml")
    assert found.keys == ("security", "expires")
    assert dict(found.params) == {"expires": expires, "days": days}


def test_once_lapsed_it_stays_a_warning_since_a_withdrawal_must_still_go_out() -> None:
    (found,) = told("2020-07-31")

    assert found.severity == "warning"
    assert dict(found.params) == {"expires": "2020-07-31"}


def test_before_that_nothing_is_said_nor_where_there_is_none() -> None:
    assert told("2020-10-01") == ()
    assert link(records(), now=at(NOW)).problems == ()
