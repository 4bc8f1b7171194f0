"""What a site was made of and what its files held before in; which of them made each output
another, out. Nothing is guessed: the site is planned as it would be without each change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from newsroom.linking import link
from newsroom.planning.digests import Digests
from newsroom.planning.site_plan import plan
from newsroom.reading import Packets, source_of
from newsroom.records import RECORD_KINDS, Records, SiteInfo

if TYPE_CHECKING:
    from newsroom.making import Making

MOST = 20
"""Changed files: the site is planned once for each, so above so many none is named."""


def causes(
    records: Records, before: Mapping[str, bytes], made: Mapping[str, str], making: Making
) -> dict[str, list[str]]:
    """For each output (its path, and the digest of its view) the changed files without whose
    change it would be another."""
    found: dict[str, list[str]] = {path: [] for path in made}
    if len(before) > MOST:
        return found
    for file, packet in sorted(before.items()):
        without = _without(records, file, packet, making)
        digests = dict(_digests(without, making, made)) if without else {}
        for path, digest in made.items():
            if without and digests.get(path) != digest:
                found[path].append(file)
    return found


def _without(records: Records, file: str, packet: bytes, making: Making) -> Records | None:
    """The records as they would be had this file not changed; nothing where nobody knows."""
    source = source_of("", file)
    try:
        packets = Packets(making.state.text)
        old: Any = packets.open(source.kind, packet)[0].record if packet else None
    except ValueError:
        return None
    if source.kind not in RECORD_KINDS:
        return replace(records, site=old) if isinstance(old, SiteInfo) else None
    others = {id: one for id, one in records.of_kind(source.kind).items() if id != source.id}
    kept: dict[str, Any] = {source.kind: {**others, source.id: old} if old else others}
    return replace(records, **kept)


def _digests(
    records: Records, making: Making, made: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Without the search index: its files are named by what is in them."""
    settings = replace(making.settings, search=False)
    site = link(records, now=settings.now, preview=settings.preview, keep_going=True).site
    digests = Digests()
    for output in plan(site, settings, making.words).outputs:
        if output.path in made:
            yield output.path, digests.of(output.view)
