from __future__ import annotations

from tests.newsroom.builders import page, photo_file, site_info
from tests.newsroom.planning.plans import planned


def test_the_contact_page_lists_the_officials_and_others_do_not() -> None:
    people = site_info(contacts=[{"name": "Bà Mẫu", "role": "Trưởng phòng", "email": "a@x.vn"}])

    plan = planned(people, page("lien-he"), page("gioi-thieu"), page("contact", language="en"))

    for address in ("/lien-he/", "/en/contact/"):
        assert [line.name for line in plan.view(address).contacts] == ["Bà Mẫu"]
    assert plan.view("/gioi-thieu/").contacts == ()


def test_a_page_says_its_summary_and_shows_its_photo() -> None:
    plan = planned(
        page("p", summary="Về cơ quan.", photo={"file": "photos/x.jpg", "alt": "Trụ sở"}),
        photo_file(),
    )

    assert plan.page("/p/").head.description == "Về cơ quan."
    assert plan.view("/p/").picture.alt == "Trụ sở"


def test_a_barrier_is_reported_to_a_named_official_else_to_the_owner() -> None:
    named = planned(site_info(contacts=[{"name": "Bà Mẫu"}])).view("/tro-nang/").contact
    office = planned(site_info(owner="Ban A", phone="000")).view("/tro-nang/").contact

    assert named.name == "Bà Mẫu"
    assert (office.unit.text, office.phone) == ("Ban A", "000")


def test_a_page_and_its_english_counterpart_name_each_other() -> None:
    plan = planned(
        page("gioi-thieu", counterpart="about"),
        page("about", language="en", counterpart="gioi-thieu"),
    )

    for address in ("/gioi-thieu/", "/en/about/"):
        alternates = plan.page(address).head.alternates
        assert {each.hreflang for each in alternates} == {"vi", "en"}
