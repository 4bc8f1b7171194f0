from __future__ import annotations

from tests.newsroom.builders import article, award, campaign, document, event, unit
from tests.newsroom.planning.plans import planned, titles


def test_the_index_has_campaigns_by_status_with_their_depth() -> None:
    view = planned(
        campaign("a", name="A", end="2020-01-01"),
        campaign("b", name="B", start="2019-01-01"),
        campaign("c", name="C", parent="b", start="2020-09-01"),
        campaign("d", name="D"),
    ).view("/phong-trao/")

    assert [(group.state, [run.name for run in group.runs]) for group in view.groups] == [
        ("ongoing", ["B"]),
        ("upcoming", ["C"]),
        ("ended", ["A"]),
        ("undated", ["D"]),
    ]
    assert view.groups[1].runs[0].depth == 1


def test_a_campaigns_page_names_the_document_that_launched_it() -> None:
    roles = [{"document": "k", "role": "plan"}, {"document": "d", "role": "launch"}]

    view = planned(campaign("c", documents=roles), document("d"), document("k")).view(
        "/phong-trao/c/"
    )

    assert view.launch_document.href == "/van-ban/d/"
    assert [card.role for card in view.documents] == ["plan", "launch"]


def test_a_campaign_was_launched_under_the_name_its_unit_then_bore() -> None:
    ty = unit("u", name="Sở A", former_names=[{"name": "Ty A", "until": "2020-06-01"}])

    view = planned(campaign("c", start="2020-01-01", launched_by={"unit": "u"}), ty).view(
        "/phong-trao/c/"
    )

    assert (view.launched_by.text, view.launched_by.note) == ("Sở A", "Ty A")


def test_who_launched_it_may_be_a_name_alone() -> None:
    view = planned(campaign("c", launched_by={"name": "Thủ tướng Chính phủ"})).view(
        "/phong-trao/c/"
    )

    assert (view.launched_by.text, view.launched_by.href) == ("Thủ tướng Chính phủ", "")


def test_a_campaigns_page_shows_the_newest_six_and_leads_to_all() -> None:
    news = [article(f"a{n}", date=f"2020-07-{n:02}", campaigns=["c"]) for n in range(1, 9)]

    plan = planned(campaign("c"), *news)

    view = plan.view("/phong-trao/c/")
    assert titles(view.news) == [f"Tin a{n}" for n in range(8, 2, -1)]
    assert view.all_news == "/phong-trao/c/tin/"
    assert len(plan.cards("/phong-trao/c/tin/")) == 8


def test_a_campaign_without_news_has_no_list_of_it() -> None:
    plan = planned(campaign("c"))

    assert plan.view("/phong-trao/c/").all_news == ""
    assert "/phong-trao/c/tin/" not in plan


def test_a_campaigns_news_rolls_up_that_of_its_sub_campaigns() -> None:
    plan = planned(campaign("me"), campaign("con", parent="me"), article("a", campaigns=["con"]))

    assert plan.cards("/phong-trao/me/tin/") == ["Tin a"]
    assert [run.href for run in plan.view("/phong-trao/me/").children] == ["/phong-trao/con/"]
    assert plan.page("/phong-trao/con/").crumbs[-1].href == "/phong-trao/me/"
    assert [crumb.href for crumb in plan.page("/phong-trao/con/").crumbs] == [
        "/",
        "/phong-trao/",
        "/phong-trao/me/",
    ]


def test_a_campaigns_page_shows_its_events_awards_and_contact() -> None:
    view = planned(
        campaign("c", contact={"unit": "u", "name": "Ông Mẫu"}),
        unit("u"),
        event("e", campaign="c"),
        award("w", campaign="c"),
    ).view("/phong-trao/c/")

    assert [card.href for card in view.events] == ["/lich/e/"]
    assert [card.href for card in view.awards] == ["/khen-thuong/2020/#w"]
    assert (view.contact.unit.href, view.contact.name) == ("/don-vi/u/", "Ông Mẫu")


def test_a_contact_may_name_an_office_outside_the_register() -> None:
    view = planned(campaign("c", contact={"unit": "Phòng Nghiệp vụ"})).view("/phong-trao/c/")

    assert (view.contact.unit.text, view.contact.unit.href) == ("Phòng Nghiệp vụ", "")


def test_phases_stand_by_their_first_days_with_their_state_of_today() -> None:
    phases = [
        {"name": "Ba", "start": "2021-01-01"},
        {"name": "Hai", "start": "2020-07-01", "end": "2020-12-31"},
        {"name": "Một", "start": "2019-01-01", "end": "2020-06-30"},
    ]
    plan = planned(campaign("c", phases=phases))

    found = [(each.name, each.state) for each in plan.view("/phong-trao/c/").phases]
    assert found == [("Một", "ended"), ("Hai", "ongoing"), ("Ba", "upcoming")]
    table = plan.view("/du-lieu/campaign.json")
    assert table.rows[0][table.columns.index("phases")] == (
        "2021-01-01/.. Ba",
        "2020-07-01/2020-12-31 Hai",
        "2019-01-01/2020-06-30 Một",
    )


def test_the_way_to_a_campaign_leads_down_its_tree() -> None:
    plan = planned(
        campaign("nuoc", scope="national"),
        campaign("tinh", scope="province", parent="nuoc"),
        campaign("khoi", scope="bloc", parent="tinh"),
        campaign("co-quan", scope="unit", parent="khoi"),
    )

    crumbs = [link.href for link in plan.page("/phong-trao/co-quan/").crumbs]
    assert crumbs == [
        "/",
        "/phong-trao/",
        "/phong-trao/nuoc/",
        "/phong-trao/tinh/",
        "/phong-trao/khoi/",
    ]
    assert [run.href for run in plan.view("/phong-trao/tinh/").children] == ["/phong-trao/khoi/"]
