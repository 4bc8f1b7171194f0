"""Names and numbers as spreadsheets have them in; the ids of the records that they mean, out."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from desk.excel.values import NotRead
from newsroom.problems import nearest
from newsroom.records import Document, Records
from vietnamese import find_document_references, fold

_PLACE = re.compile(r"\s+(?:tỉnh|thành phố|tp\.?)\s+\S.*$", re.IGNORECASE)


class Register:
    """The site's records by what people call them; names of this spreadsheet can be added."""

    def __init__(self, records: Records) -> None:
        self._names: dict[str, defaultdict[str, set[str]]] = {}
        self._whole: dict[str, dict[str, str]] = {}
        for kind in ("unit", "campaign", "bloc"):
            self._names[kind], self._whole[kind] = defaultdict(set), {}
            for id, record in records.of_kind(kind).items():
                self._add(kind, id, record)
        self.documents: dict[str, Document] = dict(records.document)

    def _add(self, kind: str, id: str, record: Any) -> None:
        names = [record.name, record.short_name]
        names += [former.name for former in getattr(record, "former_names", ())]
        self.add_names(kind, id, names)

    def add_names(self, kind: str, id: str, names: list[str]) -> None:
        """Know a record by these names, also without the province behind."""
        self._whole[kind].setdefault(fold(names[0]), id)
        for name in [*names, *(_PLACE.sub("", name) for name in names), id]:
            if fold(name):
                self._names[kind][fold(name)].add(id)

    def find(self, kind: str, name: str) -> str:
        """The id of the one record of this name; "" where none or several are."""
        ids = self._names[kind].get(fold(name), set())
        return next(iter(ids)) if len(ids) == 1 else ""

    def exactly(self, kind: str, name: str) -> str:
        """The same by the whole name alone: Sở Nội vụ of another province is another."""
        return self._whole[kind].get(fold(name), "")

    def within(self, kind: str, text: str) -> str:
        """The id of the one record whose name stands in a text, the longest name first."""
        folded = f" {fold(text)} "
        there = [name for name in self._names[kind] if f" {name} " in folded]
        longest = max(there, key=len, default="")
        ids = self._names[kind].get(longest, set()) if len(longest.split()) > 1 else set()
        return next(iter(ids)) if len(ids) == 1 else ""

    def like(self, kind: str, name: str) -> str:
        """How a name that was not found may be meant."""
        return nearest(fold(name), self._names[kind])

    def document(self, written: str, day: str = "") -> str:
        """The id of the document of this number, and of this day where one is given; "" where
        none or several are. Raises NotRead where the day is not the document's."""
        if written in self.documents:
            return written
        references = find_document_references(written)
        number = references[0].number if references else written
        if references and references[0].date:
            day = references[0].date.isoformat()
        wanted = fold(
            re.sub(r"^(?:quyết định\s*)?(?:số\s*:?\s*)?", "", number, flags=re.IGNORECASE)
        )
        same = [(id, one) for id, one in self.documents.items() if fold(one.number) == wanted]
        fitting = [id for id, one in same if day in ("", one.issued.isoformat())]
        if same and not fitting:
            days = ", ".join(one.issued.isoformat() for _, one in same)
            raise NotRead(f"văn bản {number} có ngày {days}, không phải {day}")
        return fitting[0] if len(fitting) == 1 else ""


def chosen(label: str, written: str, choices: dict[str, tuple[str, ...]]) -> str:
    """The key that a word in a cell stands for. Raises NotRead."""
    plain = fold(written)
    if not plain:
        return ""
    for key, words in choices.items():
        if plain == fold(key.replace("_", " ")) or written == key or plain in words:
            return key
    known = "; ".join(words[0] for words in choices.values())
    raise NotRead(f"{label} “{written}” không có trong danh mục ({known})")


def guessed(text: str, choices: dict[str, tuple[str, ...]]) -> str:
    """The first key one of whose words a text begins with; "" where none does."""
    plain = f"{fold(text)} "
    return next(
        (key for key, words in choices.items() if any(plain.startswith(f"{w} ") for w in words)),
        "",
    )
