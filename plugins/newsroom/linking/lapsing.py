"""What site.yaml says and the moment in; a warning for what soon is true no more, out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from newsroom.problems import Problem, problem
from newsroom.records import SiteInfo
from vietnamese.dates import content_spelling

WARNED_BEFORE = 60
"""Days."""


def lapsing(info: SiteInfo, today: date) -> Iterator[Problem]:
    """W232 where security.txt lapses within 60 days, or has. A warning, never an error: an urgent
    withdrawal must still go out."""
    if info.security is None:
        return
    left = (info.security.expires - today).days
    if left > WARNED_BEFORE:
        return
    expires = content_spelling(info.security.expires)
    days = {"days": left} if left >= 0 else {}
    yield problem(info.file, "W232", keys=("security", "expires"), expires=expires, **days)
