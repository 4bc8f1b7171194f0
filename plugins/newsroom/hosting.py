"""Pelican's settings and the environment in, our own Settings out."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from newsroom.settings import Format, Settings
from vietnamese import VIETNAM, parse_content_date


class WrongUsage(SystemExit):
    """A setting that cannot be: exit status 1 after one clear line."""

    def __init__(self, line: str) -> None:
        import sys

        print(line, file=sys.stderr)
        super().__init__(1)


def settings_from(pelican: Mapping[str, Any], environ: Mapping[str, str] = os.environ) -> Settings:
    """Pelican's settings, and over them what NEWSROOM_… in the environment says."""
    return Settings(
        content=Path(pelican["PATH"]),
        output=Path(pelican["OUTPUT_PATH"]),
        cache=Path(environ.get("NEWSROOM_CACHE") or pelican["CACHE_PATH"]).absolute(),
        theme=Path(pelican["THEME"]),
        now=_now(environ.get("NEWSROOM_NOW", "")),
        site_url=(environ.get("NEWSROOM_SITE_URL") or pelican["SITEURL"]).rstrip("/"),
        workers=_workers(environ.get("NEWSROOM_WORKERS", "")),
        keep_going=_on(environ.get("NEWSROOM_KEEP_GOING", "")),
        format=_one_of(environ.get("NEWSROOM_FORMAT", ""), "NEWSROOM_FORMAT", FORMATS),
        preview=_on(environ.get("NEWSROOM_PREVIEW", "")),
        search=_on(environ.get("NEWSROOM_SEARCH", "1")),
        check=_on(environ.get("NEWSROOM_CHECK", "")),
        explain=_on(environ.get("NEWSROOM_EXPLAIN", "")),
        verify=_on(environ.get("NEWSROOM_VERIFY", "")),
        impact=environ.get("NEWSROOM_IMPACT", ""),
        language=_one_of(environ.get("NEWSROOM_LANGUAGE", ""), "NEWSROOM_LANGUAGE", LANGUAGES),
        labels=dict(pelican.get("LABELS") or {}),
    )


FORMATS: tuple[Format, ...] = ("text", "json", "github", "gitlab")
LANGUAGES = ("vi", "en")


def _now(text: str) -> datetime:
    if not text:
        return datetime.now(VIETNAM)
    try:
        moment: date | datetime = parse_content_date(text)
    except ValueError:
        raise WrongUsage(
            f'NEWSROOM_NOW, --now: không đọc được "{text}"; viết 2020-08-01T08:00'
        ) from None
    if isinstance(moment, datetime):
        return moment
    return datetime(moment.year, moment.month, moment.day, tzinfo=VIETNAM)


def _workers(text: str) -> int:
    if not text:
        return os.cpu_count() or 1
    if not text.isdigit() or int(text) < 1:
        raise WrongUsage(f'NEWSROOM_WORKERS, --workers: "{text}" phải là một số từ 1 trở lên')
    return int(text)


def _on(text: str) -> bool:
    return text.lower() in ("1", "true", "yes", "on")


def _one_of(text: str, name: str, choices: tuple[str, ...]) -> Any:
    if not text:
        return choices[0]
    if text not in choices:
        raise WrongUsage(f'{name}: "{text}" không có; chọn một trong: {", ".join(choices)}')
    return text
