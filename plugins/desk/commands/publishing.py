"""Taking an edition to the public."""

from __future__ import annotations

import sys
from pathlib import Path

from invoke.context import Context
from invoke.tasks import task

from desk.commands.host import CONTENT, OPTIONS, environment, pelican


@task(
    help={
        **{key: OPTIONS[key] for key in ("content", "cache", "site_url", "now")},
        "to": "the kind of target: folder",
        "path": "the folder that a Pages-type host serves",
    }
)
def publish(
    context: Context,
    to: str,
    path: str,
    content: str = CONTENT,
    cache: str = "",
    site_url: str = "",
    now: str = "",
) -> None:
    """Build with publishconf.py, refuse what must not go out, leave the site in PATH."""
    from publishing.folder import publish_to_folder

    if to != "folder":
        sys.exit(f"--to {to}: chưa có; hiện chỉ có --to folder")
    variables = environment(cache=cache, now=now, site_url=site_url)
    sys.exit(
        publish_to_folder(
            build=lambda output: pelican(content, str(output), variables, "publishconf.py"),
            target=Path(path).absolute(),
            site_url=site_url,
        )
    )
