from __future__ import annotations

import pytest

from newsroom.linking.states import article_state, is_event_over
from tests.newsroom.builders import article, at, campaign, document, event, link_to, site


@pytest.mark.parametrize(
    ("values", "now", "state"),
    [
        ({"date": "2020-07-31 09:54"}, "2020-07-31 09:53", "hidden"),
        ({"date": "2020-07-31 09:54"}, "2020-07-31 09:54", "listed"),
        ({"date": "2020-07-31"}, "2020-07-30 23:59", "hidden"),
        ({"date": "2020-07-31"}, "2020-07-31 00:00", "listed"),
        ({"status": "draft"}, "2020-08-01 08:00", "hidden"),
        ({"status": "review"}, "2020-08-01 08:00", "hidden"),
        ({"expires": "2020-08-01"}, "2020-08-01 23:59", "listed"),
        ({"expires": "2020-08-01"}, "2020-08-02 00:00", "expired"),
        ({"expires": "2020-08-01 12:00"}, "2020-08-01 11:59", "listed"),
        ({"expires": "2020-08-01 12:00"}, "2020-08-01 12:00", "expired"),
        ({"status": "withdrawn"}, "2020-08-01 08:00", "withdrawn"),
        ({"status": "withdrawn", "date": "2020-09-01"}, "2020-08-01 08:00", "hidden"),
        ({"status": "draft", "expires": "2020-07-31"}, "2020-08-05 08:00", "hidden"),
    ],
)
def test_an_articles_state_turns_at_the_very_instant(
    values: dict[str, str], now: str, state: str
) -> None:
    assert article_state(article("x", **values), at(now)) == state


@pytest.mark.parametrize(
    ("values", "label"),
    [
        ({"status": "draft"}, "draft"),
        ({"status": "review"}, "review"),
        ({"date": "2020-09-01"}, "embargoed"),
        ({}, ""),
    ],
)
def test_a_preview_lists_what_is_hidden_and_says_why(values: dict[str, str], label: str) -> None:
    one = article("x", **values)
    preview = site(one, preview=True)

    assert preview.state(one) == "listed"
    assert preview.preview_label(one) == label
    assert preview.articles() == (one,)
    assert site(one).preview_label(one) == ""


def test_even_a_preview_shows_nothing_of_a_withdrawn_article() -> None:
    withdrawal = {"date": "2020-08-01", "reason": "Sai số liệu"}
    one = article("x", date="2020-09-01", status="withdrawn", withdrawal=withdrawal)

    assert site(one, preview=True).state(one) == "withdrawn"


def test_a_link_to_an_article_that_only_a_preview_shows_works_there_alone() -> None:
    draft = article("draft", status="draft")
    one = article("x", link_to("article:draft"))

    assert site(one, draft).resolve(one.body)[0].address == ""
    assert site(one, draft, preview=True).resolve(one.body)[0].address == "/tin/2020/07/draft/"


@pytest.mark.parametrize(
    ("now", "state"),
    [
        ("2020-03-31 23:59", "upcoming"),
        ("2020-04-01 00:00", "ongoing"),
        ("2020-06-30 23:59", "ongoing"),
        ("2020-07-01 00:00", "ended"),
    ],
)
def test_a_campaign_goes_on_from_its_first_day_to_its_last(now: str, state: str) -> None:
    one = campaign("c", start="2020-04-01", end="2020-06-30")

    assert site(one, now=now).campaign_state(one) == state


def test_a_campaign_without_an_end_goes_on() -> None:
    one = campaign("c", start="2020-04-01")

    assert site(one, now="2026-11-22 08:00").campaign_state(one) == "ongoing"


def test_a_campaign_without_any_date_is_said_to_be_neither_running_nor_over() -> None:
    assert site(campaign("c")).campaign_state(campaign("c")) == "undated"


def test_an_event_without_an_end_is_over_with_its_day() -> None:
    morning = event("e", start="2020-07-29 08:00")

    assert not is_event_over(morning, at("2020-07-29 23:59"))
    assert is_event_over(morning, at("2020-07-30 00:00"))


def test_an_event_is_over_at_its_end() -> None:
    morning = event("e", start="2020-07-29 08:00", end="2020-07-29 11:30")

    assert not is_event_over(morning, at("2020-07-29 11:29"))
    assert is_event_over(morning, at("2020-07-29 11:30"))


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ({}, "unknown"),
        ({"effective": "2020-08-01"}, "in_force"),
        ({"effective": "2020-08-02"}, "pending"),
        ({"effective": "2019-01-01", "expired": "2020-08-02"}, "in_force"),
        ({"effective": "2019-01-01", "expired": "2020-08-01"}, "expired"),
        ({"effective": "2019-01-01", "status": "unknown"}, "unknown"),
    ],
)
def test_a_documents_status_is_as_stated_else_from_its_dates(
    values: dict[str, str], status: str
) -> None:
    one = document("d", **values)

    assert site(one).document_status(one) == status


def test_a_document_is_expired_once_one_that_took_effect_replaces_it() -> None:
    old, middle = document("old"), document("middle", replaces=["old"])
    new = document("new", replaces=["middle"], effective="2020-01-01")
    linked = site(old, middle, new)

    assert linked.document_status(middle) == "expired"
    assert linked.document_status(old) == "expired"
    assert linked.document_status(new) == "in_force"


def test_a_document_stays_in_force_until_the_one_that_replaces_it_takes_effect() -> None:
    old = document("old", effective="2010-01-01")
    new = document("new", replaces=["old"], effective="2020-09-01")

    assert site(old, new, now="2020-08-31 23:59").document_status(old) == "in_force"
    assert site(old, new, now="2020-09-01 00:00").document_status(old) == "expired"


def test_what_a_document_states_of_itself_outlives_its_replacement() -> None:
    old = document("old", status="in_force")
    new = document("new", replaces=["old"], effective="2020-01-01")

    assert site(old, new).document_status(old) == "in_force"
