"""Both sites that the repository holds: every link leads somewhere, and the guard's verdict."""

from __future__ import annotations

from publishing.guard import guard
from publishing.links import check_links, read_site
from publishing.pages import Page
from publishing.press import planned_blocks
from publishing.refusals import Candidate, home_url
from publishing.tables import content_security_policy
from tests.building import ROOT, Build


def test_every_link_of_the_report_s_site_leads_somewhere(seed_site: Build) -> None:
    assert seed_site.status == 0, seed_site.out + seed_site.err
    assert check_links(seed_site.output, home_url(pages_of(seed_site))) == []


def test_every_link_of_the_sample_province_leads_somewhere(demo_site: Build) -> None:
    assert demo_site.status == 0, demo_site.out + demo_site.err
    assert check_links(demo_site.output, home_url(pages_of(demo_site))) == []


def test_the_sample_province_could_be_published(demo_site: Build) -> None:
    site = Candidate(built=demo_site.output, planned=planned_blocks(ROOT / "theme"))

    assert guard(site) == []


def test_one_style_block_is_the_same_on_every_page(demo_site: Build) -> None:
    policy = content_security_policy(pages_of(demo_site).values())

    assert policy.count("sha256-") - policy.partition("script-src")[2].count("sha256-") == 1


def pages_of(built: Build) -> dict[str, Page]:
    return read_site(built.output)
