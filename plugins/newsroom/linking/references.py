"""References, found from the records' own types: every field that is marked as the id of a record.

A record in; each id it names, with its place, out; or the record without those that are absent.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass, replace
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

from newsroom.records.values import Ref

T = TypeVar("T")
Keys = tuple[str | int, ...]
IsAbsent = Callable[[str, str], bool]
"""Whether there is no record of this kind and id."""


class Reference(NamedTuple):
    """An id that a record names: where in the record, and of which kind."""

    keys: Keys
    kind: str
    id: str


def references_of(record: object) -> Iterator[Reference]:
    """Every reference in a record, however deep, in the order of its fields."""
    return _walk(record, _steps_in(record), ())


def without_absent(record: T, is_absent: IsAbsent) -> T | None:
    """The record without its references to absent records; None where it cannot stand without.

    A part of a record goes when it cannot stand without what is absent, as a line of a list does.
    """
    changes: dict[str, Any] = {}
    for step in _steps_in(record):
        value = getattr(record, step.name)
        kept = step.without_absent(value, is_absent)
        if kept is None and value is not None and step.required:
            return None
        if kept != value:
            changes[step.name] = kept
    # A frozen dataclass answers `replace`; mypy cannot know that T is one.
    return replace(record, **changes) if changes else record  # type: ignore[type-var]


@dataclass(frozen=True, slots=True)
class _Step:
    """A field that holds references, itself (`kind`) or in its parts (`inner`)."""

    name: str
    many: bool
    required: bool
    kind: str = ""
    inner: Any = None

    def references(self, item: Any, place: Keys) -> Iterable[Reference]:
        if self.inner is None:
            return (Reference(place, self.kind, item),)
        return _walk(item, _steps_of(self.inner), place)

    def without_absent(self, value: Any, is_absent: IsAbsent) -> Any:
        if value is None:
            return None
        if not self.many:
            return self._kept(value, is_absent)
        kept = (self._kept(item, is_absent) for item in value)
        return tuple(item for item in kept if item is not None)

    def _kept(self, item: Any, is_absent: IsAbsent) -> Any:
        if self.inner is not None:
            return without_absent(item, is_absent)
        return None if is_absent(self.kind, item) else item


def _walk(part: object, steps: tuple[_Step, ...], keys: Keys) -> Iterator[Reference]:
    for step in steps:
        value = getattr(part, step.name)
        if not value:
            continue
        if step.many:
            for place, item in enumerate(value):
                yield from step.references(item, (*keys, step.name, place))
        else:
            yield from step.references(value, (*keys, step.name))


def _steps_in(record: Any) -> tuple[_Step, ...]:
    shape: Any = type(record)
    return _steps_of(shape)


@cache
def _steps_of(kind: Hashable) -> tuple[_Step, ...]:
    """The fields of a dataclass that hold references, or parts that do."""
    shape: Any = kind
    hints = get_type_hints(shape, include_extras=True)
    found = (_step(field, hints[field.name]) for field in fields(shape))
    return tuple(step for step in found if step is not None)


def _step(field: Field[Any], written: Any) -> _Step | None:
    hint: Any = _without_none(written)
    many = get_origin(hint) is tuple
    if many:
        hint = get_args(hint)[0]
    required = field.default is MISSING and field.default_factory is MISSING
    if get_origin(hint) is Annotated:
        marks = [mark for mark in hint.__metadata__ if isinstance(mark, Ref)]
        return _Step(field.name, many, required, kind=marks[0].kind) if marks else None
    if not is_dataclass(hint):
        return None
    shape: Any = hint
    return _Step(field.name, many, required, inner=shape) if _steps_of(shape) else None


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        options = [option for option in get_args(hint) if option is not type(None)]
        return options[0] if len(options) == 1 else None
    return hint
