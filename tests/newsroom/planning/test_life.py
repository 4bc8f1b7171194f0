"""What changes with time: memberships, figures, articles; and the files that stand beside them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from tests.newsroom.builders import article, bloc, campaign, document, event, unit
from tests.newsroom.planning.plans import planned

SCORES = {
    "decision": "d",
    "published": True,
    "rows": [{"unit": "a", "bloc": "97.25", "bonus": 1, "total": "98.25", "rank": 1}],
}


def year(number: int, *members: str, **values: Any) -> dict[str, Any]:
    return {"year": number, "members": members, **values}


def units() -> tuple[Any, ...]:
    return tuple(unit(id) for id in "abc")


def test_a_year_tells_who_joined_who_left_and_who_headed_before() -> None:
    years = [year(2018, "a", "b", head="a"), year(2019), year(2020, "b", "c", head="b")]
    plan = planned(*units(), bloc("k", years=years))

    view = plan.view("/khoi/k/2020/")
    assert view.year_before == 2018
    assert [link.href for link in view.joined] == ["/don-vi/c/"]
    assert [link.href for link in view.left] == ["/don-vi/a/"]
    assert view.head_before.href == "/don-vi/a/"
    assert plan.view("/khoi/k/2018/").year_before is None
    assert plan.view("/khoi/k/2019/").year_before is None


def test_reviews_of_a_year_stand_apart_with_the_articles_that_report_them() -> None:
    plan = planned(
        bloc("k", years=[year(2020)]),
        event("s", kind="interim_review", bloc="k"),
        event("h", bloc="k"),
        article("t", event="s"),
    )

    view = plan.view("/khoi/k/2020/")
    assert [(one.event.title, len(one.articles)) for one in view.reviews] == [("Hội nghị s", 1)]
    assert [card.title for card in view.events] == ["Hội nghị h"]


def test_published_scores_stand_beside_their_page_as_csv_and_drafts_do_not() -> None:
    def plan(published: bool) -> Any:
        scores = SCORES | {"published": published}
        return planned(*units(), document("d"), bloc("k", years=[year(2020, "a", scores=scores)]))

    sheet = plan(True).view("/khoi/k/2020/bang-diem.csv")
    assert sheet.rows == ((1, "Đơn vị a", "", "97.25", "1", "", "98.25", "d-số"),)
    assert plan(True).view("/khoi/k/2020/").scores_file == "/khoi/k/2020/bang-diem.csv"
    assert "/khoi/k/2020/bang-diem.csv" not in plan(False)
    assert plan(False).view("/khoi/k/2020/").scores_file == ""


def targets(*figures: tuple[str, str]) -> Any:
    progress = [{"date": date, "value": value, "source": "d"} for date, value in figures]
    target = {"label": "Đúng hẹn", "value": 98, "unit": "%", "baseline": 90}
    made = target | {"due": "2020-12-31", "progress": progress}
    return planned(document("d"), campaign("c", targets=[made]))


def test_two_figures_make_a_chart_that_runs_to_the_day_they_are_due() -> None:
    chart = targets(("2020-01-01", "90"), ("2020-07-01", "94")).view("/phong-trao/c/").targets[0]

    assert [(one.x, one.y) for one in chart.chart.points] == [
        (Decimal("6.0"), Decimal("88.0")),
        (Decimal("49.9"), Decimal("53.0")),
    ]
    assert chart.chart.goal_y == Decimal("18.0")
    assert chart.chart.end.isoformat() == "2020-12-31"
    assert targets(("2020-01-01", "90")).view("/phong-trao/c/").targets[0].chart is None


def test_every_figure_stands_in_the_csv_with_its_source() -> None:
    plan = targets(("2020-07-01", "94.5"), ("2020-01-01", "91"))

    assert plan.view("/phong-trao/c/").figures == "/phong-trao/c/so-lieu.csv"
    assert plan.view("/phong-trao/c/so-lieu.csv").rows == (
        ("Đúng hẹn", "%", "98", "", "2020-12-31", "90", "2020-01-01", "91", "d-số"),
        ("Đúng hẹn", "%", "98", "", "2020-12-31", "90", "2020-07-01", "94.5", "d-số"),
    )
    assert "/phong-trao/c/so-lieu.csv" not in targets()


def test_the_history_of_an_article_tells_every_change_in_order() -> None:
    plan = planned(
        article(
            "a",
            date="2020-07-01",
            modified="2020-07-05 10:00",
            corrections=[{"date": "2020-07-03", "text": "Sửa số."}],
            expires="2020-07-20",
        ),
        article("b"),
    )

    history = plan.view("/tin/2020/07/a/").history
    assert [(one.what, one.text) for one in history] == [
        ("published", ""),
        ("corrected", "Sửa số."),
        ("modified", ""),
        ("expired", ""),
    ]
    assert plan.view("/tin/2020/07/b/").history == ()
