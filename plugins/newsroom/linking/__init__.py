"""Linking: records in, a Site out whose references hold; or every problem. No disk, no clock."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from newsroom.linking.circles import circles
from newsroom.linking.clashes import clashes
from newsroom.linking.dead_references import DeadReferences
from newsroom.linking.lapsing import lapsing
from newsroom.linking.rules import contradictions
from newsroom.linking.site import Site
from newsroom.linking.soundness import sound
from newsroom.problems import Problem
from newsroom.records import Records
from newsroom.records.remains import Remains

__all__ = ["Linked", "Site", "link"]


_NONE: Mapping[tuple[str, str], tuple[Remains, ...]] = MappingProxyType({})


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
    broken: Mapping[tuple[str, str], tuple[Remains, ...]] = _NONE,
) -> Linked:
    """Join the records and find every problem between them, in order of files.

    `broken` holds the kind and id of files that reading could not take, and what of them can still
    be checked. Records with an error are
    not on the site, nor what cannot stand without them; whether such a site is wanted is for the
    caller to say.
    """
    site = Site(records, now=now, preview=preview)
    problems = tuple(sorted(set(_problems(site, broken))))
    if broken or any(problem.severity == "error" for problem in problems):
        standing, went = sound(records, problems)
        site = Site(standing, now=now, preview=preview)
        # Without keep_going nothing is built, so nothing is left out.
        problems = tuple(sorted({*problems, *went})) if keep_going else problems
    return Linked(site=site, problems=problems)


def _problems(
    site: Site, broken: Mapping[tuple[str, str], tuple[Remains, ...]]
) -> Iterator[Problem]:
    remains = [one for left in broken.values() for one in left]
    yield from DeadReferences(site, broken).problems(remains)
    yield from clashes(site, remains)
    yield from circles(site.records)
    yield from contradictions(site.records)
    yield from lapsing(site.info, site.today)
