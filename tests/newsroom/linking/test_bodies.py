from __future__ import annotations

from newsroom.linking.site import Resolved
from newsroom.records import Slot
from tests.newsroom.builders import (
    CLOSE,
    article,
    attached_file,
    award,
    body,
    document,
    link_to,
    number,
    photo_file,
    site,
    unit,
)


def test_a_link_leads_to_the_address_with_its_fragment() -> None:
    made = site(unit("u"), article("x"))

    assert [
        r.address for r in made.resolve(body(link_to("unit:u"), link_to("article:x#muc")))
    ] == [
        "/don-vi/u/",
        "/tin/2020/07/x/#muc",
    ]


def test_a_close_has_what_its_open_has() -> None:
    made = site(unit("u"))
    words = body(link_to("unit:u"), "một", CLOSE, link_to("unit:dead"), "hai", CLOSE)

    addresses = [resolved.address for resolved in made.resolve(words)]

    assert addresses == ["/don-vi/u/", "/don-vi/u/", "", ""]


def test_an_awards_link_leads_to_its_place_on_the_years_page() -> None:
    made = site(award("a"))

    assert made.resolve(body(link_to("award:a#x")))[0].address == "/khen-thuong/2020/#a"


def test_photos_and_files_are_answered_by_their_paths() -> None:
    made = site(photo_file("photos/2020/07/x.jpg"), attached_file("files/x.pdf"))
    words = body(
        Slot(what="photo", kind="photo", target="2020/07/x.jpg"),
        link_to("file:x.pdf"),
        link_to("file:missing.pdf"),
    )

    assert made.resolve(words) == (
        Resolved(photo="photos/2020/07/x.jpg"),
        Resolved(file="files/x.pdf"),
        Resolved(),
    )


def test_a_link_to_what_no_reader_may_see_is_plain_text() -> None:
    made = site(
        article("draft", status="draft"),
        article("expired", expires="2020-07-31"),
        article("gone", status="withdrawn", withdrawal={"date": "2020-08-01"}),
    )
    words = body(*(link_to(f"article:{id}") for id in ("draft", "expired", "gone")))

    assert made.resolve(words) == (Resolved(),) * 3


def test_an_address_stays_as_written_unless_its_article_is_hidden() -> None:
    made = site(article("x"), article("draft", status="draft"))
    words = body(
        *(
            Slot(what="open", kind="path", target=path, fragment="muc")
            for path in ("/tin/2020/07/x/", "/tin/2020/07/draft/", "/phong-trao/")
        )
    )

    assert [resolved.address for resolved in made.resolve(words)] == [
        "/tin/2020/07/x/#muc",
        "",
        "/phong-trao/#muc",
    ]


def test_a_number_links_to_the_document_that_has_it_and_its_date() -> None:
    made = site(
        document("34-ct-tw-2014", number="34-CT/TW", issued="2014-04-07"),
        document("34-ct-tw-2024", number="34-CT/TW", issued="2024-05-24"),
    )
    words = body(
        number("34-CT/TW", date="2014-04-07"),
        number("34-CT/TW", date="2020-01-01"),
        number("34-CT/TW"),
    )

    assert [resolved.address for resolved in made.resolve(words)] == [
        "/van-ban/34-ct-tw-2014/",
        "",
        "",
    ]
