"""An id that is no record's in; the id that was probably meant out."""

from __future__ import annotations

from collections import Counter, defaultdict
from difflib import SequenceMatcher

from newsroom.linking.kinds import name_of
from newsroom.problems import nearest
from newsroom.records import Records
from vietnamese import slug

SHORT_LIST = 12
ALIKE = 0.65
"""How alike (difflib's ratio) an id must be that shares the beginning of its words only."""


class Suggestions:
    """Ids by what they look like. An index of pairs of letters is made when first asked, so that a
    dead reference costs little even among a hundred thousand records."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._by_kind: dict[str, tuple[dict[str, str], dict[str, set[str]]]] = {}

    def nearest(self, kind: str, id: str) -> str:
        """The id of this kind nearest in spelling, its own or that of its name; "" if none."""
        meant, by_pair = self._indexed(kind)
        shared = Counter(text for pair in _pairs(id) for text in by_pair.get(pair, ()))
        likely = sorted(shared, key=lambda text: (-shared[text], len(text), text))[:SHORT_LIST]
        text = nearest(id, likely) or _like(id, likely)
        return meant.get(text, "")

    def _indexed(self, kind: str) -> tuple[dict[str, str], dict[str, set[str]]]:
        if kind not in self._by_kind:
            records = self._records.of_kind(kind)
            meant = {slug(name_of(record)): id for id, record in sorted(records.items())}
            meant |= {id: id for id in records}
            by_pair: dict[str, set[str]] = defaultdict(set)
            for text in meant:
                for pair in _pairs(text):
                    by_pair[pair].add(text)
            self._by_kind[kind] = meant, by_pair
        return self._by_kind[kind]


def _like(id: str, likely: list[str]) -> str:
    """An id that spells out what this one shortens: ban-td, ban-thi-dua."""
    ratios = {text: SequenceMatcher(None, id, text, autojunk=False).ratio() for text in likely}
    best = max(likely, key=lambda text: ratios[text], default="")
    return best if best and ratios[best] >= ALIKE else ""


def _pairs(text: str) -> set[str]:
    text = text[:200]
    return {text[place : place + 2] for place in range(len(text) - 1)}
