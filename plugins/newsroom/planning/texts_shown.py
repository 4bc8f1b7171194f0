"""A plan and a text of one of its records in; the outputs that show it, and what they become with
another text in its place, out.

A body stands in views as the one `Prose` that was made of it, so it is found by identity: another
record's equal text is another text.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from itertools import chain
from typing import Any, cast, get_args, get_type_hints

from newsroom.planning.output import Output
from newsroom.planning.views.shared import Prose
from newsroom.records.body import Body


class Shown:
    """Which outputs of a plan show which bodies."""

    def __init__(self, outputs: Sequence[Output]) -> None:
        self._numbers: dict[int, list[int]] = {}
        self._bodies: dict[int, Body] = {}
        """Kept while they are shown, so that no other object gets their identity."""
        for number, output in enumerate(outputs):
            for body in bodies_in(output.view):
                self._numbers.setdefault(id(body), []).append(number)
                self._bodies[id(body)] = body

    def numbers(self, body: Body) -> list[int]:
        """The numbers of the outputs that show this very body."""
        return self._numbers.get(id(body), [])

    def all_numbers(self) -> Iterator[int]:
        """The numbers of all outputs that show a text; one again for each of its texts."""
        return chain.from_iterable(self._numbers.values())

    def exchange(self, old: Body, new: Body) -> None:
        """From now on the new one stands where the old one stood."""
        self._numbers[id(new)] = self._numbers.pop(id(old), [])
        self._bodies.pop(id(old), None)
        self._bodies[id(new)] = new


def bodies_in(value: object) -> Iterator[Body]:
    """Every body that a view shows, in a fixed order."""
    if type(value) is Prose:
        yield value.body
    elif type(value) is tuple:
        for each in value:
            yield from bodies_in(each)
    else:
        for name in _leading(cast("Hashable", type(value))):
            yield from bodies_in(getattr(value, name))


@dataclass(frozen=True, slots=True)
class Exchange:
    """One text for another: both bodies hold the same slots."""

    old: Body
    new: Body

    def within(self, value: Any) -> Any:
        """The view with the new text; the same object where it does not show the old one."""
        if type(value) is Prose:
            return replace(value, body=self.new) if value.body is self.old else value
        if type(value) is tuple:
            values = tuple(self.within(each) for each in value)
            same = all(one is other for one, other in zip(values, value, strict=True))
            return value if same else values
        now = {name: getattr(value, name) for name in _leading(cast("Hashable", type(value)))}
        changed = {
            name: each for name, old in now.items() if (each := self.within(old)) is not old
        }
        return replace(cast("Any", value), **changed) if changed else value


@cache
def _leading(kind: Hashable) -> tuple[str, ...]:
    """The fields of a view that can lead to a text; none of what is no view."""
    if not isinstance(kind, type) or not is_dataclass(kind):
        return ()
    hints = get_type_hints(kind)
    return tuple(field.name for field in fields(kind) if _may_lead(hints[field.name], {kind}))


def _may_lead(hint: Any, seen: set[type]) -> bool:
    """Whether a value of this type can hold a Prose. What is not plainly typed can."""
    if hint in (Prose, object, Any) or hint in seen:
        return True
    if arguments := get_args(hint):
        return any(_may_lead(each, seen) for each in arguments if each is not Ellipsis)
    if not isinstance(hint, type) or not is_dataclass(hint):
        return False
    hints = get_type_hints(hint)
    return any(_may_lead(hints[field.name], {*seen, hint}) for field in fields(hint))
