"""Documents in; for a number as running text writes it, the documents it may mean, out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from newsroom.records import Document, Slot
from vietnamese import NumberError, fold, parse_document_number

Key = tuple[int, str, int | None, str, str]
_SUFFIX = re.compile(r"\s*\d+([a-zđ]?)")


class Numbers:
    """Known documents by number. Party numbering restarts each term, so one number may be many."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._by_key: dict[Key, list[Document]] = defaultdict(list)
        self._as_written: dict[str, list[Document]] = {}
        for document in documents:
            if key := _key(document.number):
                self._by_key[key].append(document)

    def meant_by(self, slot: Slot) -> list[Document]:
        """The documents that have this number, and the day of issue where the text gives one. A
        year alone only chooses among several: a plan "năm 2026" may be issued the year before."""
        found = self._as_written.get(slot.target)
        if found is None:
            key = _key(slot.target)
            # The same few numbers stand in thousands of articles.
            found = self._as_written[slot.target] = self._by_key.get(key, []) if key else []
        if not slot.date:
            return found
        if len(slot.date) == len("2014"):
            of_year = [one for one in found if str(one.issued.year) == slot.date]
            return of_year if len(found) > 1 and len(of_year) == 1 else found
        return [document for document in found if document.issued.isoformat() == slot.date]


def _key(number: str) -> Key | None:
    """What makes two spellings one number: leading zeros, dashes, case and marks do not count."""
    try:
        parsed = parse_document_number(number)
    except NumberError:
        return None
    suffix = _SUFFIX.match(number)
    letter = suffix[1] if suffix else ""
    return (
        parsed.seq,
        letter,
        parsed.year,
        fold(parsed.type_code or ""),
        fold(parsed.issuer_code),
    )
