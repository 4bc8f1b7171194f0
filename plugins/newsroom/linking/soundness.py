"""Records and what is wrong with them in; records that can stand, each reference alive, out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from newsroom.linking.references import references_of, without_absent
from newsroom.problems import Problem
from newsroom.records import RECORD_KINDS, Record, Records, SiteInfo


def sound(records: Records, problems: Iterable[Problem]) -> Records:
    """The records without those that have an error, without references to what is absent, and
    without those that cannot stand then, until all that is left holds."""
    errors = [problem for problem in problems if problem.severity == "error"]
    broken = {problem.file for problem in errors}
    kept: dict[str, dict[str, Record]] = {
        kind: {id: one for id, one in records.of_kind(kind).items() if one.file not in broken}
        for kind in RECORD_KINDS
    }
    while _drop_absent(kept):
        pass
    info = _with_sound_menu(records.site, kept, errors)
    return replace(records, site=info, **kept)  # type: ignore[arg-type] # each kind keeps its own type


def _drop_absent(kept: dict[str, dict[str, Record]]) -> bool:
    """Drop references to absent records; True when a record went too, so that others may name it
    in vain."""

    def is_absent(kind: str, id: str) -> bool:
        return id not in kept[kind]

    went = False
    for named in kept.values():
        for id, record in list(named.items()):
            if not any(is_absent(ref.kind, ref.id) for ref in references_of(record)):
                continue
            standing = without_absent(record, is_absent)
            if standing is None:
                del named[id]
                went = True
            else:
                named[id] = standing
    return went


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
