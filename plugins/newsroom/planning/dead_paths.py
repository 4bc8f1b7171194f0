"""Bodies and the planned outputs in; a problem for each link to an address of the site where
nothing will stand, out."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from newsroom.linking.paths import record_at
from newsroom.linking.site import Site
from newsroom.planning.places import Places, output_path
from newsroom.problems import Problem, problem
from newsroom.records import Article, Record, Slot
from newsroom.records.remains import bodies_of


def dead_paths(site: Site, places: Places, paths: Collection[str]) -> Iterator[Problem]:
    """E231. `paths` are those of all outputs. Linking tells of addresses that are a record's."""
    aliases = tuple(alias for alias in site.aliases() if alias.endswith("/"))
    for _, record in site.records.all():
        if not _is_shown(site, record):
            continue
        for body in bodies_of(record):
            for slot in body.slots:
                if slot.what != "open" or slot.kind != "path" or record_at(slot.target):
                    continue
                address = slot.target.partition("?")[0]
                if output_path(address) not in paths and not address.startswith(aliases):
                    yield _dead(record, slot, address, places)


def _is_shown(site: Site, record: Record) -> bool:
    return not isinstance(record, Article) or site.state(record) in ("listed", "expired")


def _dead(record: Record, slot: Slot, address: str, places: Places) -> Problem:
    """One copied from a browser begins with the folder that the site stands in."""
    folder = f"{places.path}/"
    copied = bool(places.path) and address.startswith(folder)
    return problem(
        record.file,
        "E231",
        line=slot.line,
        column=slot.column,
        address=slot.target,
        suggestion=f"/{address.removeprefix(folder)}" if copied else "",
    )
