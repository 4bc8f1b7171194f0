"""A body: clean HTML cut at the places that point to something, so that it is parsed once.

`parts[0] slots[0] parts[1] slots[1] … parts[n]`: what a slot becomes is decided by linking.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Literal, final

if TYPE_CHECKING:
    from pydantic_core import CoreSchema


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A place in a body that points to a record, a photo, a file or a document number."""

    what: Literal["open", "close", "photo", "number"]
    """`open` and `close` stand for `<a …>` and `</a>`; `photo` for `<img …>`; `number` for running
    text
    that reads as a document reference."""
    kind: str = ""
    """The kind before the colon in `kind:target`: a record kind, `photo` or `file`."""
    target: str = ""
    """The id, or the path under photos/ or files/, or the document number as written."""
    fragment: str = ""
    text: str = ""
    """The text of a `number` (as written, date included); the alt text of a `photo`; the title of
    a link."""
    date: str = ""
    """The ISO date that a `number` gives, or nothing."""
    line: int = 0
    """The line in the file, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading in a body: its level (2 to 6), its anchor and its text."""

    level: int
    anchor: str
    text: str


@final
class Body:
    """Clean HTML in parts and slots. Two bodies are equal when their digests are."""

    __slots__ = ("digest", "headings", "parts", "slots", "text")

    def __init__(
        self,
        *,
        parts: tuple[str, ...],
        slots: tuple[Slot, ...] = (),
        headings: tuple[Heading, ...] = (),
        text: str = "",
    ) -> None:
        if len(parts) != len(slots) + 1:
            raise ValueError("a body has one part more than it has slots")
        self.parts = parts
        self.slots = slots
        self.headings = headings
        self.text = text
        """The words alone, paragraphs parted by a newline: for summaries and search."""
        self.digest = blake2b(repr((parts, slots, headings)).encode(), digest_size=16).hexdigest()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Body) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def __bool__(self) -> bool:
        return any(self.parts) or bool(self.slots)

    def __repr__(self) -> str:
        return f"Body({self.digest})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.is_instance_schema(cls)
