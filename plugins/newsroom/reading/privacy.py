"""A file's header and body in; the places where they tell what no page may say of a person, out.

Law 91/2025/QH15 on personal data; content format, "award". Only name, role and unit are for all.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from newsroom.reading.decoding import place_of
from newsroom.reading.fences import Fenced
from newsroom.reading.findings import Findings, Place
from newsroom.reading.front_matter import Header
from newsroom.reading.private_patterns import Private, private_in
from newsroom.records.shapes import Keys
from newsroom.records.values import Kind
from vietnamese import clean

PHONE, HOME = "E153", "E154"
ALLOWING: frozenset[Kind] = frozenset(
    ("article", "campaign", "unit", "bloc", "document", "event", "page")
)
"""Kinds that may say why they tell it; an award may not (content format)."""
_OFFICIAL = {PHONE: {"phone"}, HOME: {"address"}}
"""Keys that are there for an agency's own."""


def tell_private(kind: Kind, header: Header | None, fenced: Fenced, findings: Findings) -> None:
    """Note identity numbers (E151), birth dates (E152), mobile phones (E153) and home addresses
    (E154), unless the file says why it may tell them. The problem never repeats them whole.

    A mobile phone is private everywhere but under `phone` and on standing pages, such as one of
    contacts, where an office gives its own.
    """
    if header and _is_allowed(kind, header):
        return
    allow = "allow_private" if kind in ALLOWING else ""
    for place, found in (*_in_header(kind, header, fenced), *_in_body(fenced)):
        if found.code != PHONE or kind not in ("page", "site"):
            findings.add(found.code, place, shown=found.shown, allow=allow)


def _is_allowed(kind: Kind, header: Header) -> bool:
    allowed = header.values.get("allow_private")
    return kind in ALLOWING and isinstance(allowed, dict) and bool(allowed.get("reason"))


def _in_header(
    kind: Kind, header: Header | None, fenced: Fenced
) -> Iterator[tuple[Place, Private]]:
    if header is None:
        return
    lines = ("" if line.lstrip().startswith("#") else line for line in fenced.header)
    text = clean("\n".join(lines))
    found = [(_placed(text, one, fenced.first), one) for one in private_in(text)]
    if kind == "award":
        found += _in_recipient(header)
    by_place = sorted((place, keys) for keys, place in header.value_places.items())
    for place, one in found:
        near = bisect_right(by_place, place, key=lambda each: each[0])
        if not (near and _is_official(by_place[near - 1][1], one.code)):
            yield place, one


def _is_official(keys: Keys, code: str) -> bool:
    names = [key for key in keys if isinstance(key, str)]
    return bool(names) and names[-1] in _OFFICIAL.get(code, ())


def _in_recipient(header: Header) -> list[tuple[Place, Private]]:
    """Beside a name any full date is a birth date, and any place to live a home."""
    values = header.values.get("recipient")
    found = []
    for name in ("name", "role"):
        written = values.get(name) if isinstance(values, dict) else None
        text = clean(written) if isinstance(written, str) else ""
        told = {one.code for one in private_in(text)}
        place = header.place(("recipient", name))
        found += [(place, one) for one in private_in(text, strict=True) if one.code not in told]
    return found


def _in_body(fenced: Fenced) -> Iterator[tuple[Place, Private]]:
    if not fenced.body:
        return
    text = clean(fenced.body)
    for one in private_in(text):
        yield _placed(text, one, fenced.body_first), one
    if "|" in text:
        yield from _in_tables(text.split("\n"), fenced.body_first)


def _in_tables(lines: list[str], first: int) -> Iterator[tuple[Place, Private]]:
    """What only its column's title makes private: a date under "Ngày sinh"."""
    titles: list[str] = []
    for number, line in enumerate(lines, first):
        if "|" not in line:
            titles = []
            continue
        cells = line.split("|")
        titles = titles or cells
        column = 1
        for title, cell in zip(titles, cells, strict=False):
            if titles is not cells and not list(private_in(cell)):
                named = f"{title.strip()}: {cell.strip()}"
                for one in private_in(named):
                    yield (number, column + len(cell) - len(cell.lstrip())), one
            column += len(cell) + 1


def _placed(text: str, found: Private, first: int) -> Place:
    line, column = place_of(text, found.start)
    return first + line - 1, column
