from __future__ import annotations

from tests.newsroom.builders import article, award, bloc, campaign, document, unit
from tests.newsroom.planning.plans import planned, titles


def test_units_stand_under_vietnamese_letters_and_by_kind() -> None:
    view = planned(
        unit("u", name="Ủy ban nhân dân tỉnh"),
        unit("d", name="Đảng ủy khối", kind="party"),
        unit("c", name="Công an tỉnh", kind="armed_force"),
        unit("n", name="UBND phường 1"),
    ).view("/don-vi/")

    assert [(group.key, [row.name for row in group.rows]) for group in view.by_letter] == [
        ("C", ["Công an tỉnh"]),
        ("Đ", ["Đảng ủy khối"]),
        ("U", ["UBND phường 1", "Ủy ban nhân dân tỉnh"]),
    ]
    assert [group.key for group in view.by_kind] == ["party", "government", "armed_force"]
    assert [link.href for link in view.letters] == ["/don-vi/#c", "/don-vi/#dd", "/don-vi/#u"]


def test_a_unit_is_filed_under_its_sort_name() -> None:
    view = planned(unit("s", name="Sở Y tế", sort_name="Y tế")).view("/don-vi/")

    assert [group.key for group in view.by_letter] == ["Y"]


def test_a_name_in_brackets_stands_under_its_letter_in_the_row_of_letters() -> None:
    view = planned(
        unit("n", name="(Ngoặc)"), unit("a", name="An ninh"), unit("m", name="Nội vụ")
    ).view("/don-vi/")

    assert [(group.key, len(group.rows)) for group in view.by_letter] == [("A", 1), ("N", 2)]


def test_above_two_hundred_units_each_letter_has_its_own_page() -> None:
    many = [unit(f"a{n}", name=f"An {n}") for n in range(200)]
    few = planned(*many)
    plan = planned(*many, unit("d", name="Đồng"))

    assert "/don-vi/van/a/" not in few
    assert plan.view("/don-vi/").by_letter == plan.view("/don-vi/").by_kind == ()
    assert [link.href for link in plan.view("/don-vi/").letters] == [
        "/don-vi/van/a/",
        "/don-vi/van/dd/",
    ]
    assert [group.key for group in plan.view("/don-vi/van/dd/").by_letter] == ["Đ"]
    assert plan.view("/don-vi/van/dd/").letter == "Đ"


def test_a_unit_knows_what_came_before_and_after_it() -> None:
    plan = planned(
        unit("cu", ended="2020-03-01", successors=["moi"]),
        unit("moi", parent="tren"),
        unit("tren"),
    )

    assert [link.href for link in plan.view("/don-vi/cu/").successors] == ["/don-vi/moi/"]
    assert [link.href for link in plan.view("/don-vi/moi/").predecessors] == ["/don-vi/cu/"]
    assert plan.view("/don-vi/moi/").parent.href == "/don-vi/tren/"
    assert [link.href for link in plan.view("/don-vi/tren/").children] == ["/don-vi/moi/"]


def test_news_of_a_unit_it_succeeded_says_whose_it_was() -> None:
    plan = planned(
        unit("cu", name="Sở Cũ", ended="2020-03-01", successors=["moi"]),
        unit("moi"),
        article("a", date="2020-01-01", units=["cu"]),
        article("b", date="2020-05-01", units=["moi", "cu"]),
    )

    assert [(card.title, card.note) for card in plan.view("/don-vi/moi/").news] == [
        ("Tin b", ""),
        ("Tin a", "Sở Cũ"),
    ]
    listed = [card.note for group in plan.view("/don-vi/moi/tin/").groups for card in group.cards]
    assert listed == ["", "Sở Cũ"]
    assert titles(plan.view("/don-vi/cu/").news) == ["Tin b", "Tin a"]


def test_a_units_page_shows_its_campaigns_places_in_blocs_and_awards() -> None:
    view = planned(
        unit("u"),
        campaign("c", units=["u"]),
        bloc("b", years=[{"year": 2019, "members": ["u"]}, {"year": 2020, "head": "u"}]),
        award("w", recipient={"type": "collective", "unit": "u"}),
    ).view("/don-vi/u/")

    assert [run.href for run in view.campaigns] == ["/phong-trao/c/"]
    assert [(post.year, post.role, post.bloc.href) for post in view.posts] == [
        (2020, "head", "/khoi/b/2020/"),
        (2019, "member", "/khoi/b/2019/"),
    ]
    assert [card.href for card in view.awards] == ["/khen-thuong/2020/#w"]


def test_a_unit_shows_what_it_issued_under_any_of_its_names() -> None:
    plan = planned(
        unit("u", name="Sở Mới", former_names=[{"name": "Sở Cũ", "until": "2019-12-31"}]),
        document("a", issuer="Sở Cũ", issued="2018-01-01"),
        document("b", issuer="SỞ MỚI", issued="2020-01-01"),
        document("c", issuer="Sở Khác"),
    )

    view = plan.view("/don-vi/u/")
    assert [card.number for card in view.documents] == ["b-số", "a-số"]
    assert view.all_documents == ""


def test_a_unit_names_those_beside_it_but_none_that_ended() -> None:
    plan = planned(
        unit("tren"),
        unit("a", parent="tren"),
        unit("b", parent="tren"),
        unit("c", parent="tren", ended="2019-01-01", successors=["b"]),
    )

    assert [link.href for link in plan.view("/don-vi/a/").beside] == ["/don-vi/b/"]
    assert plan.view("/don-vi/tren/").beside == ()


def test_above_two_hundred_units_each_kind_has_its_own_page() -> None:
    plan = planned(*(unit(f"a{n}") for n in range(200)), unit("d", kind="armed_force"))

    assert [(link.text, link.href) for link in plan.view("/don-vi/").kinds] == [
        ("government", "/don-vi/loai/government/"),
        ("armed_force", "/don-vi/loai/armed-force/"),
    ]
    assert len(plan.view("/don-vi/loai/armed-force/").by_kind[0].rows) == 1
