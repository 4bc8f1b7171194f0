"""The sample province: invented throughout, marked as such, and with enough of everything."""

from __future__ import annotations

import csv
import re
from typing import get_args

import pytest

from newsroom.linking.site import Site
from newsroom.records import Records
from newsroom.records.article import Genre
from newsroom.records.award import AwardKind
from newsroom.records.document import DocumentType
from newsroom.records.parts import MilestoneKind
from newsroom.records.unit import UnitKind
from tests.building import ROOT, Build
from tests.shared_data import shared
from tests.sound import problems_of, site_of

CONTENT = ROOT / "demo" / "content"
KILOBYTE = 1024
FULL_PAGES = 3


@pytest.fixture(scope="module")
def site() -> Site:
    """The linked sample site at its fixed moment."""
    return site_of(CONTENT)


@pytest.fixture(scope="module")
def records(site: Site) -> Records:
    """Everything in demo/content/."""
    return site.records


def test_the_sample_has_no_problem() -> None:
    assert problems_of(CONTENT) == []


def test_no_place_of_the_sample_is_a_real_one(records: Records) -> None:
    real: set[str] = set()
    for name in ("provinces-2025.csv", "wards-2025.csv", "units-before-july-2025.csv"):
        with shared(f"data/units/{name}").open(encoding="utf-8-sig", newline="") as lines:
            real |= {_bare(cell) for row in csv.reader(lines) for cell in row}
    communes = [unit.name for unit in records.unit.values() if unit.kind == "commune"]

    assert [name for name in (*communes, "Tỉnh Mẫu Giang") if _bare(name) in real] == []


def test_the_sample_says_that_it_is_one(records: Records) -> None:
    assert records.site.sample
    assert "không có thật" in records.page["gioi-thieu"].body.text


def test_every_person_of_the_sample_is_named_as_one(records: Records) -> None:
    people = [
        *(contact.name for contact in records.site.contacts if contact.name),
        *(person.name for event in records.event.values() for person in event.chair),
        *(document.signer for document in records.document.values() if document.signer),
        *(
            award.recipient.name
            for award in records.award.values()
            if award.recipient and award.recipient.type == "individual"
        ),
    ]

    assert [name for name in people if " Mẫu " not in name] == []


def test_three_listing_pages_of_a_section_a_campaign_and_a_unit_are_full(
    demo_site: Build,
) -> None:
    assert demo_site.status == 0, demo_site.out + demo_site.err
    for listing in (
        "chuyen-muc/phong-trao",
        "phong-trao/thi-dua-phuc-vu-nhan-dan/tin",
        "don-vi/so-noi-vu/tin",
    ):
        for number in range(1, FULL_PAGES + 1):
            assert (demo_site.output / listing / "trang" / str(number) / "index.html").is_file()


def test_documents_events_and_a_year_of_awards_fill_a_page(demo_site: Build) -> None:
    for listing in ("van-ban", "lich", "khen-thuong/2025"):
        assert (demo_site.output / listing / "trang" / "1" / "index.html").is_file()


def test_every_kind_of_thing_occurs(records: Records) -> None:
    milestones = (step for c in records.campaign.values() for step in c.milestones)

    assert {article.genre for article in records.article.values()} == set(get_args(Genre))
    assert {unit.kind for unit in records.unit.values()} == set(get_args(UnitKind))
    assert {document.type for document in records.document.values()} == set(get_args(DocumentType))
    assert {award.kind for award in records.award.values()} == set(get_args(AwardKind))
    assert {step.kind for step in milestones} == set(get_args(MilestoneKind))


def test_every_state_occurs(site: Site) -> None:
    articles = site.records.article.values()

    assert {site.state(article) for article in articles} == {
        "listed",
        "hidden",
        "expired",
        "withdrawn",
    }
    assert {article.status for article in articles} == {
        "published",
        "draft",
        "review",
        "withdrawn",
    }
    assert {site.campaign_state(c) for c in site.campaigns()} == {"upcoming", "ongoing", "ended"}
    assert {site.document_status(d) for d in site.documents()} == {
        "in_force",
        "expired",
        "pending",
        "unknown",
    }
    assert any(award.revoked for award in site.awards())


def test_no_two_articles_bear_one_title(records: Records) -> None:
    titles = [article.title for article in records.article.values()]

    assert len(titles) == len(set(titles)) > 80


def test_bodies_link_to_every_kind(records: Records) -> None:
    bodies = [article.body for article in records.article.values()]
    linked = {slot.kind for body in bodies for slot in body.slots if slot.kind}

    assert linked == {
        *("article", "campaign", "unit", "bloc", "document", "event", "award"),
        *("section", "page", "file", "photo"),
    }


def test_a_number_shared_by_two_documents_leads_to_the_one_of_its_day(site: Site) -> None:
    body = site.records.article["phat-dong-dung-hen-2026"].body
    pairs = zip(body.slots, site.resolve(body), strict=True)

    assert {slot.date: place.address for slot, place in pairs if slot.what == "number"} == {
        "2026-01-12": "/van-ban/12-kh-ubnd-2026/",
        "2024-01-18": "/van-ban/12-kh-ubnd-2024/",
    }


def test_totals_and_ranks_of_the_score_table_are_right(records: Records) -> None:
    year = next(y for y in records.bloc["tham-muu-tong-hop"].years if y.year == 2025)
    assert year.scores
    rows = year.scores.rows

    for row in rows:
        assert row.total == (row.bloc or 0) + (row.bonus or 0) - (row.deduction or 0)
        assert row.rank == 1 + sum(other.total > row.total for other in rows)
    assert {row.unit for row in rows} == set(year.members)


def test_every_page_says_that_its_data_are_a_sample(demo_site: Build) -> None:
    assert demo_site.status == 0, demo_site.out + demo_site.err
    silent = [
        str(page.relative_to(demo_site.output))
        for page in demo_site.output.rglob("*.html")
        if not _is_redirect(text := page.read_text("utf-8"))
        and "Dữ liệu mẫu" not in text
        and "Sample data" not in text
    ]

    assert silent == []


def test_a_photo_weighs_little() -> None:
    photos = [path for path in (CONTENT / "photos").rglob("*") if path.is_file()]

    assert [path.name for path in photos if path.stat().st_size > 60 * KILOBYTE] == []
    assert {path.suffix for path in photos} >= {".jpg", ".png", ".webp"}


def test_every_photo_and_file_of_the_sample_is_used(records: Records) -> None:
    for folder, known in (("photos", records.photos), ("files", records.files)):
        kept = [path for path in (CONTENT / folder).rglob("*") if path.is_file()]

        assert {path.relative_to(CONTENT).as_posix() for path in kept} == set(known)


def _bare(name: str) -> str:
    """A place without the word for its kind."""
    return re.sub(r"^(tỉnh|thành phố|huyện|xã|phường|thị trấn) ", "", name.lower())


def _is_redirect(text: str) -> bool:
    return 'http-equiv="refresh"' in text
