"""The content folder in; all records out, or every problem of every file at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from newsroom.problems import Problem, problem
from newsroom.reading.assets import Assets, assets_of
from newsroom.reading.files import FileRead
from newsroom.reading.folders import SITE, Source, walk
from newsroom.reading.keeping import Kept
from newsroom.reading.looking import Looker
from newsroom.reading.memory import Memory, NoMemory
from newsroom.reading.recalling import Recall, Watched, unwatched
from newsroom.records import RECORD_KINDS, Records, SiteInfo
from newsroom.records.remains import Remains, remains_of
from newsroom.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that reading found. `records` is None only where site.yaml is missing or broken."""

    records: Records | None
    problems: tuple[Problem, ...]
    broken: Mapping[tuple[str, str], tuple[Remains, ...]] = field(default_factory=dict)
    """What is left of the records left out, by kind and id: what refers to them is not called
    dead, and what they refer to is checked all the same."""
    results: Mapping[Source, FileRead] = field(default_factory=dict)
    """What each file held, sound or not."""
    before: Mapping[str, bytes] = field(default_factory=dict, compare=False)
    """The files that changed since memory learned them, and the packet that it had of each: empty
    for a new one."""


def read(
    settings: Settings,
    memory: Memory | None = None,
    kept: Kept | None = None,
    watched: Watched = unwatched,
) -> Reading:
    """Every record under content/, with the photos and files they refer to.

    `memory` answers for what an earlier build read, and is taught what is new; `kept` is what this
    process opened of that before; `watched` is handed what is read as it comes. Never raises for
    what content holds: a file with a mistake is left out and told of; one that vanishes while the
    folder is read was never there.
    """
    memory = memory or NoMemory()
    sources, problems = walk(settings.content)
    recall = Recall(memory, settings.workers, kept, watched)
    results = recall.read(sources)
    problems.extend(_told_of(sources, results))
    sources = list(results)
    twice = _duplicates(sources)
    problems.extend(_tell_duplicates(twice))
    looker = Looker(memory)
    assets = Assets(settings.content, looker)
    sound = [
        source
        for source, result in results.items()
        if result.record is not None and source not in twice
    ]
    whole = [one for one in sound if assets.look(one.file, results[one].assets)]
    records = {source: results[source].record for source in whole}
    looked_at = frozenset(sound)
    broken = _left(results, records)
    for source, remains in broken.items():
        if remains is not None and source not in looked_at:
            assets.look(source.file, assets_of(remains))
    problems.extend(assets.problems)
    looker.teach()
    return Reading(
        records=_gathered(records, assets),
        problems=tuple(sorted(set(problems))),
        broken=_by_id(broken),
        results=results,
        before=recall.before,
    )


def _told_of(sources: Iterable[Source], results: Mapping[Source, FileRead]) -> Iterator[Problem]:
    for source in sources:
        if source in results:
            yield from results[source].problems
        elif source.file == SITE:
            yield problem(SITE, "E140")


def _left(
    results: Mapping[Source, FileRead], records: Mapping[Source, Any]
) -> dict[Source, Remains | None]:
    """Each source whose record is left out, and what can still be checked of it."""
    return {
        source: result.remains
        if result.record is None
        else remains_of(source.file, type(result.record), result.record)
        for source, result in results.items()
        if source not in records
    }


def _by_id(
    left: Mapping[Source, Remains | None],
) -> dict[tuple[str, str], tuple[Remains, ...]]:
    found: dict[tuple[str, str], tuple[Remains, ...]] = {}
    for source, remains in left.items():
        place = source.kind, source.id
        found[place] = found.get(place, ()) + (() if remains is None else (remains,))
    return found


def _duplicates(sources: Iterable[Source]) -> dict[Source, Source]:
    """Each source whose id another has too, and the first such other. On some disks names that
    differ only in case are one."""
    first: dict[tuple[str, str], Source] = {}
    same: defaultdict[tuple[str, str], list[Source]] = defaultdict(list)
    for source in sources:
        named = source.kind, source.id.casefold()
        other = first.setdefault(named, source)
        if other is not source:
            same[named] = [*(same[named] or [other]), source]
    return {
        source: next(other for other in those if other is not source)
        for those in same.values()
        for source in those
    }


def _tell_duplicates(twice: dict[Source, Source]) -> list[Problem]:
    return [
        problem(source.file, "E201", kind=source.kind, id=source.id, other_file=other.file)
        for source, other in twice.items()
        if source.file > other.file
    ]


def _gathered(records: dict[Source, Any], assets: Assets) -> Records | None:
    by_kind: dict[str, dict[str, Any]] = {kind: {} for kind in RECORD_KINDS}
    site: SiteInfo | None = None
    for source, record in records.items():
        if isinstance(record, SiteInfo):
            site = record
        else:
            by_kind[source.kind][source.id] = record
    if site is None:
        return None
    return Records(site=site, photos=assets.photos, files=assets.files, **by_kind)
