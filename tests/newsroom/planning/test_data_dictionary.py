from __future__ import annotations

from newsroom.planning.export_kinds import EXPORTS
from newsroom.planning.export_parts import PARTS
from newsroom.planning.views.data import DataColumn
from tests.newsroom.builders import page, unit
from tests.newsroom.planning.plans import Plan, planned, words
from tests.newsroom.planning.province import province

PAGE = "/du-lieu/tu-dien/"


def column(plan: Plan, kind: str, name: str) -> DataColumn:
    (found,) = (
        column
        for each in plan.view(PAGE).kinds
        if each.kind == kind
        for column in each.columns
        if column.name == name
    )
    return found  # type: ignore[no-any-return] # a plan's view may be any


def test_the_dictionary_tells_every_column_of_every_file() -> None:
    plan = planned(*province(), page("p"))

    for kind in plan.view(PAGE).kinds:
        columns = plan.view(f"/du-lieu/{kind.kind}.json").columns
        assert tuple(column.name for column in kind.columns) == columns
        assert all(column.text and column.type for column in kind.columns)


def test_a_kind_without_a_file_is_not_told() -> None:
    assert [kind.kind for kind in planned(unit("u")).view(PAGE).kinds] == ["unit", "section"]


def test_codes_stand_with_their_words() -> None:
    kinds = column(planned(unit("u")), "unit", "kind")

    assert kinds.type == "một trong các mã"
    assert ("school", words()["vi"]("unit.kind.school")) in kinds.choices


def test_types_are_told_in_words() -> None:
    plan = planned(*province())

    assert column(plan, "article", "date").type == "ngày, có thể kèm giờ"
    assert column(plan, "article", "period").type == "khoảng thời gian; có thể thiếu"
    assert column(plan, "article", "units").type == "danh sách: mã (Cơ quan, đơn vị)"
    assert column(plan, "article", "page").type == "địa chỉ web"
    assert column(plan, "campaign", "short_drive").type == "đúng/sai"
    assert column(plan, "member", "order").type == "số nguyên"


def test_no_words_for_columns_are_idle_and_none_are_missing() -> None:
    asked = set()
    known = words()["vi"]
    for table in (*EXPORTS, *PARTS):
        for name in table.hints:
            own = f"data.column.{table.kind}_{name}"
            asked.add(own if own in known else f"data.column.{name}")

    assert asked == {id for id in known.texts if id.startswith("data.column.")}
