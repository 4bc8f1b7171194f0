"""The search page in Chromium: by keyboard, back and forth, under its policy, when things fail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from publishing.pages import read_page
from publishing.tables import content_security_policy
from tests.building import Build
from tests.readers.meeting import AXE, RULES, SCHEMES, WIDTHS
from tests.readers.node_packages import package
from tests.readers.pages import PREFIX
from vietnamese import fold_key

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page, Route

pytestmark = pytest.mark.browser

INDEX = "**/chi-muc/*.bin"


@pytest.fixture
def page(browser: Browser, home: str, demo_site: Build) -> Iterator[Page]:
    """The search page under the policy that its host sends; nothing may be said against it."""
    file = demo_site.output / "tim-kiem" / "index.html"
    policy = content_security_policy([read_page(file.read_text("utf-8"))])
    context = browser.new_context(viewport={"width": 1280, "height": 740}, reduced_motion="reduce")
    context.set_default_timeout(90_000)
    page = context.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda each: said.append(each.text) if "policy" in each.text else None)
    page.on("dialog", lambda dialog: said.append(dialog.message))

    def with_policy(route: Route) -> None:
        answer = route.fetch()
        headers = {**answer.headers, "content-security-policy": policy}
        route.fulfill(response=answer, headers=headers)

    page.route(re.compile(r"/tim-kiem/(\?.*)?$"), with_policy)
    page.goto(f"{home}tim-kiem/")
    yield page
    context.close()
    assert said == []


def ask(page: Page, text: str) -> None:
    """Type it, press Enter, and wait for the answer."""
    page.locator("#q").fill(text)
    page.locator("#q").press("Enter")
    answered(page)


def answered(page: Page) -> str:
    """What the live region says once the search is over."""
    from playwright.sync_api import expect

    expect(status(page)).not_to_have_text(re.compile("^(Đang tìm.*)?$"), timeout=90_000)
    return status(page).inner_text()


def until(page: Page, truth: str) -> None:
    """Wait for it; the policy forbids Playwright's own way, which evaluates text in the page."""
    for _ in range(1000):
        if page.evaluate(truth):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never: {truth}")


def status(page: Page) -> Locator:
    return page.locator("#trang-thai")


def titles(page: Page) -> list[str]:
    return page.locator("#ket-qua h3").all_inner_texts()


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


def test_what_a_query_holds_is_text_and_nothing_else(page: Page) -> None:
    before = page.evaluate("document.querySelectorAll('img, script, svg').length")
    for text in ('<img src=x onerror="alert(1)">', "<script>alert(1)</script>", "&lt;b&gt;"):
        ask(page, f"{text} một cửa")
    after = page.evaluate("document.querySelectorAll('img, script, svg').length")

    assert after == before


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("một cửa " * 1250, "quá dài|dài quá"),
        ("\x01một\x08 cửa\x1f", "Tìm thấy"),
        ("?!… ((--)) …", "Không tìm thấy"),
        ("zzqx wvyk", "Không tìm thấy"),
    ],
    ids=["10,000 characters", "control characters", "punctuation", "nowhere"],
)
def test_a_bad_query_is_answered(page: Page, text: str, says: str) -> None:
    ask(page, text)

    assert re.search(says, status(page).inner_text())


def test_an_empty_query_shows_the_ways_in_again(page: Page) -> None:
    ways = page.locator("#tim-kiem ~ * a").first
    assert ways.is_visible()
    ask(page, "một cửa")
    assert not ways.is_visible()
    page.locator("#q").fill("   ")
    page.locator("#q").press("Enter")
    ways.wait_for(state="visible")

    assert status(page).inner_text() == ""
    assert page.locator("#ket-qua h3").count() == 0


def test_what_cannot_be_fetched_is_said_and_can_be_tried_again(page: Page) -> None:
    page.route(INDEX, lambda route: route.abort())
    ask(page, "một cửa")
    assert "Không tải được" in status(page).inner_text()
    assert page.locator("#thu-lai").is_visible()
    page.unroute(INDEX)
    page.locator("#thu-lai").press("Enter")
    page.wait_for_selector("#ket-qua h3")

    assert "Tìm thấy" in status(page).inner_text()
    assert not page.locator("#thu-lai").is_visible()
    assert page.evaluate("document.activeElement.id") == "q"


def test_a_damaged_file_of_the_index_is_said_too(page: Page) -> None:
    page.route(INDEX, lambda route: route.fulfill(body=b"\x78\xda\x00"))
    ask(page, "một cửa")

    assert "Không tải được" in status(page).inner_text()


def test_where_files_are_gone_for_good_the_second_try_loads_the_page_anew(page: Page) -> None:
    page.route(INDEX, lambda route: route.fulfill(status=404))
    ask(page, "một cửa")
    page.evaluate("window.old = true")
    page.locator("#thu-lai").click()
    page.wait_for_selector("#thu-lai", state="visible")
    page.unroute(INDEX)
    page.locator("#thu-lai").click()
    page.wait_for_selector("#ket-qua h3")

    assert page.evaluate("window.old") is None
    assert page.locator("#q").input_value() == "một cửa"


def test_answers_and_suggestions_break_no_rule_of_accessibility(page: Page) -> None:
    axe = package("axe-core") / "axe.min.js"
    script = axe.read_text("utf-8")
    broken: dict[str, list[str]] = {}
    ask(page, "một cửa")
    page.locator("#q").press_sequentially(" t")
    page.wait_for_timeout(400)
    page.evaluate(script)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 740})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type] # both are literals
            if found := page.evaluate(AXE, RULES):
                broken[f"{scheme} {width}"] = found
    page.set_viewport_size({"width": 320, "height": 640})
    over = page.evaluate("document.documentElement.scrollWidth - innerWidth")

    assert (broken, over) == ({}, 0)


def test_without_scripts_the_page_is_the_site_map(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{home}tim-kiem/")
    links = page.locator("main a:visible").evaluate_all("all => all.map(each => each.pathname)")
    form = page.locator("#tim").is_visible()
    context.close()

    assert not form
    assert {
        f"{PREFIX}/phong-trao/dung-hen-voi-dan/",
        f"{PREFIX}/don-vi/so-noi-vu/",
        f"{PREFIX}/luu-tru/2019/",
    } <= set(links)


def test_a_browser_that_cannot_unpack_the_index_gets_the_site_map(
    browser: Browser, home: str
) -> None:
    page = browser.new_page()
    page.add_init_script("delete window.DecompressionStream")
    page.goto(f"{home}tim-kiem/")
    shown = page.locator("#tim").is_visible(), page.locator("#tim-kiem ~ * a").first.is_visible()
    page.close()

    assert shown == (False, True)


def test_the_page_holds_the_files_that_it_names(demo_site: Build) -> None:
    page = (demo_site.output / "tim-kiem" / "index.html").read_text("utf-8")

    assert 'type="module"' in page
    assert sorted(Path(demo_site.output, "tim-kiem", "chi-muc").glob("*.bin"))
