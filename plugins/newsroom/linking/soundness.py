"""Records and what is wrong with them in; records that can stand, each reference alive, out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from newsroom.linking.references import Reference, references_of, without_absent
from newsroom.problems import Problem, problem
from newsroom.records import RECORD_KINDS, Record, Records, SiteInfo


def sound(records: Records, problems: Iterable[Problem]) -> tuple[Records, list[Problem]]:
    """The records without those that have an error, without references to what is absent, and
    without those that cannot stand then, until all that is left holds; a warning for each that
    went so (W224)."""
    errors = [problem for problem in problems if problem.severity == "error"]
    broken = {problem.file for problem in errors}
    kept: dict[str, dict[str, Record]] = {
        kind: {id: one for id, one in records.of_kind(kind).items() if one.file not in broken}
        for kind in RECORD_KINDS
    }
    went: list[Problem] = []
    while gone := _drop_absent(kept):
        went += gone
    info = _with_sound_menu(records.site, kept, errors)
    standing = replace(records, site=info, **kept)  # type: ignore[arg-type] # each kind keeps its own type
    return standing, went


def _drop_absent(kept: dict[str, dict[str, Record]]) -> list[Problem]:
    """Drop references to absent records; what is told of each record that went too, so that others
    may name it in vain."""

    def is_absent(kind: str, id: str) -> bool:
        return id not in kept[kind]

    went: list[Problem] = []
    for named in kept.values():
        for id, record in list(named.items()):
            absent = [ref for ref in references_of(record) if is_absent(ref.kind, ref.id)]
            if not absent:
                continue
            standing = without_absent(record, is_absent)
            if standing is None:
                del named[id]
                went.append(_gone(record, absent))
            else:
                named[id] = standing
    return went


def _gone(record: Record, absent: list[Reference]) -> Problem:
    """Told at the reference without which the record cannot stand."""

    def is_needed(ref: Reference) -> bool:
        return without_absent(record, lambda *place: place == (ref.kind, ref.id)) is None

    needed = next(filter(is_needed, absent), absent[0])
    return problem(record.file, "W224", keys=needed.keys, kind=needed.kind, id=needed.id)


def _with_sound_menu(
    info: SiteInfo, kept: dict[str, dict[str, Record]], errors: Iterable[Problem]
) -> SiteInfo:
    wrong = {error.keys[1] for error in errors if error.keys[:1] == ("navigation",)}
    menu = tuple(
        item
        for number, item in enumerate(info.navigation)
        if number not in wrong
        and ((place := place_of(item.url)) is None or place[1] in kept[place[0]])
    )
    return info if len(menu) == len(info.navigation) else replace(info, navigation=menu)


def place_of(url: str) -> tuple[str, str] | None:
    """The kind and id that an item of the menu leads to; None for a path or a web address."""
    kind, _, id = url.partition(":")
    return (kind, id) if kind in RECORD_KINDS else None
