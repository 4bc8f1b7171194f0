from __future__ import annotations

from desk.reports.paper import Table
from tests.desk.reports.papers import covered, under
from tests.newsroom.builders import article, bloc, campaign, unit

ALL, SILENT = "TẤT CẢ BÀI VIẾT", "CƠ QUAN, ĐƠN VỊ KHÔNG CÓ BÀI"
UNITS = (unit("a"), unit("b"), unit("c"))


def row(unit: str, **counts: int) -> str:
    """A line of a matrix: t3=2 is two articles in March."""
    months = [str(counts.get(f"t{month}", "–")) for month in range(1, 13)]
    return " | ".join((f"Đơn vị {unit}", *months, str(sum(counts.values()))))


NEWS = (
    article("x", date="2020-03-01", units=["a", "b"], campaigns=["con"]),
    article("y", date="2020-03-31", units=["a"]),
    article("z", date="2020-12-31 07:00", units=["a"], campaigns=["cha"]),
    article("cu", date="2019-12-31", units=["c"]),
    article("nhap", date="2020-05-01", units=["c"], status="draft"),
    campaign("cha", units=["c"]),
    campaign("con", parent="cha"),
)


def test_articles_are_counted_for_each_unit_they_name_by_month() -> None:
    assert under(covered(*UNITS, *NEWS), ALL) == [row("a", t3=2, t12=1), row("b", t3=1)]


def test_units_without_news_in_the_year_are_named() -> None:
    gone = unit("cu", name="Đơn vị cũ", ended="2019-06-30")

    assert under(covered(*UNITS, gone, *NEWS), SILENT) == ["Đơn vị c"]


def test_a_campaign_counts_its_sub_campaigns_and_shows_partners_that_were_silent() -> None:
    told = under(covered(*UNITS, *NEWS), "Phong trào cha")

    assert told[:3] == [row("a", t3=1, t12=1), row("b", t3=1), row("c")]
    assert told[3:] == ["Đơn vị tham gia nhưng không có bài về phong trào này:", "Đơn vị c"]


def test_a_blocs_members_of_that_year_take_part_in_its_campaigns() -> None:
    years = [{"year": 2020, "members": ["b"]}, {"year": 2019, "members": ["c"]}]
    made = campaign("p", blocs=["k"])

    told = under(covered(*UNITS, bloc("k", years=years), made), "Phong trào p")

    assert told == [row("b"), "Đơn vị tham gia nhưng không có bài về phong trào này:", "Đơn vị b"]


def test_news_of_no_campaign_stands_apart() -> None:
    assert under(covered(*UNITS, *NEWS), "Bài không thuộc phong trào nào") == [row("a", t3=1)]


def test_a_campaign_that_had_ended_is_not_asked_about() -> None:
    paper = covered(*UNITS, campaign("qua", start="2018-01-01", end="2019-12-31"))

    assert "Phong trào qua" not in repr(paper.body)


def test_every_month_has_its_column() -> None:
    (matrix,) = (b for b in covered(*UNITS, *NEWS).body[:4] if isinstance(b, Table))

    assert matrix.head[1:] == (*(f"T{n}" for n in range(1, 13)), "Cộng")
