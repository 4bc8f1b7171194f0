"""A paper: what a report says, in the parts of an administrative document, whatever it is printed
as. Frozen, plain text; nothing here knows HTML, Markdown or Word."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading inside the paper: level 1 for I, II, III, level 2 for 1, 2, 3."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A paragraph; one that is `open` waits for a person to write it."""

    text: str
    open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """Lines of a list, each under a dash."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: every row has as many cells as `head`; `shares` are the columns' widths beside each
    other. Columns that are not in `wide` hold figures and days, and stand in the middle."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...]
    wide: frozenset[int] = frozenset()


Block = Heading | Text | Items | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """Who issues the paper (Decree 30/2020/NĐ-CP, Annex I): left and right of its head."""

    issuer: str
    superior: str = ""
    number: str = ""
    """With room for the number, which only the office can give."""
    state: str = ""
    motto: str = ""
    place_and_day: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """The end of the paper: whom it goes to, and who signs."""

    recipients_title: str
    recipients: tuple[str, ...]
    signer: tuple[str, ...]
    """Lines above the signature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A whole report."""

    name: str
    """Of its files, without an ending: ASCII."""
    kind: str
    subject: str
    letterhead: Letterhead
    notice: str = ""
    """What must be said before everything else: that it is a draft, that data is sample data."""
    grounds: tuple[str, ...] = ()
    body: tuple[Block, ...]
    signature: Signature | None = None
    appendix: tuple[Block, ...] = ()
    """What goes with the paper after the signature, on a page of its own: its sources."""
    annex: tuple[Block, ...] = ()
    """For whoever finishes the paper; on a page of its own, taken off before signing."""
    landscape: bool = False
