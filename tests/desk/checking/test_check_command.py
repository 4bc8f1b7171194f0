"""`invoke check` as it is typed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.building import ROOT
from tests.desk.checking.desks import NOW, desk, write


def check(content: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "invoke", "check", "--content", str(content), "--now", NOW]
    return subprocess.run(
        [*command, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_warnings_alone_are_no_failure_and_nothing_is_written(tmp_path: Path) -> None:
    content = desk(tmp_path)
    write(content, "hoi-nghi", title="HỘI NGHỊ SƠ KẾT")

    done = check(content)

    assert done.returncode == 0, done.stderr
    assert "hoi-nghi.md:2:8: W503: " in done.stdout
    assert done.stdout.endswith("Không có lỗi; 1 lưu ý\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content"]


def test_errors_and_warnings_are_told_at_once(tmp_path: Path) -> None:
    content = desk(tmp_path)
    write(content, "hoi-nghi", title="HỘI NGHỊ SƠ KẾT")
    write(content, "sai", title="Bài khác hẳn", units="[khong-co]")

    done = check(content)

    assert done.returncode == 2
    assert "W503" in done.stdout
    assert "E203" in done.stdout
    assert "1 lỗi phải sửa, 1 lưu ý" in done.stdout


def test_one_file_is_told_of_alone_though_all_is_read(tmp_path: Path) -> None:
    content = desk(tmp_path)
    write(content, "sai", title="Bài khác hẳn", units="[khong-co]")
    copy = write(content, "lap")

    alone = check(content, "--file", str(content / "articles/hoi-nghi.md"))
    both = check(content, "--file", copy, "--file", "articles/sai.md")

    assert (alone.returncode, alone.stdout) == (0, "Không có lỗi, không có lưu ý\n")
    assert both.returncode == 2
    assert "lap.md:2:8: W505" in both.stdout
    assert "sai.md:6:" in both.stdout


@pytest.mark.parametrize("asked", [("--file", "khong-co.md"), ("--format", "xml")])
def test_what_is_not_there_is_wrong_usage(asked: tuple[str, str], tmp_path: Path) -> None:
    done = check(desk(tmp_path), *asked)

    assert done.returncode == 1
    assert asked[1] in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_outside_content_is_not_checked(tmp_path: Path) -> None:
    outside = tmp_path / "ngoai.md"
    outside.write_text("x", "utf-8")

    assert check(desk(tmp_path), "--file", str(outside)).returncode == 1


def test_machines_get_their_forms_alone_on_standard_output(tmp_path: Path) -> None:
    content = desk(tmp_path)
    write(content, "hoi-nghi", title="HỘI NGHỊ SƠ KẾT", status="review")

    as_json = check(content, "--format", "json")
    as_gitlab = check(content, "--format", "gitlab")
    as_github = check(content, "--format", "github")

    told = [json.loads(line) for line in as_json.stdout.splitlines()]
    assert [(one["code"], one["severity"]) for one in told] == [
        ("W503", "warning"),
        ("N520", "notice"),
    ]
    assert [one["severity"] for one in json.loads(as_gitlab.stdout)] == ["minor", "info"]
    assert "::notice file=" in as_github.stdout
    assert "đang chờ duyệt" in as_github.stdout


def test_publishing_stops_where_a_rule_that_is_an_error_is_broken(tmp_path: Path) -> None:
    content = desk(tmp_path)
    write(content, "hoi-nghi", title="HỘI NGHỊ SƠ KẾT")
    site = content / "site.yaml"
    site.write_text(site.read_text("utf-8") + "editorial_errors: [W503]\n", "utf-8")
    public = tmp_path / "public"
    command = ["publish", "--to", "folder", "--path", str(public), "--content", str(content)]

    done = subprocess.run(
        [sys.executable, "-m", "invoke", *command, "--cache", str(tmp_path / "cache")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 2
    assert "hoi-nghi.md:2:8: E503" in done.stdout
    assert not public.exists() or not list(public.iterdir())


def test_mending_shows_what_it_changes_and_then_checks(tmp_path: Path) -> None:
    content = desk(tmp_path)
    file = content / write(content, "hoi-nghi", title="Kết quả: tốt", units="[khong-co]")
    before = file.read_bytes()

    shown = check(content, "--fix", "--dry-run")
    unchanged = file.read_bytes() == before
    done = check(content, "--fix")

    assert unchanged
    assert '+title: "Kết quả: tốt"' in shown.stderr
    assert "sẽ sửa 1 tệp" in shown.stderr
    assert '+title: "Kết quả: tốt"' in done.stderr
    assert "đã sửa 1 tệp" in done.stderr
    assert "E104" not in done.stdout
    assert "E203" in done.stdout
    assert done.returncode == 2
