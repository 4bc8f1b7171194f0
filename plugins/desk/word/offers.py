"""A text and the records of the site in; what in it seems to be one of them, or a day, out. It is
offered to the editor, never decided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from newsroom.records import Document, Records
from vietnamese import DateError, find_document_references, fold, parse_date
from vietnamese.dates import content_spelling

KEYS = {"campaigns": "campaign", "units": "unit", "blocs": "bloc", "documents": "document"}
LABELS = {
    "campaigns": "phong trào",
    "units": "đơn vị",
    "blocs": "khối, cụm thi đua",
    "documents": "văn bản",
}
_DAY = re.compile(
    r"ngày\s+(\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})",
    re.IGNORECASE,
)
_MOST_DAYS = 4


@dataclass(slots=True)
class Offers:
    """What was seen, each by its key."""

    days: list[str] = field(default_factory=list)
    """As content spells them, in the order of the text."""
    seen: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    """Ids and names, by the article's key."""
    unknown: list[str] = field(default_factory=list)
    """Documents that the text names and the site does not have."""


def offers_in(text: str, letterhead: str, records: Records | None) -> Offers:
    """Look a text over. `letterhead` is what stood above it: its day is the likeliest."""
    found = Offers(days=_days(letterhead, text))
    if records is None:
        return found
    folded = f" {fold(text)} "
    for key in ("campaigns", "units", "blocs"):
        found.seen[key] = [
            (id, record.name)
            for id, record in _named(records, KEYS[key])
            if any(f" {name} " in folded for name in _names(record))
        ]
    _find_documents(text, records.document.values(), found)
    return found


def _days(letterhead: str, text: str) -> list[str]:
    numbers = find_document_references(text)
    of_documents = {one.date for one in numbers if one.date}
    days: list[str] = []
    for part in (letterhead, text):
        for found in _DAY.finditer(part):
            try:
                day = parse_date(re.sub(r"\s*([/.-])\s*", r"\1", found[1]))
            except DateError:
                continue
            day = day.date() if isinstance(day, datetime) else day
            if part is text and day in of_documents:
                continue
            days.append(content_spelling(day))
    return list(dict.fromkeys(days))[:_MOST_DAYS]


def _named(records: Records, kind: str) -> Iterator[tuple[str, Any]]:
    yield from records.of_kind(kind).items()


def _names(record: Any) -> set[str]:
    """A record's names, folded; also without the province behind, as texts have them."""
    names = [record.name, record.short_name]
    names += [former.name for former in getattr(record, "former_names", ())]
    names += [re.split(r" (?:tỉnh|thành phố|TP\.?) ", record.name)[0]]
    folded = {fold(re.sub(r"\([^)]*\)", "", name)) for name in names}
    return {name for name in folded if len(name.split()) >= (3 if name.islower() else 2)}


def _find_documents(text: str, known: Sequence[Document] | Any, found: Offers) -> None:
    by_number: dict[str, list[Document]] = {}
    for document in known:
        by_number.setdefault(fold(document.number), []).append(document)
    for reference in find_document_references(text):
        same = by_number.get(fold(reference.number), [])
        fitting = [one for one in same if reference.date in (None, one.issued)]
        if len(fitting) == 1:
            offer = fitting[0].id, _called(fitting[0])
            if offer not in found.seen.setdefault("documents", []):
                found.seen["documents"].append(offer)
        else:
            named = _spelled(reference.type, reference.number, reference.date)
            if named not in found.unknown:
                found.unknown.append(named)


def _called(document: Document) -> str:
    return document.number + (f" ({document.abstract})" if document.abstract else "")


def _spelled(type_: str | None, number: str, day: date | None) -> str:
    dated = f" ngày {day.day}/{day.month}/{day.year}" if day else ""
    return f"{type_ or 'Văn bản'} số {number}{dated}"
