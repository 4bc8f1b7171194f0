from __future__ import annotations

import pytest

from newsroom.planning.places import Places, output_path


@pytest.mark.parametrize(
    ("url", "href", "whole"),
    [
        ("", "/tin/", "http://localhost:8000/tin/"),
        ("https://a.vn", "/tin/", "https://a.vn/tin/"),
        ("https://a.vn/", "/tin/", "https://a.vn/tin/"),
        ("https://a.vn/mot/hai/", "/mot/hai/tin/", "https://a.vn/mot/hai/tin/"),
    ],
)
def test_hrefs_carry_the_path_of_the_url(url: str, href: str, whole: str) -> None:
    places = Places.of(url)

    assert places.href("/tin/") == href
    assert places.whole("/tin/") == whole
    assert places.absolute(href) == whole


def test_an_address_elsewhere_is_whole_already() -> None:
    assert Places.of("https://a.vn").absolute("https://b.vn/x") == "https://b.vn/x"


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/", "index.html"),
        ("/tin/", "tin/index.html"),
        ("/tin", "tin/index.html"),
        ("/khen-thuong/2020/#x", "khen-thuong/2020/index.html"),
        ("/feed.atom", "feed.atom"),
        ("/cu/bai.html", "cu/bai.html"),
        ("/v1.2/", "v1.2/index.html"),
        ("/.well-known/security.txt", ".well-known/security.txt"),
    ],
)
def test_a_folder_is_answered_by_its_index(address: str, path: str) -> None:
    assert output_path(address) == path
