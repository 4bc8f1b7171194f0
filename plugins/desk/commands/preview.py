"""Showing the site on this machine while it is written."""

from __future__ import annotations

import sys
from pathlib import Path

from invoke.context import Context
from invoke.tasks import task

from desk.commands.host import CONTENT, OPTIONS, ROOT, environment, is_content, pelican_anew


@task(
    help={
        **{key: OPTIONS[key] for key in ("content", "cache", "now")},
        "port": "where to listen (8000)",
    }
)
def serve(
    context: Context, content: str = CONTENT, cache: str = "", port: int = 8000, now: str = ""
) -> None:
    """Show the site on this machine, drafts too, and build again whenever a file is saved."""
    from desk.preview import is_free, preview

    if not is_content(content):
        sys.exit(1)
    if not is_free(port):
        sys.exit(f"Cổng {port} đang có chương trình khác dùng; chọn cổng khác: --port {port + 1}")
    folder = Path(cache or ROOT / ".cache").absolute() / "preview"
    variables = environment(cache=cache, now=now, site_url=f"http://localhost:{port}")
    preview(
        build=lambda: pelican_anew(content, str(folder), variables | {"NEWSROOM_PREVIEW": "1"}),
        folder=folder,
        watched=[Path(content).absolute(), ROOT / "theme", ROOT / "plugins"],
        port=port,
    )
