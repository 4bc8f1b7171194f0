"""Asking a live host: addresses in; what it answers, out. Nothing is followed and nothing kept."""

from __future__ import annotations

import http.client
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import quote, urlsplit

SECONDS = 10
MOST = 20_000_000
"""Bytes of an answer that are looked at."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host said of one address."""

    path: str
    """Under the site, as the manifest has it."""
    status: int
    """0 where it could not be asked."""
    body: bytes = b""
    modified: datetime | None = None
    """What the host calls its last change (RFC 9110, 8.8.2), where it says so."""


def ask_all(site: str, paths: Iterable[str]) -> Iterator[Answer]:
    """Ask the host at `site` (http or https) for each path, past any cache on the way."""
    with ThreadPoolExecutor(8) as pool:
        yield from pool.map(lambda path: ask(site, path), paths)


def ask(site: str, path: str) -> Answer:
    """Ask for one."""
    parts = urlsplit(site)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    try:
        line = kind(parts.hostname or "", parts.port, timeout=SECONDS)
        try:
            address = f"{parts.path.rstrip('/')}/{quote(path.removesuffix('index.html'))}"
            line.request("GET", address, headers={"Cache-Control": "no-cache"})
            answer = line.getresponse()
            modified = _moment(answer.headers.get("Last-Modified", ""))
            return Answer(path, answer.status, answer.read(MOST), modified)
        finally:
            line.close()
    except (OSError, http.client.HTTPException):
        return Answer(path, 0)


def _moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
