"""Moving a whole site in from another program."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from invoke.context import Context
from invoke.tasks import task

from desk.commands.host import CONTENT, OPTIONS, is_content
from desk.commands.importing import settings_for

if TYPE_CHECKING:
    from desk.moving.old import OldSite

_HELP = {
    "accept": "take the table's suggestions as they are, in one run",
    **{key: OPTIONS[key] for key in ("content", "now")},
}


@task(
    positional=["folder"],
    help={
        "folder": "the content folder of the Pelican site",
        "conf": "its pelicanconf.py (the one beside the folder); read, never run",
        **_HELP,
    },
)
def import_pelican(
    context: Context,
    folder: str,
    conf: str = "",
    accept: bool = False,
    content: str = CONTENT,
    now: str = "",
) -> None:
    """Move in from a Pelican site. Exit: 0 done, 1 not, 2 something is to be mended."""
    from desk.moving.pelican.site import PelicanSite

    _move(lambda: PelicanSite(Path(folder), Path(conf) if conf else None), content, now, accept)


@task(
    positional=["file"],
    help={
        "file": "the export of WordPress (Công cụ › Xuất ra), an .xml file",
        "uploads": "a copy of its folder wp-content/uploads; nothing is fetched",
        **_HELP,
    },
)
def import_wordpress(
    context: Context,
    file: str,
    uploads: str = "",
    accept: bool = False,
    content: str = CONTENT,
    now: str = "",
) -> None:
    """Move in from a WordPress site. Exit: 0 done, 1 not, 2 something is to be mended."""
    from desk.moving.wordpress.site import WordPressSite

    if uploads and not Path(uploads).is_dir():
        sys.exit(f"--uploads {uploads}: không có thư mục này")
    folder = Path(uploads) if uploads else None
    _move(lambda: WordPressSite(Path(file), folder), content, now, accept)


def _move(site: Callable[[], OldSite], content: str, now: str, accept: bool) -> None:
    from desk.moving.bringing import bring
    from desk.office import CannotImport
    from desk.writing import NotWritten, Taken

    if not is_content(content):
        sys.exit(1)
    try:
        report = bring(site(), settings_for(content, now), accept=accept)
    except (CannotImport, NotWritten) as why:
        sys.exit(str(why))
    except Taken as there:
        sys.exit(f"{there}: tệp này vừa được tạo ở nơi khác; hãy chạy lại")
    except KeyboardInterrupt:
        sys.exit("\nĐã dừng theo yêu cầu; chạy lại để làm tiếp")
    print("\n".join(report.on_screen()))
    sys.exit(report.status)
