"""What can still be checked of a record that is left out: one mistake must not hide the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from newsroom.records.body import Body
from newsroom.records.shapes import Keys, references_in
from newsroom.records.spellings import is_below, read_site_path
from newsroom.records.values import FileRef, Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Remains:
    """The sound part of a file whose record is left out: what it names, and its bodies."""

    file: str
    references: tuple[tuple[Keys, str, str], ...] = ()
    """Where in the front matter, the kind, and the id of each record that it names."""
    assets: tuple[tuple[Keys, str], ...] = ()
    """Where, and the path under content/, of each photo and file."""
    aliases: tuple[tuple[Keys, str], ...] = ()
    bodies: tuple[Body, ...] = ()


def remains_of(file: str, cls: type, part: Any) -> Remains:
    """The remains of a record, or of the keys and values that were to be one of the type `cls`."""
    found = list(references_in(part, cls))
    return Remains(
        file=file,
        references=tuple((keys, one.kind, id) for keys, one, id in found if isinstance(one, Ref)),
        assets=tuple(
            (keys, path)
            for keys, one, path in found
            if isinstance(one, FileRef) and is_below(one.folder, path)
        ),
        aliases=tuple(_aliases(_value(part, "aliases"))),
        bodies=tuple(bodies_of(part)),
    )


def bodies_of(part: Any) -> Iterator[Body]:
    """The bodies of a record, of its remains, or of what was to be one."""
    if isinstance(part, Remains):
        yield from part.bodies
        return
    for name in ("body", "results"):
        if isinstance(body := _value(part, name), Body):
            yield body


def _value(part: Any, name: str) -> Any:
    return part.get(name) if isinstance(part, Mapping) else getattr(part, name, None)


def _aliases(written: Any) -> Iterator[tuple[Keys, str]]:
    for number, alias in enumerate(written if isinstance(written, list | tuple) else ()):
        try:
            yield ("aliases", number), read_site_path(alias)
        except (ValueError, TypeError):
            continue
