"""Showing the site on this machine while it is written."""

from __future__ import annotations

import os
import sys
import webbrowser
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from invoke.context import Context
from invoke.tasks import task

from desk.commands.host import CONTENT, OPTIONS, ROOT, environment, is_content, settings_of

if TYPE_CHECKING:
    from newsroom.settings import Settings


@task(
    help={
        **{key: OPTIONS[key] for key in ("content", "cache", "now")},
        "port": "where to listen (8000)",
        "open": "open a browser, where there is a desktop to open it on",
    }
)
def serve(
    context: Context,
    content: str = CONTENT,
    cache: str = "",
    port: int = 8000,
    now: str = "",
    open: bool = True,
) -> None:
    """Show the site on this machine, drafts too, and build again whenever a file is saved."""
    from desk.preview import News, is_free, remarks_at, watch_and_build
    from desk.preview import serve as serve_files
    from newsroom.report import Report, speller
    from newsroom.resident import Resident

    if not is_content(content):
        sys.exit(1)
    if not is_free(port):
        sys.exit(f"Cổng {port} đang có chương trình khác dùng; chọn cổng khác: --port {port + 1}")
    folder = Path(cache or ROOT / ".cache").absolute() / "preview"
    variables = environment(cache=cache, now=now, site_url=f"http://localhost:{port}")
    variables["NEWSROOM_PREVIEW"] = "1"
    given = settings_of(content, str(folder), variables)
    spelled = speller(given)
    news = News(spell=spelled)
    server = serve_files(folder, port, news)
    print(f"Xem trước ở http://localhost:{port}/ (dừng: Ctrl+C)", flush=True)
    if open and _has_desktop():
        webbrowser.open(f"http://localhost:{port}/")
    try:
        plugins, theme = ROOT / "plugins", ROOT / "theme"
        resident = Resident(partial(_at, given, now), partial(Report, spelled=spelled))
        remarks = partial(remarks_at, resident=resident, settings=given)
        watch_and_build(resident, news, Path(content).absolute(), theme, plugins, remarks)
    except KeyboardInterrupt:
        print("Đã dừng xem trước.")
    finally:
        server.shutdown()


def _at(given: Settings, now: str) -> Settings:
    """The same settings, at this moment unless another was asked for."""
    from vietnamese import VIETNAM

    return given if now else replace(given, now=datetime.now(VIETNAM))


def _has_desktop() -> bool:
    """Whether somebody sits before a screen: else a browser of text might take the window over."""
    screen = (
        os.name == "nt"
        or sys.platform == "darwin"
        or {"DISPLAY", "WAYLAND_DISPLAY"} & {*os.environ}
    )
    return bool(screen) and sys.stdout.isatty()
