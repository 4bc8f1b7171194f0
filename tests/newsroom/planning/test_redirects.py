from __future__ import annotations

from newsroom.planning.views.standing import RedirectView
from tests.newsroom.builders import article, unit
from tests.newsroom.planning.plans import planned


def test_an_old_address_leads_to_the_new_one() -> None:
    plan = planned(unit("u", name="Sở A", aliases=["/co-quan/so-a"]), url="https://x.vn/tin")

    page = plan.page("/co-quan/so-a/")
    assert page.view == RedirectView(
        href="/tin/don-vi/u/", canonical="https://x.vn/tin/don-vi/u/", title="Sở A"
    )
    assert (page.head.canonical, page.head.robots) == ("https://x.vn/tin/don-vi/u/", "noindex")
    assert plan.output("/co-quan/so-a/").template == "pages/redirect.html"


def test_an_old_page_with_an_ending_keeps_it() -> None:
    plan = planned(article("a", aliases=["/cu/bai-1.html"]))

    assert "cu/bai-1.html" in plan.outputs


def test_an_old_address_of_a_withdrawn_article_does_not_name_it() -> None:
    plan = planned(
        article(
            "a",
            title="Bí mật",
            status="withdrawn",
            withdrawal={"date": "2020-07-31", "reason": "Sai"},
            aliases=["/cu/"],
        )
    )

    assert "Bí mật" not in repr(plan.page("/cu/"))


def test_an_english_article_keeps_its_language_at_its_old_address() -> None:
    plan = planned(article("a", language="en", aliases=["/old/"]))

    assert plan.page("/old/").chrome.language == "en"
