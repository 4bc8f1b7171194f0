from __future__ import annotations

import pytest

from newsroom.planning.photos import widths_of
from newsroom.planning.views.shared import Picture
from newsroom.planning.views.standing import PhotoView
from newsroom.records import Slot
from tests.newsroom.builders import article, campaign, photo_file
from tests.newsroom.planning.plans import Plan, planned

SHOWN = {"file": "photos/x.jpg", "alt": "Toàn cảnh", "caption": "Hội nghị", "credit": "P. V."}


def pictures(plan: Plan, whole: bool = False) -> set[str]:
    """The paths of the photos, or of those that are not cut."""
    return {
        path
        for path, output in plan.outputs.items()
        if isinstance(output.view, PhotoView) and not (whole and output.view.box)
    }


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (120, (120,)),
        (400, (400,)),
        (401, (400,)),
        (640, (400, 640)),
        (1000, (400, 640, 960)),
        (5000, (400, 640, 960, 1280)),
    ],
)
def test_no_size_is_larger_than_the_photo_and_there_is_always_one(
    width: int, widths: tuple[int, ...]
) -> None:
    assert widths_of(width) == widths


def test_every_size_comes_as_avif_and_as_jpeg_named_for_its_content() -> None:
    photo = photo_file(digest="0123456789", width=700, height=350)

    plan = planned(article("a", photo=SHOWN), photo)

    assert pictures(plan, whole=True) == {
        "anh/x-01234567-400.avif",
        "anh/x-01234567-400.jpg",
        "anh/x-01234567-640.avif",
        "anh/x-01234567-640.jpg",
    }
    assert plan.outputs["anh/x-01234567-640.jpg"].view == PhotoView(
        path="photos/x.jpg",
        digest="0123456789",
        width=640,
        height=320,
        format="jpeg",
        recipe="jpeg-q75",
    )


def test_a_photo_that_nothing_shows_is_not_planned() -> None:
    assert pictures(planned(article("a"), photo_file())) == set()


def test_the_photo_of_an_article_no_one_may_read_is_not_planned() -> None:
    hidden = article("a", status="draft", photo=SHOWN)
    withdrawn = article(
        "b", status="withdrawn", withdrawal={"date": "2020-07-31", "reason": "Sai"}, photo=SHOWN
    )

    assert pictures(planned(hidden, withdrawn, photo_file())) == set()


def test_a_photo_inside_a_body_is_planned_with_its_own_words() -> None:
    slot = Slot(what="photo", kind="photo", target="x.jpg", text="Hội trường")

    plan = planned(campaign("c", "<p>", slot, "</p>"), photo_file(width=300, height=100))

    (fill,) = plan.view("/phong-trao/c/").prose.fills
    assert isinstance(fill.picture, Picture)
    assert fill.picture.alt == "Hội trường"
    assert {each.width for each in fill.picture.renditions} == {300}


def test_one_picture_in_two_folders_is_made_once() -> None:
    plan = planned(
        article("a", photo={"file": "photos/1/x.jpg", "alt": "A"}),
        article("b", photo={"file": "photos/2/x.jpg", "alt": "B"}),
        photo_file("photos/1/x.jpg", digest="same-bytes"),
        photo_file("photos/2/x.jpg", digest="same-bytes"),
    )

    assert plan.planned.problems == ()
    assert len(pictures(plan, whole=True)) == 6


def test_the_largest_jpeg_is_what_other_sites_show_of_an_article() -> None:
    plan = planned(article("a", photo=SHOWN), photo_file(digest="01234567"), url="https://a.vn")

    head = plan.page("/tin/2020/07/a/").head
    assert head.image == "https://a.vn/anh/x-01234567-960.jpg"
    assert (head.image_width, head.image_height, head.image_alt) == (960, 640, "Toàn cảnh")


def test_a_name_without_letters_of_ours_still_has_an_address() -> None:
    odd = "photos/图.jpg"

    plan = planned(article("a", photo={"file": odd, "alt": "A"}), photo_file(odd, width=100))

    assert pictures(plan, whole=True) == {"anh/anh-d0-100.avif", "anh/anh-d0-100.jpg"}
