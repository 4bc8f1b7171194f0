"""Every page names a picture for previews; the cards among them are named by their words."""

from __future__ import annotations

from newsroom.planning.share_cards import HEIGHT, WIDTH
from newsroom.planning.views.standing import RedirectView, ShareCardView
from tests.newsroom.builders import article, campaign, photo_file, section, site_info, unit
from tests.newsroom.planning.plans import Plan, planned
from tests.newsroom.planning.province import province

URL = "https://x.vn"
LARGE = {"file": "photos/x.jpg", "alt": "Hội trường"}


def shown(plan: Plan, address: str) -> ShareCardView:
    """The card that previews of the page show."""
    head = plan.page(address).head
    view = plan.view(head.image.removeprefix(URL))
    assert isinstance(view, ShareCardView)
    assert (head.image_width, head.image_height) == (WIDTH, HEIGHT)
    return view


def test_every_page_of_a_province_names_a_picture_that_is_planned() -> None:
    plan = planned(*province(), url=URL)

    for path, page in plan.pages():
        if isinstance(page.view, RedirectView):
            continue
        assert page.head.image.startswith(f"{URL}/anh/"), path
        assert page.head.image.removeprefix(f"{URL}/") in plan.outputs, path
        assert page.head.image_alt, path


def test_the_site_its_sections_campaigns_and_units_have_cards_of_their_own() -> None:
    plan = planned(
        section("chinh-tri", name="Chính trị"),
        campaign("c", name="Đúng hẹn với dân", start="2026-01-15", end="2026-12-31"),
        unit("u", name="Sở Nội vụ"),
        site_info(tagline="Tin của tỉnh"),
        url=URL,
    )

    found = {each: shown(plan, each) for each in ("/", "/chuyen-muc/chinh-tri/",
                                                  "/phong-trao/c/", "/don-vi/u/")}  # fmt: skip
    assert [(view.label, view.title, view.note) for view in found.values()] == [
        ("", "Tin Thi Đua", "Tin của tỉnh"),
        ("Chuyên mục", "Chính trị", ""),
        ("Phong trào thi đua", "Đúng hẹn với dân", "15/01/2026 – 31/12/2026"),
        ("Cơ quan nhà nước", "Sở Nội vụ", ""),
    ]
    assert shown(plan, "/tro-nang/") == shown(plan, "/404.html") == found["/"]


def test_a_campaign_without_an_end_says_since_when() -> None:
    plan = planned(campaign("c", start="2026-01-15"), campaign("d", end="2026-12-31"), url=URL)

    notes = [shown(plan, f"/phong-trao/{id}/").note for id in "cd"]
    assert notes == ["Từ 15/01/2026", "Đến 31/12/2026"]


def test_an_article_has_its_own_card_only_where_it_asks() -> None:
    asked = article("a", share_card=True, title="Chín cơ quan", photo=LARGE)
    plan = planned(asked, article("b"), article("c", photo=LARGE), photo_file(), url=URL)

    card = shown(plan, "/tin/2020/07/a/")
    assert (card.title, card.note) == ("Chín cơ quan", "31/07/2020")
    assert shown(plan, "/tin/2020/07/b/").title == "Chuyên mục chinh-tri"
    assert plan.page("/tin/2020/07/c/").head.image.endswith("-960.jpg")


def test_a_photo_that_would_show_small_gives_way_to_the_section_s_card() -> None:
    plan = planned(article("a", photo=LARGE), photo_file(width=599, height=400), url=URL)

    assert shown(plan, "/tin/2020/07/a/").title == "Chuyên mục chinh-tri"


def test_a_withdrawn_article_lends_its_title_to_no_card() -> None:
    gone = article("a", share_card=True, title="Tên đã gỡ", status="withdrawn",
                   withdrawal={"date": "2020-07-31", "reason": "Sai"})  # fmt: skip
    plan = planned(gone, article("b", share_card=True, title="Nháp", status="draft"), url=URL)

    cards = [each.view for each in plan.outputs.values() if each.renderer == "share_card"]
    assert cards
    assert not [view for view in cards if "Tên đã gỡ" in str(view) or "Nháp" in str(view)]


def test_other_words_get_another_address_since_previews_are_kept_elsewhere() -> None:
    first, second = (
        planned(campaign("c", name=name), url=URL).page("/phong-trao/c/").head.image
        for name in ("Đúng hẹn", "Đúng hạn")
    )

    assert first != second
    assert first.startswith(f"{URL}/anh/the-phong-trao-c-")


def test_nothing_on_a_card_comes_from_the_clock() -> None:
    record = campaign("c", start="2020-01-01", end="2020-12-31")
    early, late = (planned(record, now=now, url=URL) for now in ("2019-01-01", "2022-01-01"))

    assert shown(early, "/phong-trao/c/") == shown(late, "/phong-trao/c/")
