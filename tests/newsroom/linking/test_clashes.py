from __future__ import annotations

import pytest

from tests.newsroom.builders import article, page, unit
from tests.newsroom.linking.told import params, problems, told


@pytest.mark.parametrize("id", ["tin", "don-vi", "khoi", "en", "tim-kiem", "anh", "du-lieu"])
def test_a_page_may_not_be_called_like_a_part_of_the_site(id: str) -> None:
    assert told(page(id)) == [(f"pages/{id}.md", "E207", ())]


def test_an_english_page_may_be_called_like_a_part_of_the_vietnamese_site() -> None:
    assert told(page("khoi", language="en")) == []
    assert told(page("tin", language="en")) == [("pages/tin.md", "E207", ())]


def test_an_alias_that_meets_an_address_names_whose_it_is() -> None:
    found = problems(unit("u"), article("x", aliases=["/cu/", "/don-vi/u"]))

    assert [(one.file, one.code, one.keys) for one in found] == [
        ("articles/x.md", "E206", ("aliases", 1))
    ]
    assert params(found[0])["other_file"] == "units/u.md"


def test_an_alias_that_meets_another_names_whose_it_is() -> None:
    found = problems(article("x", aliases=["/cu"]), unit("u", aliases=["/cu/"]))

    assert [(one.file, params(one)["other_file"]) for one in found] == [
        ("units/u.md", "articles/x.md")
    ]


def test_aliases_that_are_one_to_a_disk_meet() -> None:
    found = problems(unit("u", aliases=["/cu/"]), article("x", aliases=["/CU/index.html"]))

    assert [(one.file, one.keys, params(one)["other_file"]) for one in found] == [
        ("units/u.md", ("aliases", 0), "articles/x.md")
    ]


@pytest.mark.parametrize("alias", ["/index.html", "/sitemap-2020-07.xml", "/du-lieu/article.json"])
def test_an_alias_where_the_build_lays_its_own_files_is_refused(alias: str) -> None:
    assert told(article("x", aliases=[alias])) == [("articles/x.md", "E206", ("aliases", 0))]


def test_an_alias_that_meets_a_fixed_address_is_refused() -> None:
    found = problems(article("x", aliases=["/tin/", "/feed.atom"]))

    assert [(one.code, params(one)["other_file"]) for one in found] == [("E206", "")] * 2


def test_an_alias_given_twice_is_told_once() -> None:
    assert told(article("x", aliases=["/cu", "/cu/"])) == [
        ("articles/x.md", "E206", ("aliases", 1))
    ]


def test_an_alias_that_is_the_records_own_address_is_told() -> None:
    assert told(article("x", aliases=["/tin/2020/07/x"])) == [
        ("articles/x.md", "E208", ("aliases", 0))
    ]


def test_two_records_at_one_address_are_both_told() -> None:
    # An id with a slash cannot be read; it stands here for any two kinds that would ever meet.
    found = problems(page("don-vi/u"), unit("u"))

    assert [(one.file, one.code, params(one)["other_file"]) for one in found] == [
        ("pages/don-vi/u.md", "E205", "units/u.md"),
        ("units/u.md", "E205", "pages/don-vi/u.md"),
    ]


def test_two_different_tags_of_one_slug_are_told_at_the_later_use() -> None:
    found = problems(
        article("old", date="2020-07-01", tags=["Bình Thành"]),
        article("new", tags=["Đảng", "Bình Thạnh"]),
    )

    assert [(one.file, one.code, one.keys) for one in found] == [
        ("articles/new.md", "E220", ("tags", 1))
    ]
    assert params(found[0])["other"] == "Bình Thành"
    assert params(found[0])["other_file"] == "articles/old.md"


def test_tags_that_differ_in_tone_style_case_or_spaces_do_not_clash() -> None:
    assert told(article("x", tags=["Hòa Bình"]), article("y", tags=["hoà  bình"])) == []


def test_a_tag_without_a_letter_has_no_address() -> None:
    assert told(article("x", tags=["!!!"])) == [("articles/x.md", "E221", ("tags", 0))]
