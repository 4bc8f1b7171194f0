"""The whole way through, as Pelican runs it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.building import ROOT, Build, build, tree

SITES = ROOT / "tests" / "sites"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A sound site of one article, free to be broken."""
    return Path(shutil.copytree(SITES / "smallest", tmp_path / "content"))


def test_a_sound_site_is_built_and_says_where_it_is(content: Path, tmp_path: Path) -> None:
    done = build(content, tmp_path / "out")

    assert done.status == 0, done.out + done.err
    assert (tmp_path / "out" / "index.html").is_file()
    assert str(tmp_path / "out") in done.out.replace("\n", "")


def test_a_problem_stops_the_build_and_leaves_the_last_output_untouched(
    content: Path, tmp_path: Path
) -> None:
    build(content, tmp_path / "out")
    before = tree(tmp_path / "out")
    article = break_article(content)

    done = build(content, tmp_path / "out")

    assert done.status == 2
    assert f"{article.name}:" in done.out
    assert " E" in done.out
    assert tree(tmp_path / "out") == before


def test_keep_going_builds_what_is_sound_and_exits_with_three(
    content: Path, tmp_path: Path
) -> None:
    article = break_article(content)

    done = build(content, tmp_path / "out", keep_going="1")

    assert done.status == 3, done.out + done.err
    assert (tmp_path / "out" / "index.html").is_file()
    assert not list((tmp_path / "out").glob(f"tin/*/*/{article.stem}"))


def test_problems_are_one_json_object_a_line_for_machines(content: Path, tmp_path: Path) -> None:
    break_article(content)

    done = build(content, tmp_path / "out", format="json")

    lines = [line for line in done.out.splitlines() if line.startswith("{")]
    told = [json.loads(line) for line in lines]
    keys = {"file", "line", "column", "code", "severity", "message", "hint"}
    assert told
    assert all(set(problem) == keys for problem in told)


def test_a_folder_that_is_not_ours_is_refused(content: Path, tmp_path: Path) -> None:
    precious = tmp_path / "out" / "precious.txt"
    precious.parent.mkdir()
    precious.write_text("kept", "utf-8")

    done = build(content, tmp_path / "out")

    assert done.status == 1
    assert tree(tmp_path / "out") == {"precious.txt": b"kept"}


def test_what_is_no_longer_planned_is_removed(content: Path, tmp_path: Path) -> None:
    build(content, tmp_path / "out")
    stray = tmp_path / "out" / "cu" / "index.html"
    stray.parent.mkdir()
    stray.write_text("old", "utf-8")

    build(content, tmp_path / "out")

    assert not stray.parent.exists()


def test_two_clean_builds_are_equal_byte_for_byte(seed_site: Build, tmp_path: Path) -> None:
    again = build(ROOT / "content", tmp_path / "out")

    assert seed_site.status == 0, seed_site.out + seed_site.err
    assert tree(again.output) == tree(seed_site.output)


def test_two_clean_builds_of_the_demo_are_equal_byte_for_byte(
    demo_site: Build, tmp_path: Path
) -> None:
    again = build(ROOT / "demo" / "content", tmp_path / "out", workers="1")

    assert demo_site.status == 0, demo_site.out + demo_site.err
    assert tree(again.output) == tree(demo_site.output)


@pytest.mark.parametrize(
    "setting", [{"now": "31/7"}, {"workers": "0"}, {"format": "xml"}], ids=lambda s: str(s)
)
def test_a_setting_that_cannot_be_is_one_line_and_exit_status_one(
    content: Path, tmp_path: Path, setting: dict[str, str]
) -> None:
    done = build(content, tmp_path / "out", **setting)

    assert done.status == 1
    assert "Traceback" not in done.out + done.err


def test_the_command_of_the_readme_builds_too(content: Path, tmp_path: Path) -> None:
    done = invoke("build", "--content", content, "--output", tmp_path / "out", "--workers", 1)

    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "out" / "index.html").is_file()


def test_check_says_what_is_wrong_and_writes_nothing(content: Path) -> None:
    break_article(content)

    done = invoke("check", "--content", content)

    assert done.returncode == 2
    assert " E" in done.stdout


def test_nothing_is_said_of_the_hosts_own_blog(content: Path, tmp_path: Path) -> None:
    done = build(content, tmp_path / "out", format="json")

    assert done.status == 0
    assert done.out == ""


def test_the_command_works_from_a_folder_below() -> None:
    done = invoke("check", "--now", "2026-11-22T08:00", cwd=ROOT / "docs")

    assert done.returncode == 0, done.stdout + done.stderr


def test_a_content_folder_that_is_not_there_is_one_line_and_exit_status_one() -> None:
    for command in ("build", "check"):
        done = invoke(command, "--content", "khong-co")

        assert done.returncode == 1
        assert done.stderr == "Không có thư mục nội dung: khong-co\n"


def break_article(content: Path) -> Path:
    """Give the one article a key that does not exist."""
    article = next(content.glob("articles/**/*.md"))
    article.write_text(article.read_text("utf-8").replace("title:", "tilte:", 1), "utf-8")
    return article


def invoke(*arguments: object, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "invoke", *map(str, arguments)]
    return subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False
    )
