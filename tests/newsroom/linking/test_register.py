from __future__ import annotations

from datetime import date

from tests.newsroom.builders import bloc, site, unit


def test_units_come_in_vietnamese_order_of_sort_name_or_name() -> None:
    made = site(
        unit("1", name="Ủy ban nhân dân"),
        unit("2", name="Đài Phát thanh"),
        unit("3", name="Dân quân"),
        unit("4", name="Văn phòng Tỉnh ủy", sort_name="An"),
    )

    assert [one.id for one in made.units()] == ["4", "3", "2", "1"]


def test_a_unit_bears_a_former_name_to_its_last_day() -> None:
    one = unit(
        "u",
        name="Nay",
        former_names=[
            {"name": "Giữa", "until": "2020-06-30"},
            {"name": "Đầu", "until": "2010-12-31"},
        ],
    )
    made = site(one)

    assert made.name_at(one, date(2010, 12, 31)) == "Đầu"
    assert made.name_at(one, date(2011, 1, 1)) == "Giữa"
    assert made.name_at(one, date(2020, 6, 30)) == "Giữa"
    assert made.name_at(one, date(2020, 7, 1)) == "Nay"


def test_children_and_predecessors_are_those_that_name_the_unit() -> None:
    made = site(
        unit("top"),
        unit("b", name="Đội", parent="top", successors=["top"]),
        unit("a", name="Ban", parent="top", successors=["top"]),
    )
    top = made.records.unit["top"]

    assert [one.id for one in made.unit_children(top)] == ["a", "b"]
    assert [one.id for one in made.predecessors(top)] == ["a", "b"]


def test_a_unit_has_its_highest_role_of_each_year_newest_first() -> None:
    years = [
        {"year": 2019, "head": "v", "members": ["u", "v"]},
        {"year": 2020, "head": "u", "deputies": ["v"], "members": ["u", "v"]},
    ]
    made = site(unit("u"), unit("v"), bloc("b", years=years))

    posts = made.posts(made.records.unit["u"])

    assert [(post.year, post.role) for post in posts] == [(2020, "head"), (2019, "member")]
    assert made.posts(made.records.unit["v"])[0].role == "deputy"


def test_blocs_come_in_vietnamese_order_with_numbers_by_value() -> None:
    made = site(
        bloc("a", name="Khối thi đua số 10"),
        bloc("b", name="Khối thi đua số 2"),
        bloc("c", name="Cụm thi đua số 1"),
    )

    assert [one.id for one in made.blocs()] == ["c", "b", "a"]


def test_a_blocs_years_come_newest_first() -> None:
    one = bloc("b", years=[{"year": 2018}, {"year": 2020}, {"year": 2019}])

    assert [year.year for year in site(one).bloc_years(one)] == [2020, 2019, 2018]


def test_news_is_passed_on_by_a_unit_that_ended_and_by_one_that_stands_until_they_part() -> None:
    made = site(
        unit("cu", ended="2020-03-01", successors=["moi"]),
        unit("me", successors=["con"]),
        unit("con", founded="2020-03-01", successors=["chau"]),
        unit("chau", founded="2019-03-01"),
        unit("moi"),
    )

    late, early = date(2020, 5, 1), date(2018, 5, 1)
    assert list(made.with_successors(["cu"], late)) == ["cu", "moi"]
    assert list(made.with_successors(["me"], early)) == ["me", "con", "chau"]
    assert list(made.with_successors(["me"], late)) == ["me"]
    assert list(made.with_successors(["me"])) == ["me", "con", "chau"]


def test_a_unit_inherits_from_the_first_of_these_that_it_succeeded() -> None:
    made = site(
        unit("khac"),
        unit("cu", ended="2020-03-01", successors=["giua"]),
        unit("giua", ended="2020-04-01", successors=["moi"]),
        unit("moi"),
    )

    found = made.inherited_from(made.records.unit["moi"], ["khac", "cu", "giua"])
    assert found is made.records.unit["cu"]
    assert made.inherited_from(made.records.unit["khac"], ["cu"]) is None
