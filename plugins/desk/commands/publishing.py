"""Taking an edition to the public, taking it back, and saying what is there."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from invoke.context import Context
from invoke.tasks import task

from desk.commands.host import CONTENT, OPTIONS, ROOT, environment, is_content, settings_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.settings import Settings
    from publishing.desk import Desk

TO = {
    "to": "a target's name in publishconf.py, or folder, ssh, s3",
    "path": "its place: a folder; user@host:/folder; bucket/prefix",
    "cache": OPTIONS["cache"],
}
SITE = {key: OPTIONS[key] for key in ("content", "site_url", "now")}
FORCE = {
    "dry_run": "send nothing; list what would change and why, with the text that differs",
    "comment": "with --dry-run: a file to leave the same in, as a comment on a merge request",
    "force": "publish although the guard refuses; needs --reason",
    "reason": "why; recorded with the release",
}


@task(help={**TO, **SITE, **FORCE, "if_due": "only where the clock makes something due"})
def publish(
    context: Context,
    to: str,
    path: str = "",
    content: str = CONTENT,
    cache: str = "",
    site_url: str = "",
    now: str = "",
    dry_run: bool = False,
    comment: str = "",
    force: bool = False,
    reason: str = "",
    if_due: bool = False,
) -> None:
    """Build, guard, send what changed. Exit: 0 published, 1 refused or failed, 2 problems."""
    from publishing.publish import DONE

    if not is_content(content):
        sys.exit(1)
    desk, settings = _desk(to, path, cache), _settings(content, cache, now, site_url)
    if if_due and not desk.is_due(settings, site_url):
        sys.exit(DONE)
    if not force:
        _stop_for_editors(content, now)
    sys.exit(
        desk.publish(
            settings,
            site_url=site_url,
            dry_run=dry_run,
            comment=Path(comment) if comment else None,
            force=force,
            reason=reason,
        )
    )


@task(
    help={
        **TO,
        **SITE,
        "record": "the article, as article:id",
        "reason": "why, as readers will see it",
        "ask": "the address to ask for the proof (where the site stands)",
    }
)
def withdraw(
    context: Context,
    record: str,
    reason: str,
    to: str,
    path: str = "",
    content: str = CONTENT,
    cache: str = "",
    site_url: str = "",
    now: str = "",
    ask: str = "",
) -> None:
    """Take an article out everywhere in one release, and prove it by asking the live host."""
    if not is_content(content):
        sys.exit(1)
    desk = _desk(to, path, cache)
    settings = _settings(content, cache, now, site_url)
    sys.exit(desk.withdraw(Path(content), record, reason, settings, site_url=site_url, ask=ask))


@task(help={**TO, "release": "its name, as `invoke releases` shows it (the one before)"})
def rollback(
    context: Context, to: str, path: str = "", cache: str = "", release: str = ""
) -> None:
    """Make an earlier release live again."""
    sys.exit(_desk(to, path, cache).roll_back(release))


@task(help=TO)
def releases(context: Context, to: str, path: str = "", cache: str = "") -> None:
    """Say which releases stand at the target, and which one is live."""
    sys.exit(_desk(to, path, cache).tell_releases())


@task(
    help={
        "host": "the site's host name",
        "path": "the folder on the server that releases go into",
        "root": "the folder of the host that the site stands in (none)",
    }
)
def host_config(
    context: Context, host: str = "thidua.example.vn", path: str = "/srv/thidua", root: str = ""
) -> None:
    """Print nginx's configuration for a site published by ssh."""
    from pelican.settings import read_settings

    from desk.admin.annex import annex_of
    from desk.manual.reference import HANDBOOK
    from publishing.hosts import Failed
    from publishing.nginx import nginx_conf
    from publishing.publish import words_in

    conf = read_settings(str(ROOT / "publishconf.py"))
    try:
        annex = annex_of(conf, ROOT / HANDBOOK, ROOT / ".cache")
    except Failed as failed:
        sys.exit(words_in("vi")(failed.id, **failed.about))
    print(nginx_conf(host, path, root, annex), end="")


def _stop_for_editors(content: str, now: str) -> None:
    """Exit with 2 where a text breaks a rule that the agency takes for an error."""
    from desk.checking import raised
    from desk.commands.importing import settings_for
    from newsroom.report import Report

    settings = settings_for(content, now)
    if broken := raised(settings):
        told = Report(settings)
        told.problems(broken)
        told.counted(len(broken), 0)
        sys.exit(2)


def _desk(to: str, path: str, cache: str) -> Desk:
    from pelican.settings import read_settings

    from desk.admin.annex import annex_of
    from desk.manual.reference import HANDBOOK
    from publishing.desk import Desk
    from publishing.hosts import Failed
    from publishing.publish import words_in
    from publishing.targets import options_of

    conf = read_settings(str(ROOT / "publishconf.py"))
    try:
        options = options_of(to, conf.get("PUBLISH_TARGETS") or {}, path)
        folder = Path(cache or ROOT / ".cache").absolute()
        moment = datetime.now().astimezone()
        desk = Desk.open(options, folder, moment, machine=(str(ROOT), str(Path.home())))
        return replace(desk, annex=annex_of(conf, ROOT / HANDBOOK, folder))
    except Failed as failed:
        sys.exit(words_in("vi")(failed.id, **failed.about))


def _settings(content: str, cache: str, now: str, site_url: str) -> Callable[[Path], Settings]:
    variables = environment(cache=cache, now=now, site_url=site_url)
    return lambda output: settings_of(content, str(output), variables, "publishconf.py")
