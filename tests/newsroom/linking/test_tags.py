from __future__ import annotations

from tests.newsroom.builders import article, site


def test_tags_that_differ_in_tone_style_or_case_are_one_named_by_the_oldest_use() -> None:
    made = site(
        article("new", date="2020-07-31", tags=["Hòa Bình", "Đảng"]),
        article("old", date="2020-07-01", tags=["hoà bình"]),
    )

    by_tag = made.articles_by_tag()

    assert {name: label for name, (label, _) in by_tag.items()} == {
        "dang": "Đảng",
        "hoa-binh": "hòa bình",
    }
    assert [one.id for one in by_tag["hoa-binh"][1]] == ["new", "old"]


def test_tags_come_in_vietnamese_order() -> None:
    made = site(article("x", tags=["Ý tưởng", "Đảng", "Dân vận", "Ủng hộ"]))

    assert list(made.articles_by_tag()) == ["dan-van", "dang", "ung-ho", "y-tuong"]
