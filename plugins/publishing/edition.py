"""Editions: a built site and what is live in; the folder that goes out, and its manifest."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import md5, sha256
from pathlib import Path

from publishing.annex import Annex
from publishing.manifest import About, Entry, Manifest
from publishing.pages import Page
from publishing.tables import is_lasting

MARKER = ".newsroom"
"""The build's own marker: never published."""
KEPT = 5
"""For how many releases a file named by its bytes stays after no page uses it: a page that a
reader, or a CDN, still holds asks for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What goes out: a manifest, and where on this machine each of its files lies."""

    manifest: Manifest
    sources: Mapping[str, Path]
    """By path. What waits for older pages may be missing: only the host has it."""
    pages: Mapping[str, Page]
    """Those of its files that can hold links, read; without the annex's."""
    annex: Annex | None = None


def entries_of(
    built: Path, paths: Iterable[str], kinds: Mapping[str, tuple[str, str]]
) -> dict[str, Entry]:
    """Each file of a built site as a manifest has it. OSError where one cannot be read."""
    found: dict[str, Entry] = {}
    for path in sorted(paths):
        data = (built / path).read_bytes()
        kind, source = kinds.get(path, ("", ""))
        found[path] = Entry(
            digest=sha256(data).hexdigest(),
            size=len(data),
            kind=kind,
            source=source,
            md5=md5(data, usedforsecurity=False).hexdigest(),
        )
    return found


def waiting(
    live: Manifest | None, entries: Mapping[str, Entry], kept: int = KEPT
) -> dict[str, Entry]:
    """The files named by their bytes that the live release holds and the new one does not use,
    each a release older; not those that have waited long enough."""
    if live is None:
        return {}
    return {
        path: replace(entry, age=entry.age + 1)
        for path, entry in live.files.items()
        if is_lasting(path) and path not in entries and entry.age < kept
    }


def gone_back(to: Manifest, live: Manifest) -> Manifest:
    """An earlier release as it is to be live again: the files named by their bytes that only the
    newer one has wait in it, for readers who hold a page of that one."""
    newer = {
        path: replace(entry, age=1)
        for path, entry in live.used.items()
        if is_lasting(path) and path not in to.files
    }
    return replace(to, files={**to.files, **newer})


def release_of(
    files: Mapping[str, Entry],
    *,
    moment: datetime,
    url: str,
    folder: str = "site",
    next_change: datetime | None = None,
    forced: str = "",
    withdrawn: str = "",
) -> Manifest:
    """The manifest of these files, published at the moment."""
    content = content_digest(files)
    stamp = moment.astimezone(UTC)
    about = About(
        release=f"{stamp:%Y%m%dT%H%M%SZ}-{content[:8]}",
        made=moment.isoformat(timespec="seconds"),
        url=url,
        folder=folder,
        next_change=next_change.isoformat() if next_change else "",
        forced=forced,
        withdrawn=withdrawn,
        content=content,
        files=len(files),
        size=sum(entry.size for entry in files.values()),
    )
    return Manifest(about, files)


def content_digest(files: Mapping[str, Entry]) -> str:
    """A digest of what a release shows: of every path in use and its bytes."""
    whole = sha256()
    for path, entry in sorted(files.items()):
        if not entry.age:
            whole.update(f"{path}\0{entry.digest}\n".encode())
    return whole.hexdigest()


def link_or_copy(source: Path, target: Path) -> None:
    """Lay the file at the target, without its bytes a second time where the disk can do that."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
