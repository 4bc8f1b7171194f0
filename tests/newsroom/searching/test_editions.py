"""A page that was opened before a new edition came out keeps finding its own files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from publishing.edition import KEPT
from publishing.folder import FolderTarget
from tests.built_site import lay, sound_site
from tests.newsroom.builders import article
from tests.newsroom.searching.asking import ask
from tests.newsroom.searching.small import laid
from tests.publishing.house import House


class Press:
    """Publishes a sound site with the index of these articles."""

    def __init__(self, folder: Path) -> None:
        self.public = folder / "public"
        self.folder = folder
        self.house = House(FolderTarget(self.public, {}, folder), folder / "work")
        self.page = self.public / "tim-kiem" / "index.html"
        self.turn = 0

    def publish(self, *titles: str) -> None:
        self.turn += 1
        things = [article(f"tin-{at}", title=title) for at, title in enumerate(titles)]
        index = laid(self.folder / str(self.turn), *things)
        edition = {"index.html": f"{sound_site()['index.html']}<!-- {self.turn} -->"}

        def build(built: Path) -> None:
            lay(built, sound_site() | edition)
            shutil.copytree(index, built, dirs_exist_ok=True)

        assert self.house.publish_from(build) == 0, self.house.said

    def names(self) -> set[str]:
        return {path.name for path in (self.public / "tim-kiem" / "chi-muc").iterdir()}


@pytest.fixture
def press(tmp_path: Path) -> Press:
    return Press(tmp_path)


def test_an_old_page_finds_its_files_after_a_new_edition(press: Press) -> None:
    press.publish("Trồng rừng", "Đắp đê")
    old = press.page.read_bytes()
    before = ask(press.public, ["dap de"])
    press.publish("Gặt lúa", "Trồng rừng", "Đắp đê mới")
    after = ask(press.public, ["dap de"])
    assert press.page.read_bytes() != old
    press.page.write_bytes(old)

    assert after[0].titles == ("Đắp đê mới",)
    assert ask(press.public, ["dap de"]) == before
    assert before[0].titles == ("Đắp đê",)


def test_files_that_no_page_names_any_more_go_in_the_end(press: Press) -> None:
    press.publish("Đắp đê")
    first = press.names()
    left = []
    for _ in range(KEPT + 1):
        press.publish("Trồng rừng")
        left.append(press.names())

    assert all(first <= each for each in left[:KEPT])
    assert not first & left[-1]
