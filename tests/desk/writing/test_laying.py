"""Files laid down: all or none, never over another, and one line where the disk says no."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desk.writing import NotWritten, Taken, write_all, write_new, write_over
from tests.building import ROOT, tree

FULL = """
import resource, sys
from pathlib import Path
sys.path.insert(0, "plugins")
from desk.writing import NotWritten, write_all
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))
try:
    write_all({Path(sys.argv[1]) / "a" / "x.jpg": b"x" * 3000,
               Path(sys.argv[1]) / "b" / "y.jpg": b"y" * 9000})
except NotWritten as why:
    print(why)
"""


def test_a_new_file_is_there_whole_and_nothing_else_is(tmp_path: Path) -> None:
    write_new(tmp_path / "a" / "b" / "x.md", "chữ")

    assert tree(tmp_path) == {"a/b/x.md": "chữ".encode()}
    assert (tmp_path / "a" / "b" / "x.md").stat().st_mode & 0o600 == 0o600


def test_what_is_there_is_never_written_over(tmp_path: Path) -> None:
    write_new(tmp_path / "x.md", "trước")

    with pytest.raises(Taken):
        write_all({tmp_path / "anh" / "y.jpg": b"y", tmp_path / "x.md": b"sau"})

    assert tree(tmp_path) == {"x.md": "trước".encode()}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x.md"]


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert "Không ghi được" in done.stdout
    assert len(done.stdout.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_read_only_folder_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tmp_path.chmod(0o555)
    monkeypatch.chdir(tmp_path)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        with pytest.raises(NotWritten, match=r"không có quyền ghi"):
            write_new(Path("x.md"), "x")
    finally:
        if root:
            os.seteuid(0)


def test_a_folder_that_is_a_file_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("", encoding="utf-8")

    with pytest.raises(NotWritten, match="không phải là thư mục"):
        write_new(tmp_path / "x" / "y.md", "x")


def test_an_edit_by_another_hand_is_not_lost(tmp_path: Path) -> None:
    file = tmp_path / "x.md"
    file.write_text("một", encoding="utf-8")

    write_over(file, "hai", seen="một".encode())
    with pytest.raises(NotWritten, match="vừa được sửa"):
        write_over(file, "ba", seen="một".encode())

    assert file.read_text("utf-8") == "hai"
    assert [path.name for path in tmp_path.iterdir()] == ["x.md"]
