"""The settings in; the page for writing as the annex of an edition out, where they ask for it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from desk.admin.config import AdminSettings, BadSettings, admin_settings
from desk.admin.making import MADE, NotMade, make, policy
from publishing.annex import FOLDER, Annex
from publishing.hosts import Failed

ASKED = "PUBLISH_ADMIN"
_PROGRAM = "main.js"


def annex_of(conf: Mapping[str, Any], handbook: Path, cache: Path) -> Annex | None:
    """The annex of editions with these Pelican settings; None where they do not ask. Failed where
    they cannot be."""
    if not conf.get(ASKED):
        return None
    try:
        settings = _settings(conf.get("ADMIN") or {})
    except BadSettings as why:
        raise Failed("annex.not_laid", why=why) from None
    return Annex(
        lay=partial(_lay, settings, handbook, cache.absolute()),
        policy=f"{policy(settings)}; frame-ancestors 'none'",
        popups=bool(settings.app_id),
    )


def _settings(given: dict[str, Any]) -> AdminSettings:
    if not given.get("repo"):
        raise BadSettings(f"{ASKED}: ghi nơi giữ kho (repo) vào ADMIN trong publishconf.py")
    return admin_settings(given)


def _lay(settings: AdminSettings, handbook: Path, cache: Path, built: Path) -> None:
    folder = built / FOLDER
    if folder.exists() and not (folder / _PROGRAM).exists():
        raise Failed(
            "annex.not_laid", why=f"nội dung đã có trang ở /{FOLDER}/; đổi địa chỉ trang đó"
        )
    cache.mkdir(parents=True, exist_ok=True)
    try:
        with TemporaryDirectory(dir=cache, prefix=".annex-") as work:
            made = make(settings, handbook, Path(work) / FOLDER, cache).parent
            (made / MADE).unlink()
            shutil.rmtree(folder, ignore_errors=True)
            shutil.move(made, folder)
    except NotMade as why:
        raise Failed("annex.not_laid", why=why) from None
