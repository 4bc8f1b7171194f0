from __future__ import annotations

from newsroom.records import Campaign
from tests.newsroom.builders import bloc, campaign, document, site, unit


def ids(campaigns: tuple[Campaign, ...]) -> list[str]:
    return [one.id for one in campaigns]


def test_a_parent_comes_before_its_children_and_siblings_in_vietnamese_order() -> None:
    made = site(
        campaign("d", name="Ủng hộ quỹ Vì người nghèo"),
        campaign("z", name="Đền ơn đáp nghĩa"),
        campaign("v", name="Vì Trường Sa"),
        campaign("z2", name="Ấm lòng", parent="z"),
        campaign("z1", name="An toàn", parent="z"),
        campaign("z11", name="Bình yên", parent="z1"),
    )

    assert ids(made.campaigns()) == ["z", "z1", "z11", "z2", "d", "v"]
    assert ids(made.children(made.records.campaign["z"])) == ["z1", "z2"]


def test_ancestors_go_from_the_root_down() -> None:
    grandchild = campaign("grandchild", parent="child")
    made = site(grandchild, campaign("child", parent="root"), campaign("root"))

    assert ids(made.ancestors(grandchild)) == ["root", "child"]
    assert made.ancestors(made.records.campaign["root"]) == ()


def test_a_unit_takes_part_leads_or_launched_itself_or_through_those_it_succeeded() -> None:
    made = site(
        unit("old", successors=["new"]),
        unit("new"),
        campaign("part", units=["new"], start="2020-01-01"),
        campaign("lead", lead_unit="old", start="2020-03-01"),
        campaign("launch", launched_by={"unit": "new"}, units=["new"], start="2020-02-01"),
        campaign("undated", units=["new"]),
        campaign("other"),
    )

    assert ids(made.campaigns_of(made.records.unit["new"])) == [
        "lead",
        "launch",
        "part",
        "undated",
    ]
    assert ids(made.campaigns_of(made.records.unit["old"])) == ["lead"]


def test_campaigns_of_one_day_come_in_vietnamese_order() -> None:
    made = site(
        bloc("b"),
        campaign("1", name="Đổi mới", blocs=["b"], start="2020-01-01"),
        campaign("2", name="Dân vận", blocs=["b"], start="2020-01-01"),
    )

    assert ids(made.campaigns_of(made.records.bloc["b"])) == ["2", "1"]


def test_a_document_has_the_campaigns_it_plays_a_part_in() -> None:
    plays = [{"document": "d", "role": "launch"}, {"document": "d", "role": "plan"}]
    made = site(document("d"), campaign("c", documents=plays), campaign("other"))

    assert ids(made.campaigns_of(made.records.document["d"])) == ["c"]
