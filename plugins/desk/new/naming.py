"""A new record's values and the ids that are there in; an id for it out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newsroom.reading.folders import FOLDERS
from newsroom.records.values import Kind
from vietnamese import slug

_LONGEST = 60
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,119}", re.ASCII)


def is_id(text: str) -> bool:
    """Whether a file may be named so."""
    return bool(_ID.fullmatch(text))


def id_for(kind: Kind, values: Mapping[str, Any]) -> str:
    """A readable id. A document's carries its year, since numbers come again."""
    if kind == "document":
        id, year = slug(values["number"]), _year(str(values["issued"]))
        return id if f"-{year}-" in f"-{id}-" else f"{id}-{year}"
    called = values.get("short_name") or values.get("name") or values.get("title") or ""
    if kind in ("article", "event", "page"):
        called = values["title"]
    if kind == "award":
        recipient = values.get("recipient") or {}
        whom = recipient.get("name") or recipient.get("unit") or ""
        called = f"{called} {whom} {values.get('period') or ''}"
    return short_id(called) or kind


def short_id(title: str) -> str:
    """A title as an id: whole words, not too long."""
    words = slug(title).split("-")
    while len("-".join(words)) > _LONGEST and len(words) > 1:
        words.pop()
    return "-".join(words)[:_LONGEST].strip("-")


def taken_ids(content: Path, kind: Kind) -> dict[str, Path]:
    """Each id that a file of this kind bears, sound or not, folded, and that file."""
    folder = content / next(name for name, of in FOLDERS.items() if of == kind)
    files = sorted(folder.rglob("*.*")) if folder.is_dir() else []
    return {file.stem.casefold(): file for file in files if file.suffix in (".md", ".yaml")}


def free_id(wanted: str, there: Mapping[str, Path]) -> str:
    """The id, with a number behind where it is taken."""
    number, id = 1, wanted
    while id.casefold() in there:
        number += 1
        id = f"{wanted}-{number}"
    return id


def _year(day: str) -> str:
    found = re.search(r"\b(\d{4})\b", day)
    return found[1] if found else ""
