from __future__ import annotations

from typing import Any

from tests.newsroom.builders import article, award, bloc, campaign, document, unit
from tests.newsroom.planning.plans import planned


def ways(view: Any) -> dict[str, list[str]]:
    return {group.title: [link.text for link in group.links] for group in view.ways}


def test_documents_are_looked_up_by_type_issuer_year_and_state() -> None:
    plan = planned(
        document("a", type="plan", issuer="Sở Nội vụ", issued="2019-05-01", status="in_force"),
        document("b", type="directive", issuer="Ấp Một", issued="2020-05-01"),
    )

    assert ways(plan.view("/van-ban/")) == {
        "Loại văn bản": ["Chỉ thị", "Kế hoạch"],
        "Cơ quan ban hành": ["Ấp Một", "Sở Nội vụ"],
        "Theo năm": ["2020", "2019"],
        "Tình trạng hiệu lực": ["Còn hiệu lực", "Chưa rõ hiệu lực"],
    }
    for address in ("loai/plan", "co-quan/so-noi-vu", "nam/2019", "hieu-luc/in-force"):
        listed = plan.view(f"/van-ban/{address}/")
        assert [card.number for card in listed.cards] == ["a-số"]
        assert listed.ways == ()


def test_issuers_spelled_alike_but_for_marks_and_case_are_one() -> None:
    plan = planned(
        document("a", issuer="Uỷ ban nhân dân tỉnh", issued="2019-05-01"),
        document("b", issuer="Ủy ban nhân dân Tỉnh", issued="2020-05-01"),
    )

    listed = plan.view("/van-ban/co-quan/uy-ban-nhan-dan-tinh/")
    assert [card.number for card in listed.cards] == ["b-số", "a-số"]
    assert "Ủy ban nhân dân Tỉnh" in listed.title


def test_awards_are_looked_up_by_form_and_level() -> None:
    plan = planned(award("a", level="Tỉnh", kind="flag"), award("b", level="Cơ sở"), award("c"))

    assert ways(plan.view("/khen-thuong/")) == {
        "Hình thức khen thưởng": ["Bằng khen", "Cờ thi đua"],
        "Cấp khen thưởng": ["Cơ sở", "Tỉnh"],
    }
    assert [card.anchor for card in plan.view("/khen-thuong/cap/tinh/").cards] == ["a"]
    assert [card.anchor for card in plan.view("/khen-thuong/loai/flag/").cards] == ["a"]


def test_a_document_cited_by_many_leads_to_all_that_cite_it() -> None:
    few = [article(f"a{n}", documents=["d"]) for n in range(6)]

    assert planned(document("d"), *few).view("/van-ban/d/").all_articles == ""
    plan = planned(document("d"), *few, article("them", documents=["d"]))
    assert plan.view("/van-ban/d/").all_articles == "/van-ban/d/tin/"
    assert len(plan.cards("/van-ban/d/tin/")) == 7


def to(unit_id: str, **values: Any) -> Any:
    return {"recipient": {"type": "collective", "unit": unit_id}, **values}


def test_awards_are_looked_up_by_campaign_unit_and_bloc() -> None:
    plan = planned(
        campaign("c"),
        unit("u"),
        unit("v"),
        bloc("k"),
        award("a", **to("u", campaign="c", bloc="k")),
        award("b", **to("u")),
    )

    found = ways(plan.view("/khen-thuong/"))
    assert found["Theo phong trào"] == ["Phong trào c"]
    assert found["Theo đơn vị"] == ["Đơn vị u"]
    assert found["Theo khối, cụm thi đua"] == ["Khối k"]
    assert [card.anchor for card in plan.view("/khen-thuong/don-vi/u/").cards] == ["b", "a"]
    assert [card.anchor for card in plan.view("/khen-thuong/phong-trao/c/").cards] == ["a"]
    assert "/khen-thuong/don-vi/v/" not in plan


def test_ways_to_many_units_have_a_page_of_their_own() -> None:
    def plan(count: int) -> Any:
        units = [unit(f"u{n}") for n in range(count)]
        return planned(*units, *(award(f"a{n}", **to(f"u{n}")) for n in range(count)))

    assert "/khen-thuong/don-vi/" not in plan(60)
    many = plan(61)
    assert ways(many.view("/khen-thuong/"))["Theo đơn vị"] == ["Xem tất cả"]
    (group,) = many.view("/khen-thuong/don-vi/").groups
    assert len(group.links) == 61


def test_a_records_own_page_shows_its_newest_awards_and_leads_to_all() -> None:
    def plan(count: int) -> Any:
        awards = (award(f"a{n}", **to("u", conferred=f"2020-06-{n + 1:02}")) for n in range(count))
        return planned(unit("u"), *awards)

    assert plan(6).view("/don-vi/u/").all_awards == ""
    view = plan(7).view("/don-vi/u/")
    assert [card.anchor for card in view.awards][:2] == ["a6", "a5"]
    assert len(view.awards) == 6
    assert view.all_awards == "/khen-thuong/don-vi/u/"
