"""The search page in Chromium: what is found, by keyboard, back and forth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.readers.searching import answered, ask, status, titles, until
from vietnamese import fold_key

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_an_answer_has_titles_sapos_dates_and_what_was_asked_marked(page: Page) -> None:
    ask(page, "dung hen voi dan")
    marked = page.locator("#ket-qua h3 mark").first.inner_text()

    assert fold_key(titles(page)[0]).startswith("dung hen voi dan")
    assert fold_key(marked) == "dung hen voi dan"
    assert page.locator("#ket-qua .entry__text mark").count() > 0
    assert re.fullmatch(r"\d\d/\d\d/\d{4}", page.locator("#ket-qua time").first.inner_text())
    assert any("Đúng hẹn với dân" in each for each in page.locator(
        "#ket-qua .meta").all_inner_texts()[2:])  # fmt: skip


def test_the_live_region_stands_from_the_start_and_says_how_many(page: Page) -> None:
    assert status(page).get_attribute("role") == "status"
    assert status(page).inner_text() == ""

    ask(page, "một cửa")

    assert re.search(r"Tìm thấy \d+ kết quả", status(page).inner_text())
    assert page.evaluate("document.activeElement.id") == "q"


def test_the_query_stands_in_the_address_and_in_the_title(page: Page, home: str) -> None:
    ask(page, "một cửa")
    assert page.evaluate("new URLSearchParams(location.search).get('q')") == "một cửa"
    assert page.title().startswith("một cửa – ")
    first = titles(page)

    page.goto(f"{home}tim-kiem/?q=m%E1%BB%99t+c%E1%BB%ADa")
    answered(page)

    assert titles(page) == first
    assert page.locator("#q").input_value() == "một cửa"


def test_filters_narrow_stand_in_the_address_and_can_be_cleared(page: Page) -> None:
    ask(page, "một cửa")
    before = titles(page)
    page.get_by_label("Văn bản").check()
    answered(page)
    narrowed = titles(page)
    there = page.evaluate("location.search")
    page.reload()
    answered(page)
    again = titles(page), page.get_by_label("Văn bản").is_checked()
    page.locator("#xoa-loc").click()
    answered(page)

    assert narrowed != before
    assert "loai=van-ban" in there
    assert again == (narrowed, True)
    assert titles(page) == before


def test_a_year_a_section_a_campaign_and_a_unit_can_be_chosen(page: Page) -> None:
    ask(page, "một cửa")
    for name in ("nam", "chuyen-muc", "phong-trao", "don-vi"):
        select = page.locator(f"select[name={name}]")
        assert select.locator("option").count() > 1, name
    before = status(page).inner_text()
    page.locator("select[name=nam]").select_option("2026")
    answered(page)

    assert status(page).inner_text() != before
    assert all(day.endswith("2026") for day in page.locator("#ket-qua time").all_inner_texts())


def test_campaigns_units_and_documents_are_suggested_as_one_types(page: Page) -> None:
    wanted = {
        "sở nội": "/don-vi/so-noi-vu/",
        "dung hen": "/phong-trao/dung-hen-voi-dan/",
        "07-ct": "/van-ban/07-ct-tu-2020/",
    }
    for typed, address in wanted.items():
        page.locator("#q").fill("")
        page.locator("#q").press_sequentially(typed, delay=20)
        page.wait_for_selector(f"#goi-y a[href$='{address}']")
        assert "gợi ý" in status(page).inner_text()


def test_suggestions_are_walked_by_arrows_and_left_by_escape(page: Page) -> None:
    page.locator("#q").press_sequentially("sở nội")
    page.wait_for_selector("#goi-y a")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('#goi-y') !== null")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "q"
    assert page.locator("#goi-y a").count() == 0

    page.locator("#q").press_sequentially(" v")
    page.wait_for_selector("#goi-y a[href$='/so-noi-vu/']")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/don-vi/so-noi-vu/")


def test_no_suggestion_comes_after_the_answer(page: Page) -> None:
    page.locator("#q").press_sequentially("sở nội")
    page.locator("#q").press("Enter")
    answered(page)
    page.wait_for_timeout(600)

    assert page.locator("#goi-y a").count() == 0


def test_back_and_forward_find_the_query_and_its_answer_again(page: Page) -> None:
    ask(page, "một cửa")
    first = titles(page)
    ask(page, "đường cây")
    second = titles(page)
    page.go_back()
    until(page, "document.querySelector('#q').value === 'một cửa'")
    answered(page)
    back = titles(page)
    page.go_forward()
    until(page, "document.querySelector('#q').value === 'đường cây'")
    answered(page)

    assert (back, titles(page)) == (first, second)
    assert first != second


def test_coming_back_from_a_result_finds_the_same_place(page: Page) -> None:
    ask(page, "phong trào")
    page.locator("#xem-them").click()
    until(page, "document.querySelectorAll('#ket-qua h3').length > 10")
    shown = titles(page)
    link = page.locator("#ket-qua h3 a").nth(12)
    link.scroll_into_view_if_needed()
    top = page.evaluate("scrollY")
    link.click()
    page.wait_for_load_state()
    page.go_back()
    until(page, "document.querySelectorAll('#ket-qua h3').length > 10")
    until(page, f"Math.abs(scrollY - {top}) < 40")

    assert titles(page) == shown


def test_more_results_come_with_the_focus_on_the_first_of_them(page: Page) -> None:
    ask(page, "phong trào")
    page.locator("#xem-them").press("Enter")
    until(page, "document.querySelectorAll('#ket-qua h3').length > 10")

    assert page.evaluate(
        "[...document.querySelectorAll('#ket-qua h3 a')].indexOf(document.activeElement)"
    ) == 10  # fmt: skip
