"""The host's tables say what the pages need, and no more."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

from publishing.pages import Page, read_page
from publishing.tables import content_security_policy, headers_file, redirects_file
from tests.built_site import STYLE, URL, page


def test_the_policy_allows_the_one_style_block_by_its_hash() -> None:
    digest = b64encode(sha256(STYLE.encode()).digest()).decode()

    policy = directives(read_page(page("x")), read_page(page("y")))

    assert policy["style-src"] == f"'self' 'sha256-{digest}'"
    assert policy["default-src"] == "'none'"
    assert "unsafe" not in str(policy)


def test_a_hash_is_of_the_very_text_between_the_tags() -> None:
    text = 'a::before{content:"&lt; <b>"}\n  /* Ủ */ '
    digest = b64encode(sha256(text.encode()).digest()).decode()

    assert digest in directives(read_page(f"<style>{text}</style>"))["style-src"]


def test_without_scripts_none_may_run() -> None:
    data = '<script type="application/ld+json">{"a": 1}</script>'

    assert directives(read_page(page(data)))["script-src"] == "'none'"


def test_a_script_file_and_a_snippet_are_allowed_where_a_page_has_them() -> None:
    digest = b64encode(sha256(b"print()").digest()).decode()

    policy = directives(read_page("<script>print()</script><script src=/x.js></script>"))

    assert policy["script-src"] == f"'self' 'sha256-{digest}'"


def test_an_icon_inside_the_page_is_allowed_where_a_page_has_one() -> None:
    icon = read_page(page("", head='<link rel="icon" href="data:,">'))

    assert directives(icon)["img-src"] == "'self' data:"
    assert directives(read_page(page("")))["img-src"] == "'self'"


def test_the_headers_of_every_file_are_told_once() -> None:
    lines = headers_file([read_page(page("x"))], URL).splitlines()

    assert lines[0].startswith("#")
    assert lines[1] == "/*"
    names = [line.split(":")[0].strip() for line in lines[2 : lines.index("/anh/*")]]
    assert names[0] == "Content-Security-Policy"
    assert {"X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy"} <= set(names)
    assert len(names) == len(set(names))


def test_a_site_in_a_folder_has_its_rules_under_that_folder() -> None:
    pages = {"cu/index.html": Page(redirect="/thi-dua/moi/"), "moi/index.html": Page()}
    headers = headers_file(pages.values(), "https://tinh.example.vn/thi-dua/")

    assert re.findall(r"^/\S*", headers, re.MULTILINE) == [
        "/thi-dua/*", "/thi-dua/anh/*", "/thi-dua/tep/*",
    ]  # fmt: skip
    redirects = redirects_file(pages, "https://tinh.example.vn/thi-dua/")
    assert redirects == "/thi-dua/cu/ /thi-dua/moi/ 301\n"


def test_an_old_address_leads_on_at_the_host() -> None:
    pages = {
        "tin/2020/07/moi/index.html": Page(),
        "bai/12.html": Page(redirect="/tin/2020/07/moi/"),
        "tin-cu/index.html": Page(redirect=f"{URL}/tin/2020/07/moi/"),
    }

    assert redirects_file(pages, URL).splitlines() == [
        "/bai/12.html /tin/2020/07/moi/ 301",
        "/tin-cu/ /tin/2020/07/moi/ 301",
    ]


def test_the_sub_addresses_of_a_moved_record_lead_on_too() -> None:
    pages = {
        "phong-trao/cu/index.html": Page(redirect="/phong-trao/moi/"),
        "phong-trao/moi/index.html": Page(),
        "phong-trao/moi/tin/index.html": Page(),
    }

    assert redirects_file(pages, URL).splitlines() == [
        "/phong-trao/cu/ /phong-trao/moi/ 301",
        "/phong-trao/cu/* /phong-trao/moi/:splat 301",
    ]


def test_a_site_that_never_moved_has_no_rules() -> None:
    assert redirects_file({"index.html": Page()}, URL) == ""


def directives(*pages: Page) -> dict[str, str]:
    """The policy by directive."""
    parts = content_security_policy(pages).split("; ")
    return {name: value for name, _, value in (part.partition(" ") for part in parts)}
