from __future__ import annotations

from tests.newsroom.builders import site_info
from tests.newsroom.planning.plans import planned


def test_robots_names_the_sitemap() -> None:
    view = planned(url="https://x.vn").view("/robots.txt")

    assert view.lines == ("User-agent: *", "Disallow:", "Sitemap: https://x.vn/sitemap.xml")


def test_a_preview_asks_not_to_be_found() -> None:
    assert planned(preview=True).view("/robots.txt").lines == ("User-agent: *", "Disallow: /")


def test_security_txt_says_whom_to_tell_and_until_when() -> None:
    security = {"contact": "mailto:an-toan@x.vn", "expires": "2021-06-30"}

    plan = planned(site_info(security=security), url="https://x.vn")

    assert plan.view("/.well-known/security.txt").lines == (
        "Contact: mailto:an-toan@x.vn",
        "Expires: 2021-06-30T23:59:59+07:00",
        "Preferred-Languages: vi, en",
        "Canonical: https://x.vn/.well-known/security.txt",
    )
