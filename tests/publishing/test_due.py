"""A scheduled run publishes only where the clock has made something due."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from desk.commands.host import settings_of
from newsroom.settings import Settings
from publishing.desk import Desk
from tests.building import ROOT
from vietnamese import VIETNAM

EMBARGOED = """---
title: Tin hẹn giờ
date: 2026-11-22 10:00
section: chinh-tri
---

Thân bài.
"""
SettingsOf = Callable[[Path], Settings]


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 22, hour, minute, tzinfo=VIETNAM)


@pytest.fixture
def settings(tmp_path: Path) -> SettingsOf:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "tests" / "sites" / "every_kind", content)
    (content / "articles" / "hen-gio.md").write_text(EMBARGOED, "utf-8")
    variables = {
        "NEWSROOM_NOW": "2026-11-22T08:00",
        "NEWSROOM_CACHE": str(tmp_path / "cache"),
        "NEWSROOM_SITE_URL": "https://thidua.example.vn",
    }
    return lambda output: settings_of(str(content), str(output), variables, "publishconf.py")


def desk_at(moment: datetime, tmp_path: Path, said: list[str], **more: object) -> Desk:
    options = {"kind": "folder", "path": str(tmp_path / "public"), **more}
    return replace(Desk.open(options, tmp_path / "cache", moment), say=said.append)


def test_the_live_release_knows_what_it_waits_for(settings: SettingsOf, tmp_path: Path) -> None:
    said: list[str] = []
    assert desk_at(at(8), tmp_path, said).publish(settings) == 0, said
    said.clear()

    assert not desk_at(at(9, 59), tmp_path, said).is_due(settings)
    assert said == [
        "Chưa đến giờ: lần thay đổi theo lịch kế tiếp là 22/11/2026 10:00; không xuất bản"
    ]
    assert desk_at(at(10), tmp_path, said).is_due(settings)


@pytest.mark.parametrize(
    ("since", "now", "due"),
    [(at(9), at(9, 30), False), (at(9), at(10, 5), True), (at(11), at(12), False)],
)
def test_a_pages_host_is_asked_since_when_its_site_stands(
    settings: SettingsOf, tmp_path: Path, since: datetime, now: datetime, due: bool
) -> None:
    said: list[str] = []
    desk = desk_at(now, tmp_path, said, compare_with_live=True)

    with standing_since(since) as address:
        assert desk.is_due(settings, address) is due
    assert not (tmp_path / "public").exists()


def test_where_nobody_knows_it_is_due(settings: SettingsOf, tmp_path: Path) -> None:
    said: list[str] = []
    pages = desk_at(at(9), tmp_path, said, compare_with_live=True)

    assert desk_at(at(9), tmp_path, said).is_due(settings)
    assert pages.is_due(settings)
    assert pages.is_due(settings, "http://127.0.0.1:1")
    with standing_since(None) as address:
        assert pages.is_due(settings, address)


@contextmanager
def standing_since(moment: datetime | None) -> Iterator[str]:
    """A host whose home page says when it was last changed, or does not."""

    class Host(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            if moment:
                self.send_header("Last-Modified", format_datetime(moment))
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
