"""Photos are cut around the point that the editor named, and never made larger."""

from __future__ import annotations

import json

import pytest

from newsroom.planning.photos import LISTED, Cut, cuts_of
from newsroom.planning.views.standing import PhotoView
from tests.newsroom.builders import article, photo_file
from tests.newsroom.planning.plans import planned

SHOWN = {"file": "photos/x.jpg", "alt": "Toàn cảnh"}


@pytest.mark.parametrize(
    ("size", "focus", "box"),
    [
        ((1200, 800), "", (0, 0, 400, 267)),
        ((1600, 800), "", (66, 0, 466, 267)),
        ((1600, 800), "0% 50%", (0, 0, 400, 267)),
        ((1600, 800), "100% 50%", (133, 0, 533, 267)),
        ((800, 1600), "50% 50%", (0, 266, 400, 533)),
        ((800, 1600), "50% 10%", (0, 0, 400, 267)),
        ((800, 1600), "50% 30%", (0, 106, 400, 373)),
    ],
)
def test_the_focus_comes_as_near_the_middle_as_the_edges_allow(
    size: tuple[int, int], focus: str, box: tuple[int, int, int, int]
) -> None:
    (cut,) = cuts_of(photo_file(width=size[0], height=size[1]), LISTED, focus, (400,))

    assert cut.box == box


@pytest.mark.parametrize("size", [(300, 200), (301, 1000), (5000, 120), (1, 1), (399, 2), (7, 3)])
@pytest.mark.parametrize("focus", ["", "0% 0%", "100% 100%", "33% 67%"])
def test_a_cut_lies_in_the_photo_and_is_never_larger(size: tuple[int, int], focus: str) -> None:
    photo = photo_file(width=size[0], height=size[1])
    for shape in ((3, 2), (16, 9), (4, 3), (1, 1)):
        for cut in cuts_of(photo, shape, focus, (400, 1200)):
            left, top, right, bottom = cut.box or (0, 0, 0, 0)
            assert 0 <= left < right <= cut.width
            assert 0 <= top < bottom <= cut.height
            assert cut.width <= max(size[0], 1)
            assert cut.height <= size[1]


def test_a_list_shows_the_cut_photo_and_the_article_the_whole() -> None:
    made = article("a", photo=SHOWN | {"focus": "50% 0%"})
    plan = planned(made, photo_file(width=800, height=1600, digest="01234567"))

    (card,) = plan.view("/tin/").groups[0].cards
    assert [(each.width, each.height) for each in card.picture.renditions] == [(400, 267)] * 2
    assert plan.outputs["anh/x-01234567-3x2-0-0-400.jpg"].view == PhotoView(
        path="photos/x.jpg",
        digest="01234567",
        width=400,
        height=800,
        box=(0, 0, 400, 267),
        format="jpeg",
        recipe="jpeg-q75",
    )
    whole = plan.view("/tin/2020/07/a/").picture
    assert (whole.width, whole.height) == (640, 1280)


def test_one_photo_with_two_focuses_is_cut_twice_at_two_addresses() -> None:
    above, below = (SHOWN | {"focus": focus} for focus in ("50% 0%", "50% 100%"))
    plan = planned(
        article("a", photo=above),
        article("b", photo=below),
        photo_file(width=800, height=1600),
    )

    assert plan.planned.problems == ()
    cut = [path for path in plan.outputs if "3x2" in path and path.endswith("-400.jpg")]
    assert len(cut) == 2


def test_search_engines_get_the_photo_in_three_shapes() -> None:
    plan = planned(article("a", photo=SHOWN), photo_file(digest="0123"), url="https://x.vn")

    graph = json.loads(plan.page("/tin/2020/07/a/").head.graph)["@graph"]
    (images,) = (node["image"] for node in graph if node["@type"] == "NewsArticle")
    assert images == [
        "https://x.vn/anh/x-0123-16x9-0-62-1200.jpg",
        "https://x.vn/anh/x-0123-4x3-67-0-1066.jpg",
        "https://x.vn/anh/x-0123-1x1-200-0-800.jpg",
    ]
    assert all(image.removeprefix("https://x.vn/") in plan.outputs for image in images)


def test_the_lead_story_s_photo_is_cut_in_every_width() -> None:
    plan = planned(article("a", photo=SHOWN), photo_file())

    widths = [each.width for each in plan.view("/").picture.renditions if each.format == "jpeg"]
    assert widths == [400, 640, 960]


def test_two_cuts_differ_by_where_they_lie() -> None:
    assert Cut(4, 4, (0, 0, 2, 2)).size == Cut(4, 4, (2, 2, 4, 4)).size == (2, 2)
    assert Cut(4, 3).size == (4, 3)
