"""The page in which editors write in the browser."""

from __future__ import annotations

import functools
import sys
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from invoke.context import Context
from invoke.tasks import task

from desk.commands.host import OPTIONS, ROOT


@task(
    help={
        "output": "a folder; the page goes into its folder admin (.cache/site-admin)",
        "cache": OPTIONS["cache"],
        "serve": "show it on this machine, at this port of localhost: for writing into a folder",
    }
)
def admin(
    context: Context,
    output: str = str(ROOT / ".cache" / "site-admin"),
    cache: str = str(ROOT / ".cache"),
    serve: int = 0,
) -> None:
    """Make the page for writing in the browser, /admin/. Exit: 0 made, 1 not."""
    from pelican.settings import read_settings

    from desk.admin.config import BadSettings, admin_settings
    from desk.admin.making import NotMade, make
    from desk.manual.reference import HANDBOOK

    conf = read_settings(str(ROOT / "publishconf.py"))
    try:
        settings = admin_settings(conf.get("ADMIN") or {})
        first = make(settings, ROOT / HANDBOOK, Path(output).absolute() / "admin", Path(cache))
    except (NotMade, BadSettings) as why:
        sys.exit(str(why))
    except OSError as error:
        sys.exit(f"Không ghi được {error.filename}: {error.strerror}")
    print(f"Trang biên tập ở: {first}")
    if serve:
        _serve(Path(output), serve)


def _serve(folder: Path, port: int) -> None:
    """On this machine alone: browsers let a page write into a folder only there or by https."""
    handler = functools.partial(SimpleHTTPRequestHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        print(f"Mở bằng Chrome hoặc Edge: http://localhost:{port}/admin/ (Ctrl+C để dừng)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()
