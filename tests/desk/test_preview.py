"""The preview as an editor uses it: started, looked at, a file saved, looked at again, stopped."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

from tests.building import ROOT
from tests.desk.previewing import eventually, page, serving

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
