"""The records a report rests on: cited by number where a fact stands, listed once at the end."""

from __future__ import annotations

from collections.abc import Iterable

from desk.reports.wording import Wording
from newsroom.records import Article, Document


class Sources:
    """The sources of one report, numbered as they are first cited."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self._numbers: dict[str, int] = {}
        self.missing: list[str] = []
        """What was said without a source, for whoever finishes the report."""

    def cited(self, told: str, sources: Iterable[Document | Article]) -> str:
        """The sentence with the numbers of its sources; one without any says so."""
        numbers = [self._number(source) for source in sources]
        if not numbers:
            self.missing.append(told)
            return f"{told} {self._wording.say('source.none')}"
        return told + " " + "".join(f"[{number}]" for number in sorted(set(numbers)))

    def number_of(self, document: Document | None) -> str:
        """For a cell of a table: [3], or that there is none."""
        if document is None:
            return self._wording.say("source.none")
        return f"[{self._number(document)}]"

    def listed(self) -> tuple[str, ...]:
        """Every source with its number."""
        return tuple(f"[{number}] {told}" for told, number in self._numbers.items())

    def _number(self, source: Document | Article) -> int:
        words = self._wording
        told = words.document(source) if isinstance(source, Document) else words.article(source)
        return self._numbers.setdefault(told, len(self._numbers) + 1)
