"""The preview as an editor uses it: started, looked at, a file saved, looked at again, stopped."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from tests.building import ROOT

T = TypeVar("T")
ABSENT = ("Không tìm thấy trang", "Trang này chưa có")
PATIENCE = 90
"""Seconds that a slow machine may take."""
DRAFT = """---
title: Bài còn viết dở
date: 2020-07-31
section: chinh-tri
status: draft
---
Câu đầu.
"""


def test_a_saved_draft_is_seen_and_nothing_else_shows_it(tmp_path: Path) -> None:
    content = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    draft = content / "articles" / "bai-nhap.md"
    draft.write_text(DRAFT, "utf-8")
    with serving(content, tmp_path / "cache") as site:
        address = f"{site}/tin/2020/07/bai-nhap/"

        assert "Câu đầu." in eventually(lambda: page(address))

        draft.write_text(DRAFT.replace("Câu đầu.", "Câu đã sửa."), "utf-8")

        eventually(lambda: "Câu đã sửa." in page(address))
        assert "Không tìm thấy trang" in page(f"{site}/khong-co/")
    assert not (content.parent / "output").exists()


def test_a_mistake_leaves_the_last_preview_standing(tmp_path: Path) -> None:
    content = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    draft = content / "articles" / "bai-nhap.md"
    draft.write_text(DRAFT, "utf-8")
    with serving(content, tmp_path / "cache") as site:
        address = f"{site}/tin/2020/07/bai-nhap/"
        eventually(lambda: page(address))

        draft.write_text(DRAFT.replace("title:", "tilte:"), "utf-8")
        draft.with_name("bai-hai.md").write_text(DRAFT, "utf-8")
        time.sleep(3)
        assert "Câu đầu." in page(address)

        draft.write_text(DRAFT, "utf-8")
        eventually(lambda: page(f"{site}/tin/2020/07/bai-hai/"))


def test_a_port_in_use_is_one_line_before_anything_is_built(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        arguments = ["--cache", str(tmp_path / "cache"), "--port", str(port)]
        done = subprocess.run(
            [sys.executable, "-m", "invoke", "serve", *arguments],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )

    assert done.returncode == 1
    assert done.stderr.startswith(f"Cổng {port} đang có chương trình khác dùng")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "cache").exists()


@contextmanager
def serving(content: Path, cache: Path) -> Iterator[str]:
    """`invoke serve` on a free port, stopped as an editor stops it."""
    port = free_port()
    arguments = ["--content", str(content), "--cache", str(cache), "--port", str(port)]
    process = subprocess.Popen(
        [sys.executable, "-m", "invoke", "serve", *arguments],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://localhost:{port}"
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=PATIENCE) in (0, 1)
    finally:
        process.kill()
        process.wait()


def page(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode())
    except urllib.error.HTTPError as error:
        with error:
            return error.read().decode()


def eventually(look: Callable[[], T]) -> T:
    """What `look` sees once it is true."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            if (seen := look()) and not any(word in str(seen) for word in ABSENT):
                return seen
        except urllib.error.URLError:
            pass
        time.sleep(0.2)
    raise AssertionError("not seen in time")


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
