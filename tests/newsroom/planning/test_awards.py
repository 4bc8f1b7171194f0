from __future__ import annotations

from tests.newsroom.builders import (
    CLOSE,
    article,
    award,
    bloc,
    campaign,
    document,
    event,
    link_to,
    unit,
)
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


def test_who_was_honoured_is_called_as_it_was_then() -> None:
    changed = unit("u", name="Sở Nay", former_names=[{"name": "Ty", "until": "2020-06-30"}])
    whom = {"type": "collective", "unit": "u"}
    plan = planned(
        changed,
        award("a", conferred="2020-06-30", recipient=whom),
        award(
            "b", conferred="2020-07-01", recipient=whom | {"type": "individual", "name": "Bà M"}
        ),
    )

    later, earlier = plan.view("/khen-thuong/2020/").cards
    assert (earlier.recipient.text, earlier.recipient.note) == ("Sở Nay", "Ty")
    assert (later.unit.text, later.unit.note) == ("Sở Nay", "")


def test_a_revocation_is_told_wherever_the_award_is_cited() -> None:
    revoked = {"date": "2020-07-20", "decision": "thu-hoi", "reason": "Kê khai sai."}
    plan = planned(
        unit("u"),
        campaign("c"),
        bloc("k"),
        document("qd"),
        document("thu-hoi"),
        award(
            "a",
            recipient={"type": "collective", "unit": "u"},
            campaign="c",
            bloc="k",
            decision="qd",
            revoked=revoked,
        ),
        article("t", "<p>", link_to("award:a"), "bằng khen", CLOSE, "</p>", section="chinh-tri"),
        event("e", "<p>", link_to("award:a"), "bằng khen", CLOSE, "</p>"),
    )

    for address in (
        "/khen-thuong/",
        "/khen-thuong/2020/",
        "/khen-thuong/don-vi/u/",
        "/khen-thuong/loai/certificate-merit/",
    ):
        assert [card.revoked_reason for card in plan.view(address).cards] == ["Kê khai sai."]
    for address in (
        "/don-vi/u/",
        "/phong-trao/c/",
        "/khoi/k/",
        "/van-ban/qd/",
        "/van-ban/thu-hoi/",
        "/tin/2020/07/t/",
    ):
        (card,) = plan.view(address).awards
        assert card.revoked_on.isoformat() == "2020-07-20"
        assert card.revoked_under.href == "/van-ban/thu-hoi/"
    for address in ("/tin/2020/07/t/", "/lich/e/"):
        assert plan.view(address).prose.fills[0].revoked_on.isoformat() == "2020-07-20"
    (entry,) = plan.view("/feed.atom").entries
    assert entry.prose.fills[0].revoked_on.isoformat() == "2020-07-20"
    table = plan.view("/du-lieu/award.json")
    row = dict(zip(table.columns, table.rows[0], strict=True))
    assert (row["revoked"], row["revoked_decision"], row["revoked_reason"]) == (
        "2020-07-20",
        "thu-hoi",
        "Kê khai sai.",
    )
