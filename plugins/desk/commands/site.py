"""Building the site, saying what is wrong in it or what an edit would change."""

from __future__ import annotations

import sys
from pathlib import Path

from invoke.context import Context
from invoke.tasks import task

from desk.commands.host import CONTENT, OPTIONS, OUTPUT, ROOT, environment, pelican

DEMO, DEMO_OUTPUT = str(ROOT / "demo" / "content"), str(ROOT / "demo" / "output")
DEMO_NOW = "2026-11-22T08:00"


@task(help=OPTIONS)
def build(
    context: Context,
    content: str = CONTENT,
    output: str = OUTPUT,
    cache: str = "",
    now: str = "",
    workers: str = "",
    site_url: str = "",
    keep_going: bool = False,
    explain: bool = False,
    verify: bool = False,
    format: str = "text",
) -> None:
    """Build the site. Exit: 0 built, 1 failed, 2 problems, 3 without broken records."""
    variables = environment(
        cache=cache, now=now, workers=workers, site_url=site_url, format=format
    )
    wanted = {"KEEP_GOING": keep_going, "EXPLAIN": explain, "VERIFY": verify}
    variables |= {f"NEWSROOM_{name}": "1" for name, on in wanted.items() if on}
    status = pelican(content, output, variables)
    sys.exit(status or _lay_annex(output, cache))


def _lay_annex(output: str, cache: str) -> int:
    """The page for writing beside the site, where pelicanconf.py asks for it."""
    from pelican.settings import read_settings

    conf = read_settings(str(ROOT / "pelicanconf.py"))
    if not conf.get("PUBLISH_ADMIN"):
        return 0
    from desk.admin.annex import annex_of
    from desk.manual.reference import HANDBOOK
    from publishing.hosts import Failed
    from publishing.publish import words_in

    try:
        annex = annex_of(conf, ROOT / HANDBOOK, Path(cache or ROOT / ".cache"))
        if annex:
            annex.lay(Path(output).absolute())
    except Failed as failed:
        print(words_in("vi")(failed.id, **failed.about), file=sys.stderr)
        return 1
    return 0


@task(
    help={
        "record": "the record as kind:id, such as unit:ban-thi-dua",
        **{key: OPTIONS[key] for key in ("content", "now")},
    }
)
def impact(context: Context, record: str, content: str = CONTENT, now: str = "") -> None:
    """Say which files of the site would change if this record did; write nothing."""
    variables = environment(now=now) | {"NEWSROOM_IMPACT": record}
    sys.exit(pelican(content, OUTPUT, variables))


@task
def demo(context: Context) -> None:
    """Build the sample province, which shows every kind of page, at a fixed moment."""
    variables = {"NEWSROOM_NOW": DEMO_NOW}
    sys.exit(pelican(DEMO, DEMO_OUTPUT, variables))
