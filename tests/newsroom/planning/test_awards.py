from __future__ import annotations

from tests.newsroom.builders import CLOSE, article, award, link_to, unit
from tests.newsroom.planning.plans import planned


def test_each_year_has_its_own_list_and_all_stand_in_one() -> None:
    plan = planned(award("a", period="2019"), award("b", period="2020"))

    assert [card.title for card in plan.view("/khen-thuong/2019/").cards] == ["Bằng khen a"]
    assert len(plan.view("/khen-thuong/").cards) == 2
    assert [link.href for link in plan.view("/khen-thuong/").years] == [
        "/khen-thuong/2020/",
        "/khen-thuong/2019/",
    ]


def test_an_award_is_linked_on_the_page_it_really_stands_on() -> None:
    many = [award(f"w{n:02}", conferred=f"2020-06-{n:02}") for n in range(1, 31)]
    cites = article("a", "<p>", link_to("award:w01"), "bằng khen", CLOSE, "</p>")

    plan = planned(*many, cites)

    view = plan.view("/tin/2020/07/a/")
    assert view.prose.fills[0].href == "/khen-thuong/2020/trang/1/#w01"
    assert view.awards[0].href == "/khen-thuong/2020/trang/1/#w01"
    assert "w01" in [card.anchor for card in plan.view("/khen-thuong/2020/trang/1/").cards]


def test_a_person_is_named_with_the_unit_and_a_unit_is_linked() -> None:
    plan = planned(
        unit("u"),
        award(
            "a",
            conferred="2020-07-30",
            recipient={"type": "individual", "name": "Bà Mẫu", "role": "Chuyên viên", "unit": "u"},
        ),
        award("b", recipient={"type": "collective", "unit": "u"}),
    )

    collective, person = plan.view("/khen-thuong/2020/").cards
    assert (collective.recipient.href, collective.unit) == ("/don-vi/u/", None)
    assert (person.recipient.text, person.recipient.href) == ("Bà Mẫu", "")
    assert (person.role, person.unit.href) == ("Chuyên viên", "/don-vi/u/")
