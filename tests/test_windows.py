"""What Windows needs, as far as a machine without it can tell: nothing that only Unix has is used,
and the command file does what the Makefile does."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.building import ROOT, tree
from tests.desk.checking.desks import NOW, desk, write

ONLY_UNIX = """
import os, signal, sys
import asyncio, multiprocessing, selectors, socket, subprocess, tempfile, threading
import docx, invoke, mammoth, openpyxl, pelican, PIL.Image, pydantic, rich.console, watchfiles
from invoke.main import program
for name in ("fcntl", "grp", "pwd", "resource", "termios"):
    sys.modules[name] = None
for name in ("fork", "getuid", "geteuid", "getppid", "sync", "O_NOFOLLOW", "statvfs", "mkfifo"):
    delattr(os, name)
del signal.SIGKILL
os.getlogin = lambda: "bien-tap"
sys.platform = "win32"
sys.argv = ["invoke", *sys.argv[1:]]
program.run()
"""
"""Takes away what Python has on Unix alone, once all that others wrote is loaded."""


def typed(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", ONLY_UNIX, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_every_editors_command_runs_without_what_only_unix_has(tmp_path: Path) -> None:
    content = desk(tmp_path)
    where = ("--content", str(content), "--now", NOW)
    cache = ("--cache", str(tmp_path / "cache"))
    one = ("--set", "title=Bài thứ hai", "--id", "hai", "--no-input")

    for command in (
        ("new", "article", *one, *where),
        ("check", "--fix", *where),
        ("build", "--output", str(tmp_path / "o"), "--workers", "2", *cache, *where),
    ):
        done = typed(*command)
        assert done.returncode == 0, done.stdout + done.stderr
    assert "tin/2020/07/hoi-nghi/index.html" in tree(tmp_path / "o")


def test_a_site_saved_with_windows_line_ends_is_the_same_site(tmp_path: Path) -> None:
    sites = []
    for end in ("\n", "\r\n"):
        folder = tmp_path / str(len(end))
        content = desk(folder)
        write(content, "hai", "Đoạn một.\n\n- mục\n- mục\n", title="Bài thứ hai")
        for path in content.rglob("*.*"):
            path.write_bytes(path.read_bytes().replace(b"\n", end.encode()))
        where = ("--content", str(content), "--now", NOW, "--output", str(folder / "o"))
        command = ["-m", "invoke", "build", *where, "--cache", str(folder / "c")]
        done = subprocess.run(
            [sys.executable, *command], cwd=ROOT, capture_output=True, check=False
        )
        assert done.returncode == 0
        sites.append(tree(folder / "o"))

    assert sites[0] == sites[1]


COMMANDS = (ROOT / "make.cmd").read_bytes().decode("utf-8")


def test_the_command_file_has_windows_line_ends_and_no_mark_in_front() -> None:
    assert COMMANDS.count("\n") == COMMANDS.count("\r\n")
    assert COMMANDS.startswith("@echo off\r\n")
    assert "*.cmd text eol=crlf" in (ROOT / ".gitattributes").read_text("utf-8")


def test_letters_with_marks_come_after_the_code_page_that_has_them() -> None:
    before, _, _ = COMMANDS.partition("chcp 65001")

    assert before.isascii()
    assert 'set "PYTHONUTF8=1"' in COMMANDS


@pytest.mark.parametrize("task", ["new", "import-word", "import-excel"])
def test_both_makes_let_a_task_ask_where_it_is_told_nothing(task: str) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    (line,) = re.findall(rf"^{task}:.*\n\t@?\$\(INVOKE\) (.+)$", makefile, re.MULTILINE)
    (asked,) = re.findall(r"for %%t in \(([^)]*)\)", COMMANDS)

    assert task in asked.split()
    assert line.startswith(f"{task} ")
    assert ",?)" in line


@pytest.mark.parametrize("task", ["site", "fix"])
def test_both_makes_hand_over_a_task_of_another_name_alike(task: str) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    (here,) = re.findall(rf"^{task}:.*\n\t@\$\(INVOKE\) (.+)$", makefile, re.MULTILINE)
    (there,) = re.findall(rf'"%TASK%"=="{task}" "%INVOKE%" (.+) & goto :end', COMMANDS)

    assert here == there
    assert 'if "%TASK%"=="" set "TASK=site"' in COMMANDS


def test_both_makes_pin_the_same_packages_with_hashes() -> None:
    assert "--require-hashes -r requirements.lock" in COMMANDS
    assert '--require-hashes -r "$lock"' in (ROOT / "tools/make-environment").read_text("utf-8")


def test_every_label_that_is_jumped_to_is_there() -> None:
    jumps = set(re.findall(r"(?:goto|call) :(\w+)", COMMANDS))

    assert jumps == set(re.findall(r"(?m)^:(\w+)", COMMANDS))
