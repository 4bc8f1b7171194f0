"""An output is made where its view, what draws it, or its file is not what the state holds."""

from __future__ import annotations

import pytest

from newsroom.planning.output import Output
from newsroom.planning.views.standing import TextView
from newsroom.staleness import Made, find_stale, made_from
from newsroom.state import OutputMark
from newsroom.writing.folder import Look

OUTPUT = Output(path="x", renderer="text", view=TextView(lines=("một",)))
MADE = {"x": Made("view", "maker")}
MARK = OutputMark("view", "maker", 5, 7)
LOOK = Look(5, 7)


def why(mark: OutputMark | None = MARK, look: Look | None = LOOK) -> list[tuple[str, ...]]:
    marks = {"x": mark} if mark else {}
    return [one.why for one in find_stale([OUTPUT], MADE, marks, lambda _: look)]


def test_what_is_as_it_was_left_is_not_made() -> None:
    assert why() == []


@pytest.mark.parametrize(
    ("mark", "look", "reasons"),
    [
        (None, LOOK, ("new",)),
        (None, None, ("new",)),
        (MARK._replace(view="other"), LOOK, ("data",)),
        (MARK._replace(maker="other"), LOOK, ("template",)),
        (MARK._replace(view="other", maker="other"), LOOK, ("data", "template")),
        (MARK, None, ("missing",)),
        (MARK, Look(6, 7), ("touched",)),
        (MARK, Look(5, 8), ("touched",)),
    ],
)
def test_each_reason_makes_it_and_is_told(
    mark: OutputMark | None, look: Look | None, reasons: tuple[str, ...]
) -> None:
    assert why(mark, look) == [reasons]


def test_a_state_that_knows_nothing_makes_everything() -> None:
    (stale,) = find_stale([OUTPUT], MADE, {"x": MARK}, lambda _: LOOK, whole=True)

    assert (stale.output, stale.why) == (OUTPUT, ("whole",))


def test_what_an_output_is_made_from_changes_with_its_view_and_with_what_draws_it() -> None:
    other = Output(path="x", renderer="text", view=TextView(lines=("hai",)))

    one = made_from([OUTPUT], lambda _: "maker")["x"]

    assert made_from([OUTPUT], lambda _: "maker")["x"] == one
    assert made_from([other], lambda _: "maker")["x"].view != one.view
    assert made_from([OUTPUT], lambda _: "other")["x"].maker != one.maker
