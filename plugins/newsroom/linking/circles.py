"""References that must form no circle in; each circle, told where it closes, out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from newsroom.problems import Problem, problem
from newsroom.records import Campaign, Document, Records, Unit

Next = Callable[[Any], tuple[str, ...]]


def circles(records: Records) -> Iterator[Problem]:
    """A problem for each reference that leads back to where it came from: E210."""
    for kind, field, following in CHAINS:
        named: Mapping[str, Any] = records.of_kind(kind)
        for path in _circles(named, following):
            record, back = named[path[-1]], path[0]
            value = getattr(record, field)
            keys = (field, value.index(back)) if isinstance(value, tuple) else (field,)
            yield problem(
                record.file,
                "E210",
                keys=keys,
                kind=kind,
                id=record.id,
                path=" → ".join((*path[-1:], *path)),
            )


def _parent(record: Campaign | Unit) -> tuple[str, ...]:
    return (record.parent,) if record.parent else ()


def _successors(unit: Unit) -> tuple[str, ...]:
    return unit.successors


def _replaces(document: Document) -> tuple[str, ...]:
    return document.replaces


CHAINS: tuple[tuple[str, str, Next], ...] = (
    ("campaign", "parent", _parent),
    ("unit", "parent", _parent),
    ("unit", "successors", _successors),
    ("document", "replaces", _replaces),
)
"""Kind, field, and what the field names: what leads up a tree or back in time."""


def _circles(named: Mapping[str, Any], following: Next) -> Iterator[list[str]]:
    """Each way that ends where it began, as the ids on it: depth first, in the order of ids."""
    done: set[str] = set()
    for start in sorted(named):
        if start in done:
            continue
        path, waiting = [start], [iter(following(named[start]))]
        on_path = {start: 0}
        while path:
            id = next(waiting[-1], None)
            if id is None:
                waiting.pop()
                done.add(path[-1])
                del on_path[path.pop()]
            elif id in on_path:
                yield path[on_path[id] :]
            elif id in named and id not in done:
                on_path[id] = len(path)
                path.append(id)
                waiting.append(iter(following(named[id])))
