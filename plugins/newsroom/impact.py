"""A record's name in; the outputs that would change if the record did, out. Nothing is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from newsroom.catalogue import Words
from newsroom.linking import link
from newsroom.planning.digests import Digests
from newsroom.planning.site_plan import plan
from newsroom.problems import nearest
from newsroom.records import RECORD_KINDS, Body, Record, Records
from newsroom.settings import Settings

_SHOWN = ("name", "title", "short_name", "summary", "made_summary", "sort_name")
"""What lists and links may show of a record, whatever its kind."""


class Unknown(Exception):
    """There is no such record; `suggestion` is the nearest name."""

    def __init__(self, name: str, suggestion: str) -> None:
        super().__init__(name)
        self.name = name
        self.suggestion = suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """Paths of outputs: `shown` change with what lists show of the record, `whole` with its text
    alone."""

    shown: tuple[str, ...]
    whole: tuple[str, ...]


def impact_of(
    name: str, records: Records, settings: Settings, words: Mapping[str, Words]
) -> Impact:
    """What would change with the record `kind:id`: the site is planned as it is and as it would
    be, and compared. The search index is left out: its files are named by what is in them, so they
    are other files after any edit. Raises Unknown."""
    settings = replace(settings, search=False)
    kind, record = _find(name, records)
    now = _planned(records, settings, words)

    def changed(other: Record) -> tuple[str, ...]:
        of_kind: dict[str, Any] = {kind: {**records.of_kind(kind), record.id: other}}
        then = _planned(replace(records, **of_kind), settings, words)
        return tuple(
            path for path in sorted({*now, *then}) if now.get(path, "") != then.get(path, "")
        )

    return Impact(shown=changed(_renamed(record)), whole=changed(_rewritten(record)))


def _find(name: str, records: Records) -> tuple[str, Any]:
    kind, _, id = name.partition(":")
    record = records.of_kind(kind).get(id) if kind in RECORD_KINDS else None
    if record is None:
        names = (f"{kind}:{one.id}" for kind, one in records.all())
        raise Unknown(name, nearest(name, names))
    return kind, record


def _planned(records: Records, settings: Settings, words: Mapping[str, Words]) -> dict[str, str]:
    """The digest of every output's view, by its path."""
    site = link(records, now=settings.now, preview=settings.preview).site
    digests = Digests()
    return {output.path: digests.of(output.view) for output in plan(site, settings, words).outputs}


def _renamed(record: Any) -> Any:
    held = {field.name for field in fields(record)}
    return replace(
        record, **{name: f"{getattr(record, name)}…" for name in _SHOWN if name in held}
    )


def _rewritten(record: Any) -> Any:
    """With another sentence at the end of its body: a first paragraph stays, so a summary made of
    it does too."""
    body = getattr(record, "body", None)
    if not isinstance(body, Body):
        return record
    *parts, last = body.parts
    other = Body(
        parts=(*parts, f"{last}<p>…</p>"),
        slots=body.slots,
        headings=body.headings,
        text=f"{body.text}\n…",
    )
    return replace(record, body=other)
