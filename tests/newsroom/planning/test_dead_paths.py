from __future__ import annotations

import pytest

from newsroom.problems import Problem
from newsroom.records import Slot
from tests.newsroom.builders import CLOSE, article, unit
from tests.newsroom.planning.plans import planned


def told(*addresses: str, url: str = "", **fields: object) -> list[Problem]:
    links = [
        slot
        for address in addresses
        for slot in (Slot(what="open", kind="path", target=address, line=7, column=9), CLOSE)
    ]
    made = article("x", *links, **fields)
    return list(planned(made, unit("u", aliases=["/cu/"]), url=url).planned.problems)


@pytest.mark.parametrize("address", ["/khong-co.pdf", "/tep/x.pdf", "/luu-tru/1999/"])
def test_a_link_to_an_address_where_nothing_stands_is_told(address: str) -> None:
    (found,) = told(address)

    assert (found.file, found.code, found.line, found.column) == ("articles/x.md", "E231", 7, 9)
    assert dict(found.params) == {"address": address, "suggestion": ""}


def test_an_address_copied_from_a_browser_names_what_was_meant() -> None:
    (found,) = told("/tin-tuc/tin/", url="https://a.vn/tin-tuc/")

    assert dict(found.params)["suggestion"] == "/tin/"


def test_links_to_what_stands_are_left_alone() -> None:
    assert told("/", "/tin/", "/feed.atom", "/tim-kiem/?q=a", "/cu/", "/cu/sau/") == []


def test_what_no_reader_sees_is_not_looked_at() -> None:
    assert told("/khong-co.pdf", status="draft") == []
