"""A text and renamed files in; the text with its references led to the new names, out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from urllib.parse import quote

from desk.mending.names import Renaming
from newsroom.reading.checking import TYPES
from newsroom.reading.fences import split, whole
from newsroom.reading.findings import Findings
from newsroom.reading.front_matter import parse
from newsroom.records.shapes import references_in
from newsroom.records.values import Kind, Ref


def relinked(kind: Kind, text: str, renamed: Iterable[Renaming]) -> str:
    """The same text, with paths of photos and files and ids of records as they are now called."""
    for one in renamed:
        text = _asset(text, one) if one.kind is None else _record(kind, text, one)
    return text


def _asset(text: str, one: Renaming) -> str:
    folder, _, old = one.written.partition("/")
    new = one.new.partition("/")[2]
    scheme = folder.removesuffix("s")
    for spelled in dict.fromkeys((old, quote(old), old.replace(" ", "%20"))):
        pattern = rf"({folder}/|{scheme}:(?:{folder}/)?){re.escape(spelled)}(?![\w.%-])"
        text = re.sub(pattern, lambda found: found[1] + new, text)
    return text


def _record(kind: Kind, text: str, one: Renaming) -> str:
    old, new = PurePosixPath(one.written).stem, PurePosixPath(one.new).stem
    for spelled in dict.fromkeys((old, quote(old))):
        pattern = rf"(\]\(<?{one.kind}:){re.escape(spelled)}(?=[#)>\s])"
        text = re.sub(pattern, lambda found: found[1] + new, text)
    unheard = Findings("")
    fenced = (whole if kind in ("site", "section") else split)(text, unheard)
    header = parse(fenced.header, fenced.first, unheard) if fenced else None
    if not header:
        return text
    lines = text.split("\n")
    for keys, marker, id in references_in(header.values, TYPES[kind]):
        if isinstance(marker, Ref) and marker.kind == one.kind and id == old:
            line, column = header.place(keys)
            there = lines[line - 1]
            at = there.find(old, max(column - 1, 0))
            if at >= 0:
                lines[line - 1] = there[:at] + new + there[at + len(old) :]
    return "\n".join(lines)
