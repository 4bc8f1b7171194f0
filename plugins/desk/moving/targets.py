"""A cell of the table in; where articles of an old category or tag go, out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from vietnamese import fold

TargetKind = Literal["section", "campaign", "unit", "bloc", "tag", "drop"]
_KINDS: dict[str, TargetKind] = {
    "section": "section",
    "chuyen muc": "section",
    "campaign": "campaign",
    "phong trao": "campaign",
    "unit": "unit",
    "don vi": "unit",
    "bloc": "bloc",
    "khoi": "bloc",
    "tag": "tag",
    "the": "tag",
}
_DROPPED = ("bo", "drop")
DROP = "bỏ"
TAG = "tag"
_SPELLED = re.compile(r"\s*([^:()]+?)\s*(?::\s*([^()]*?)\s*)?(?:\([^()]*\))?\s*")


@dataclass(frozen=True, slots=True)
class Target:
    """One place: a record by kind and id, a tag by its text ("" for the old name), or none."""

    kind: TargetKind
    id: str = ""


class Unclear(ValueError):
    """A cell that says nothing of the kind."""


def targets_in(cell: str) -> tuple[Target, ...]:
    """What a cell says: "section:tin-tuc (Tin tức), campaign:…"; "tag"; "bỏ". Raises Unclear."""
    return tuple(
        _target(part) for part in re.split(r"[,;\n]", _without_names(cell)) if part.strip()
    )


def spelled(targets: Sequence[Target], name: str = "") -> str:
    """The cell that says it; `name` is shown to people behind the first."""
    shown = ", ".join(_spell(one) for one in targets)
    return f"{shown} ({name.replace('(', '').replace(')', '')})" if name else shown


def _without_names(cell: str) -> str:
    """Names in brackets may hold commas."""
    return re.sub(r"\([^()]*\)", "", cell)


def _spell(target: Target) -> str:
    if target.kind == "drop":
        return DROP
    return f"{target.kind}:{target.id}" if target.id else target.kind


def _target(part: str) -> Target:
    found = _SPELLED.fullmatch(part)
    kind, id = (found[1], found[2] or "") if found else (part, "")
    if not id and fold(kind) in _DROPPED:
        return Target("drop")
    named = _KINDS.get(fold(kind))
    if named is None or (named != "tag" and not re.fullmatch(r"[a-z0-9][a-z0-9-]*", id, re.ASCII)):
        raise Unclear(part.strip())
    return Target(named, id)
