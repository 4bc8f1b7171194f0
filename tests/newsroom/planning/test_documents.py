from __future__ import annotations

from tests.newsroom.builders import (
    article,
    award,
    bloc,
    campaign,
    document,
    event,
    number,
    unit,
)
from tests.newsroom.planning.plans import planned, titles


def test_a_document_names_everything_that_rests_on_it() -> None:
    view = planned(
        document("d", number="34-CT/TW"),
        campaign("c", documents=[{"document": "d", "role": "launch"}]),
        bloc("b", years=[{"year": 2020, "pledge": "d"}]),
        event("e", documents=["d"]),
        award("w", decision="d"),
        article("a", "<p>Theo ", number("34-CT/TW", date="2014-04-07"), "</p>"),
        article("b", date="2020-07-30", documents=["d"]),
        unit("u"),
    ).view("/van-ban/d/")

    assert [link.href for link in view.campaigns] == ["/phong-trao/c/"]
    assert [(link.href, link.note) for link in view.blocs] == [("/khoi/b/2020/", "2020")]
    assert [card.href for card in view.events] == ["/lich/e/"]
    assert [card.href for card in view.awards] == ["/khen-thuong/2020/#w"]
    assert titles(view.articles) == ["Tin a", "Tin b"]


def test_a_campaign_cites_a_document_as_source_of_a_figure_or_in_its_words() -> None:
    def target(**values: object) -> dict[str, object]:
        return {"label": "Chỉ tiêu", "value": 9, **values}

    figure = {"date": "2020-06-30", "value": 8, "source": "d"}
    view = planned(
        document("d", number="34-CT/TW"),
        campaign("a", start="2020-04-01", targets=[target(source="d")]),
        campaign("b", "<p>", number("34-CT/TW"), "</p>", start="2020-03-01"),
        campaign("c", start="2020-02-01", targets=[target(progress=[figure, figure])]),
        campaign("khac"),
    ).view("/van-ban/d/")

    assert [link.href for link in view.campaigns] == [
        "/phong-trao/a/",
        "/phong-trao/b/",
        "/phong-trao/c/",
    ]


def test_a_number_in_running_text_leads_to_its_document() -> None:
    text = article("a", "<p>", number("34-CT/TW", date="2014-04-07"), "</p>")

    plan = planned(text, document("d", number="34-CT/TW"))

    assert [fill.href for fill in plan.view("/tin/2020/07/a/").prose.fills] == ["/van-ban/d/"]


def test_documents_know_what_replaced_and_amended_them() -> None:
    plan = planned(
        document("cu"),
        document("moi", issued="2020-01-01", replaces=["cu"]),
        document("sua", issued="2020-02-01", amends=["cu"]),
    )

    view = plan.view("/van-ban/cu/")
    assert [card.href for card in view.replaced_by] == ["/van-ban/moi/"]
    assert [card.href for card in view.amended_by] == ["/van-ban/sua/"]
    assert [card.href for card in plan.view("/van-ban/moi/").replaces] == ["/van-ban/cu/"]


def test_a_document_is_titled_by_number_day_and_abstract() -> None:
    plan = planned(
        document("d", number="12/KH-UBND", issued="2026-01-09", abstract="Kế hoạch phát động"),
        document("e", number="34-CT/TW"),
        now="2026-02-01",
    )

    assert plan.page("/van-ban/d/").head.title == "12/KH-UBND, 9/1/2026: Kế hoạch phát động"
    assert plan.page("/van-ban/e/").head.title == "34-CT/TW, 7/4/2014, Bộ Chính trị"


def test_documents_are_listed_by_twenty_newest_first() -> None:
    many = [document(f"d{n:02}", issued=f"2014-04-{n:02}") for n in range(1, 31)]

    plan = planned(*many)

    assert len(plan.view("/van-ban/").cards) == 10
    assert plan.view("/van-ban/").cards[0].href == "/van-ban/d30/"
    assert len(plan.view("/van-ban/trang/1/").cards) == 20
    assert plan.page("/van-ban/trang/1/").head.title == "Văn bản, trang 1"
