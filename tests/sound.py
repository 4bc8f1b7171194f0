"""Sound content for tests: a folder in, its records and linked site out."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from newsroom.linking import link
from newsroom.linking.site import Site
from newsroom.problems import Problem
from newsroom.reading import read
from newsroom.records import Records
from newsroom.settings import Settings
from tests.building import NOW
from vietnamese import VIETNAM


def records_of(content: Path) -> Records:
    """What reading makes of a folder that must have no error."""
    reading = read(settings(content))
    assert reading.records is not None, reading.problems
    return reading.records


def site_of(content: Path, now: str = NOW) -> Site:
    """The linked site of a folder, as of `now`."""
    return link(records_of(content), now=_moment(now)).site


def problems_of(content: Path, now: str = NOW) -> list[Problem]:
    """Every problem of a folder, warnings too."""
    reading = read(settings(content, now))
    if reading.records is None:
        return list(reading.problems)
    return [*reading.problems, *link(reading.records, now=_moment(now)).problems]


def settings(content: Path, now: str = NOW) -> Settings:
    """Settings of which only `content` and `now` are used here."""
    nowhere = content.parent / "nowhere"
    return Settings(
        content=content, output=nowhere, cache=nowhere, theme=nowhere, now=_moment(now)
    )


def _moment(now: str) -> datetime:
    return datetime.fromisoformat(now).replace(tzinfo=VIETNAM)
