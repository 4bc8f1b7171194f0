"""`invoke report …` as it is typed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.building import ROOT
from tests.desk.reports.papers import content

BLOC = "cac-co-quan-dang-tinh"


def report(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "invoke", "report", *arguments, "--now", "2020-08-01T08:00"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_a_review_is_written_in_three_forms_and_never_over_an_old_one(tmp_path: Path) -> None:
    asked = ("review", "--bloc", BLOC, "--period", "2020-H1", "--output", str(tmp_path / "r"))

    first, second, third = report(*asked), report(*asked), report(*asked, "--overwrite")

    assert first.returncode == 0, first.stderr
    assert {path.name for path in (tmp_path / "r").iterdir()} == {
        f"so-ket-{BLOC}-2020-H1.{ending}" for ending in ("docx", "html", "md")
    }
    assert second.returncode == 1
    assert "--overwrite" in second.stderr
    assert third.returncode == 0


@pytest.mark.parametrize("asked", [("coverage", "--year", "2020"), ("stale",)])
def test_coverage_and_stale_are_written(asked: tuple[str, ...], tmp_path: Path) -> None:
    done = report(*asked, "--output", str(tmp_path / "r"))

    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "r").iterdir())) == 3


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("raport",), "review, coverage, stale"),
        (("review",), "--bloc"),
        (("review", "--bloc", "cac-co-quan-dang", "--period", "2020-H1"), f'"{BLOC}"?'),
        (("review", "--bloc", BLOC, "--period", "H1"), "2020-H1"),
        (("coverage",), "--year"),
        (("coverage", "--year", "20"), "--year"),
        (("stale", "--months", "0"), "--months"),
        (("stale", "--content", "khong-co"), "khong-co"),
    ],
)
def test_what_cannot_be_is_said_in_one_line(
    asked: tuple[str, ...], told: str, tmp_path: Path
) -> None:
    done = report(*asked, "--output", str(tmp_path / "r"))

    assert done.returncode == 1
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "r").exists()


def test_problems_in_content_are_told_and_nothing_is_written(tmp_path: Path) -> None:
    folder = content(tmp_path)
    (folder / "blocs" / "hong.md").write_text("---\nname: Khối\nhead: ai\n---\n", "utf-8")

    done = report("stale", "--content", str(folder), "--output", str(tmp_path / "r"))

    assert done.returncode == 2
    assert "blocs/hong.md:3" in done.stdout
    assert not (tmp_path / "r").exists()


def test_a_report_goes_neither_into_content_nor_into_a_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / ".newsroom").touch()
    folder = content(tmp_path)
    before = sorted(folder.rglob("*"))

    for place in (site / "bao-cao", folder / "files"):
        done = report("stale", "--content", str(folder), "--output", str(place))
        assert done.returncode == 1
        assert "Không ghi báo cáo vào" in done.stderr

    assert sorted(folder.rglob("*")) == before
    assert [path.name for path in site.iterdir()] == [".newsroom"]
