"""Reports for editors: a bloc's sơ kết or tổng kết, who was covered, what was left lying."""

from __future__ import annotations

import sys
from pathlib import Path

from invoke.context import Context
from invoke.tasks import task

from desk.commands.host import (
    CONTENT,
    OPTIONS,
    OUTPUT,
    ROOT,
    environment,
    is_content,
    settings_of,
)

REPORTS = str(ROOT / "bao-cao")


@task(
    positional=["what"],
    help={
        "what": "review, coverage or stale",
        "bloc": "review: the bloc's id",
        "period": "review: 2020, 2020-H1, 2020-Q3, 2020-07 or 2021..2025",
        "year": "coverage: the year, such as 2020",
        "months": "stale: how long a unit may go without news (12)",
        "output": "the folder for the report, never part of a site (bao-cao)",
        "overwrite": "write over a report of the same name",
        **{key: OPTIONS[key] for key in ("content", "now", "format")},
    },
)
def report(
    context: Context,
    what: str,
    bloc: str = "",
    period: str = "",
    year: str = "",
    months: str = "12",
    output: str = REPORTS,
    overwrite: bool = False,
    content: str = CONTENT,
    now: str = "",
    format: str = "text",
) -> None:
    """Write a report (.docx, .html, .md). Exit: 0 written, 1 not, 2 problems in content."""
    from desk.reports.making import Asked, Broken, Refused, make
    from desk.writing import NotWritten
    from newsroom.report import Report

    if not is_content(content):
        sys.exit(1)
    settings = settings_of(content, OUTPUT, environment(now=now, format=format))
    asked = Asked(what=what, bloc=bloc, period=period, year=year, months=months)
    try:
        made = make(asked, settings, Path(output), overwrite=overwrite)
    except Broken as broken:
        Report(settings).problems(broken.problems)
        print("Có lỗi trong nội dung: chưa lập báo cáo", file=sys.stderr)
        sys.exit(2)
    except (Refused, NotWritten) as why:
        sys.exit(str(why))
    for path in made:
        print(f"Đã ghi: {path}")
