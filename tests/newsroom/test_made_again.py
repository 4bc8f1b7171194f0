"""One figure, one merger, one revocation in the sample province: the next build makes again the
files that show it, each of them and no other."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pytest

from newsroom.settings import Settings
from tests.building import NOW, ROOT, tree
from tests.newsroom.rebuilding import compiled_once, rebuilt
from vietnamese import VIETNAM


@dataclass
class Desk:
    """The sample province, built once; edits are taken back after each test."""

    settings: Settings
    files: dict[str, bytes]
    """Every file of the site as it was before the edit."""

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.settings.content / path
        text = file.read_text("utf-8")
        assert text.count(old) == 1, f"{path}: {old}"
        file.write_text(text.replace(old, new), "utf-8")

    def build(self) -> set[str]:
        """Build, and say which files `--explain` told of."""
        self.files = tree(self.settings.output)
        status, told = rebuilt(self.settings)
        assert status == 0, told
        causes = r"(?:dữ liệu đổi|chưa từng dựng)(?: \(.+\))?"
        return set(re.findall(rf"^(\S+): {causes}$", told, re.MULTILINE))

    def differing(self) -> set[str]:
        """The files that are new or hold something else than before the last build."""
        now = tree(self.settings.output)
        return {path for path, data in now.items() if self.files.get(path) != data}

    def showing(self, *texts: str) -> set[str]:
        """The files that hold any of these texts, however markup or spaces part it."""
        found = tree(self.settings.output).items()
        sought = [text.encode() for text in texts]
        return {path for path, data in found if any(text in data for text in sought)}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("made-again")
    shutil.copytree(ROOT / "demo" / "content", folder / "content")
    settings = Settings(
        content=folder / "content",
        theme=ROOT / "theme",
        cache=folder / "cache",
        output=folder / "output",
        now=datetime.fromisoformat(NOW).replace(tzinfo=VIETNAM),
        workers=1,
    )
    with compiled_once():
        assert rebuilt(settings)[0] == 0
        yield Desk(replace(settings, explain=True), {})


@pytest.fixture
def desk(built: Desk, tmp_path: Path) -> Iterator[Desk]:
    kept = tmp_path / "kept"
    shutil.copytree(built.settings.content, kept)
    yield built
    shutil.rmtree(built.settings.content)
    shutil.copytree(kept, built.settings.content)
    built.build()


def search(paths: set[str]) -> set[str]:
    """The search page and its index, whose files are named by what they hold."""
    return {path for path in paths if path.startswith("tim-kiem/")}


def test_a_figure_of_a_target_makes_the_files_that_show_it(desk: Desk) -> None:
    desk.edit("campaigns/dung-hen-voi-dan.md", "value: 96.9", "value: 97.13")

    made = desk.build()

    assert made == desk.differing() == desk.showing("97,13", "97.13")
    assert {
        "index.html",
        "phong-trao/index.html",
        "phong-trao/dung-hen-voi-dan/index.html",
        "phong-trao/dung-hen-voi-dan/so-lieu.csv",
        "don-vi/so-noi-vu/index.html",
        "du-lieu/target.json",
    } <= made


def test_an_older_figure_makes_the_campaign_and_its_data_alone(desk: Desk) -> None:
    desk.edit("campaigns/dung-hen-voi-dan.md", "value: 94.1", "value: 94.17")

    made = desk.build()

    assert made == desk.differing() == desk.showing("94,17", "94.17")
    assert made == {
        "du-lieu/campaign.csv",
        "du-lieu/campaign.json",
        "du-lieu/target.csv",
        "du-lieu/target.json",
        "phong-trao/dung-hen-voi-dan/index.html",
        "phong-trao/dung-hen-voi-dan/so-lieu.csv",
    }


def test_a_revocation_makes_every_file_that_cites_the_award(desk: Desk) -> None:
    desk.edit(
        "articles/2023/01/trao-thuong-2022.md",
        "\n---\n",
        "\n---\nXem [cờ thi đua](award:co-thi-dua-xa-go-sen-2022).\n\n",
    )
    desk.build()
    revoked = "{date: 2026-11-10, decision: 230-qd-ubnd-2025, reason: Kê khai trùng.}"
    award = "awards/co-thi-dua-xa-go-sen-2022.md"
    desk.edit(award, "level: Tỉnh", f"level: Tỉnh\nrevoked: {revoked}")

    made = desk.build()

    shown = desk.showing("Kê khai trùng.", "Kê\u00a0khai trùng.", "đã thu hồi ngày 10/11/2026")
    assert made - search(made) == desk.differing() - search(made) == shown - search(made)
    assert search(made)
    assert {
        "tin/2023/01/trao-thuong-2022/index.html",
        "don-vi/xa-go-sen/index.html",
        "khen-thuong/2022/index.html",
        "khen-thuong/don-vi/xa-go-sen/index.html",
        "van-ban/2241-qd-ubnd-2022/index.html",
        "van-ban/230-qd-ubnd-2025/index.html",
        "du-lieu/award-2022.csv",
    } <= made


def test_a_merger_makes_both_units_those_beside_them_and_the_news_that_moves(desk: Desk) -> None:
    ends = "\nended: 2026-10-31\nsuccessors: [so-noi-vu]"
    desk.edit("units/so-tu-phap.md", "\nparent: ubnd-tinh", f"\nparent: ubnd-tinh{ends}")

    made = desk.build()

    assert made == desk.differing()
    beside = {
        f"don-vi/{file.stem}/index.html"
        for file in (desk.settings.content / "units").glob("*.md")
        if "\nparent: ubnd-tinh\n" in file.read_text("utf-8")
    }
    moved = {path for path in made if path.startswith("don-vi/so-noi-vu/tin/")}
    assert moved
    assert made == beside | moved | {
        "don-vi/index.html",
        "du-lieu/unit.csv",
        "du-lieu/unit.json",
    }
    own = (desk.settings.output / "don-vi/so-noi-vu/index.html").read_text("utf-8")
    assert "Sở Tư pháp tỉnh Mẫu Giang" in own
