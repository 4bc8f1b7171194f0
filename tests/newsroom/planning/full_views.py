"""Every class of view in; a full value of each, and all that differ from it in one part, out."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from newsroom.planning import views
from newsroom.planning.views.search import Entry, Segment
from newsroom.planning.views.shared import Link
from newsroom.records import Body

DAY = date(2020, 7, 31)
MOMENT = datetime(2020, 7, 31, 9, 54, tzinfo=UTC)


def view_classes() -> list[type]:
    found: dict[str, type] = {}
    for module in pkgutil.iter_modules(views.__path__):
        of = importlib.import_module(f"{views.__name__}.{module.name}")
        for each in vars(of).values():
            if isinstance(each, type) and is_dataclass(each) and each.__module__ == of.__name__:
                found[each.__name__] = each
    return list(found.values())


def a_value(hint: Any) -> Any:
    """A full value of the type: every optional filled, every tuple holding one."""
    origin, inside = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return a_value(inside[0])
    if origin in (Union, UnionType):
        return a_value(next(each for each in inside if each is not NoneType))
    if origin is Literal:
        return inside[0]
    if origin is tuple:
        return (a_value(inside[0]),) if inside[-1] is Ellipsis else tuple(map(a_value, inside))
    if isinstance(hint, type) and is_dataclass(hint):
        return full(hint)
    return PLAIN[hint]


PLAIN: dict[Any, Any] = {
    str: "chữ",
    bytes: b"byte",
    int: 1,
    bool: False,
    date: DAY,
    datetime: MOMENT,
    Decimal: Decimal("1.5"),
    object: Link(text="bất kỳ"),
    Body: Body(parts=("<p>Một</p>",)),
    Segment: Segment((Entry(title="chữ"),), 2),
}


def full(of: type) -> Any:
    hints = get_type_hints(of, include_extras=True)
    return of(**{field.name: a_value(hints[field.name]) for field in fields(of)})


def others(value: Any) -> Iterator[Any]:
    """Values that differ from this one: in itself, or in any part of it."""
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            for other in others(getattr(value, field.name)):
                yield replace(value, **{field.name: other})
    elif isinstance(value, tuple):
        yield ()
        yield value + value
        for place, each in enumerate(value):
            for other in others(each):
                yield (*value[:place], other, *value[place + 1 :])
    else:
        yield another(value)


def another(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, Body):
        return Body(parts=("<p>Hai</p>",))
    if isinstance(value, Segment):
        return Segment((Entry(title="khác"),), 2)
    if isinstance(value, date):
        return value + timedelta(days=1)
    if isinstance(value, str):
        return value + "…"
    if isinstance(value, bytes):
        return value + b"."
    return value + 1
