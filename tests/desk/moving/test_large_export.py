"""An export of thousands of posts: one item in memory at a time, and all of them brought."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from desk.moving.wordpress.export import items_in
from tests.desk.moving.sites import House, export, post

PARAGRAPH = "<p>Phong trào thi đua được các đơn vị hưởng ứng sôi nổi, có kết quả rõ rệt.</p>\n\n"


def test_reading_takes_no_more_memory_for_many_times_as_many_posts(tmp_path: Path) -> None:
    assert peak(tmp_path, 500) < 1.5 * peak(tmp_path, 20) + (1 << 18)


def peak(folder: Path, posts: int) -> int:
    """Bytes at the highest, while every item is read and let go."""
    path = folder / f"{posts}.xml"
    path.write_text(export(*(post(one, PARAGRAPH * 10) for one in range(posts))), "utf-8")
    tracemalloc.start()
    count = sum(1 for _ in items_in(path))
    _, highest = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == posts
    return highest


@pytest.mark.parametrize("posts", [30, pytest.param(5_000, marks=pytest.mark.long)])
def test_every_post_of_a_large_export_comes_once(tmp_path: Path, posts: int) -> None:
    house = House(tmp_path)
    items = [
        post(
            number,
            f"{PARAGRAPH * 3}<p>"
            f'<a href="https://cu.example/2015/03/bai-{number - 1}/">trước</a></p>',
            terms=[("category", f"muc-{number % 7}", f"Mục {number % 7}")],
        )
        for number in range(1, posts + 1)
    ]

    report = house.wordpress(export(*items))

    assert report.status == 0
    assert report.new["article"] == posts
    assert sum("article:bai-" in house.text(f"bai-{one}") for one in range(1, 20)) == 18
    assert house.wordpress(export(*items)).same == posts
