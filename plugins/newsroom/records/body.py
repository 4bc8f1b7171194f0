"""A body: clean HTML cut at the places that point to something, so that it is parsed once.

`parts[0] slots[0] parts[1] slots[1] … parts[n]`: what a slot becomes is decided by linking.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, final

import msgspec

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
    """The kind before the colon in `kind:target`: a record kind, `photo`, `file`; `path` for a
    link to an address under the site (/don-vi/)."""
    target: str = ""
    """The id, the path under photos/ or files/, the address, or the document number alone."""
    fragment: str = ""
    text: str = ""
    """What a `number` links, as written ("Chỉ thị số 05-CT/TW ngày 15/5/2016"); the alt text of a
    `photo`; the title of a link."""
    date: str = ""
    """The ISO date that a `number` gives, the year where it gives no more, or nothing."""
    line: int = 0
    """The line in the file, from 1."""
    column: int = 0
    """The column of its address, or of what a `number` links, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading in a body: its level (2 to 6), its anchor and its text."""

    level: int
    anchor: str
    text: str


_SLOT = tuple(field.name for field in fields(Slot))
_HEADING = tuple(field.name for field in fields(Heading))


Packed = tuple[()] | tuple[str, str, int, list[list[Any]], list[list[Any]]]
"""A body without its text; nothing where there is no word in it."""


class Text(NamedTuple):
    """What is heavy in a body: its parts, and its words alone, paragraphs parted by a newline."""

    parts: tuple[str, ...]
    words: str


OPENING = 600
"""How many characters of a body's first paragraph are kept at hand."""


@final
class Body:
    """Clean HTML in parts and slots. Two bodies are equal when their digests are.

    One that comes from the build state fetches its text only when it is asked for.
    """

    __slots__ = ("_text", "_texts", "digest", "headings", "opening", "size", "slots")

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
        self.slots = slots
        self.headings = headings
        self.opening = text.split("\n", 1)[0][:OPENING]
        """The first paragraph's first words."""
        self.size = len(text)
        """How many characters its words have."""
        self.digest = blake2b(
            msgspec.msgpack.encode((parts, slots, headings, text)), digest_size=16
        ).hexdigest()
        self._text: Text | None = Text(parts, text)
        self._texts: Callable[[str], Text] | None = None

    @property
    def parts(self) -> tuple[str, ...]:
        """Clean HTML, one more than there are slots."""
        return self.whole().parts

    @property
    def text(self) -> str:
        """The words alone, paragraphs parted by a newline: for search."""
        return self.whole().words

    def whole(self) -> Text:
        """What is heavy, fetched where it was left in the state."""
        if self._text is None:
            assert self._texts is not None  # noqa: S101 - light() always gives it
            return self._texts(self.digest)
        return self._text

    def packed(self) -> Packed:
        """The body without its text, in plain values, for the build state."""
        if self.digest == _EMPTY.digest:
            return ()
        slots = [[getattr(slot, name) for name in _SLOT] for slot in self.slots]
        headings = [[getattr(heading, name) for name in _HEADING] for heading in self.headings]
        return self.digest, self.opening, self.size, slots, headings

    @classmethod
    def light(cls, packed: Packed, texts: Callable[[str], Text]) -> Body:
        """The body that `packed` left, which asks `texts` for its text by its digest. Raises
        ValueError or TypeError for anything else."""
        if not packed:
            return _EMPTY
        body = cls.__new__(cls)
        body.digest, body.opening, body.size, slots, headings = packed
        body.slots = tuple(
            [Slot(**dict(zip(_SLOT, one, strict=True))) for one in slots] if slots else ()
        )
        body.headings = tuple(
            [Heading(level=level, anchor=anchor, text=text) for level, anchor, text in headings]
        )
        body._text, body._texts = None, texts  # noqa: SLF001 - its own maker
        return body

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Body) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def __bool__(self) -> bool:
        return bool(self.opening or self.slots or any(self.parts))

    def __repr__(self) -> str:
        return f"Body({self.digest})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.is_instance_schema(cls)


_EMPTY = Body(parts=("",))
