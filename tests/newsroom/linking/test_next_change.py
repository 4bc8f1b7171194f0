from __future__ import annotations

import pytest

from newsroom.records import Record
from tests.newsroom.builders import (
    article,
    at,
    bloc,
    campaign,
    document,
    event,
    site,
    unit,
)

TARGET = {"label": "Sáng kiến", "value": 10, "due": "2020-09-30"}
PHASE = {"name": "Một", "start": "2020-07-01", "end": "2020-09-15"}
MILESTONE = {"kind": "launch", "date": "2020-09-10"}


@pytest.mark.parametrize(
    ("record", "moment"),
    [
        (article("x", date="2020-09-01 09:00"), "2020-09-01 09:00"),
        (article("x", date="2020-09-01"), "2020-09-01 00:00"),
        (article("x", expires="2020-09-01"), "2020-09-02 00:00"),
        (article("x", expires="2020-09-01 12:00"), "2020-09-01 12:00"),
        (campaign("x", start="2020-09-01"), "2020-09-01 00:00"),
        (campaign("x", end="2020-09-01"), "2020-09-02 00:00"),
        (campaign("x", milestones=[MILESTONE]), "2020-09-10 00:00"),
        (campaign("x", phases=[PHASE | {"start": "2020-09-01"}]), "2020-09-01 00:00"),
        (campaign("x", phases=[PHASE]), "2020-09-16 00:00"),
        (campaign("x", targets=[TARGET]), "2020-10-01 00:00"),
        (document("x", effective="2020-09-01"), "2020-09-01 00:00"),
        (document("x", expired="2020-09-01"), "2020-09-01 00:00"),
        (event("x", start="2020-09-01 08:00"), "2020-09-01 08:00"),
        (event("x", start="2020-07-01", end="2020-09-01"), "2020-09-02 00:00"),
    ],
)
def test_the_next_change_is_told_to_the_instant(record: Record, moment: str) -> None:
    assert site(record).next_change() == at(moment)


YEAR = {"year": 2021, "members": ["u"]}


def test_a_blocs_year_begins_and_ends() -> None:
    both = bloc("b", years=[YEAR]), unit("u")

    assert site(*both, now="2020-08-01").next_change() == at("2021-01-01 00:00")
    assert site(*both, now="2021-01-01").next_change() == at("2022-01-01 00:00")
    assert site(*both, now="2022-01-01").next_change() is None


def test_in_a_running_year_a_member_changes_its_name_the_day_after_it_bore_the_old_one() -> None:
    former = [
        {"name": "Tên cũ", "until": "2021-06-30"},
        {"name": "Tên xưa", "until": "2015-01-01"},
    ]
    made = site(bloc("b", years=[YEAR]), unit("u", former_names=former), now="2021-02-01")

    assert made.next_change() == at("2021-07-01 00:00")


def test_once_the_instant_has_come_the_next_one_is_told() -> None:
    one = article("x", date="2020-09-01 09:00", expires="2020-09-05")

    assert site(one, now="2020-09-01 08:59").next_change() == at("2020-09-01 09:00")
    assert site(one, now="2020-09-01 09:00").next_change() == at("2020-09-06 00:00")
    assert site(one, now="2020-09-06 00:00").next_change() is None


def test_the_earliest_of_many_is_told() -> None:
    made = site(article("x", date="2020-09-02"), campaign("c", end="2020-08-31"))

    assert made.next_change() == at("2020-09-01 00:00")


def test_an_event_changes_the_site_when_it_begins_and_when_it_is_over() -> None:
    one = event("e", start="2020-09-01 08:00")

    assert site(one, now="2020-09-01 08:00").next_change() == at("2020-09-02 00:00")


def test_a_milestone_changes_on_its_day_and_after_it() -> None:
    one = campaign("c", milestones=[MILESTONE])

    assert site(one, now="2020-09-10 00:00").next_change() == at("2020-09-11 00:00")


@pytest.mark.parametrize("status", ["draft", "review"])
def test_a_draft_changes_nothing_by_the_clock(status: str) -> None:
    one = article("x", status=status, date="2020-09-01", expires="2020-09-05")

    assert site(one).next_change() is None


def test_a_document_that_states_its_status_changes_nothing_by_the_clock() -> None:
    assert site(document("d", status="in_force", expired="2020-09-01")).next_change() is None


@pytest.mark.parametrize(
    "record",
    [
        article("x", date="2020-09-01 09:00"),
        article("x", expires="2020-09-01 12:00"),
        article("x", expires="2020-09-01"),
    ],
)
def test_the_state_turns_at_the_very_instant_that_is_told(record: Record) -> None:
    before = site(record)
    moment = before.next_change()
    assert moment is not None

    after = site(record, now=moment.isoformat(" ")[:16])

    assert before.articles() != after.articles()
