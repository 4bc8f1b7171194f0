"""A component's examples file in; its examples, drawn, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml
from pydantic import TypeAdapter

from newsroom.planning.views import (
    campaigns,
    changes,
    documents,
    news,
    page,
    register,
    search,
    shared,
    standing,
)
from newsroom.records.body import Body
from newsroom.records.values import Moment
from newsroom.rendering.templates import Templates

MODULES: tuple[ModuleType, ...] = (
    campaigns,
    changes,
    documents,
    news,
    page,
    register,
    search,
    shared,
    standing,
)
FRAME = {"tagline": "", "home": "/", "search": "/", "menu": [], "colophon": {"owner": "Mẫu"}}


@dataclass(frozen=True)
class Example:
    """One example of one component: its values as they stand in the file."""

    component: str
    name: str
    view: Any
    keywords: dict[str, Any]
    inside: str
    """What stands between the lines of a component that is called with content."""
    wrap: str
    """The element that it can only stand in, such as ul."""
    before: str
    """What must stand before it in that element."""
    kind: str
    """The class of its view, in brackets where it is a list of them."""
    hidden: bool
    """Drawn by tests alone."""

    def __str__(self) -> str:
        return f"{self.component}: {self.name}"


@dataclass(frozen=True)
class Component:
    """What a component's examples file says of it."""

    name: str
    what: str
    params: dict[str, str]
    examples: tuple[Example, ...]


def components(theme: Path) -> Iterator[Component]:
    """Every component of the theme, by name."""
    for file in sorted((theme / "components").glob("*/*.yaml")):
        told = yaml.safe_load(file.read_text("utf-8"))
        found = tuple(_example(file.stem, told, each) for each in told["examples"])
        yield Component(file.stem, told["what"], told["params"], found)


def _example(component: str, told: dict[str, Any], example: dict[str, Any]) -> Example:
    return Example(
        component=component,
        name=example["name"],
        view=example["view"],
        keywords=example.get("with", {}),
        inside=example.get("inside", ""),
        wrap=told.get("wrap", ""),
        before=told.get("before", ""),
        kind=told["params"]["view"],
        hidden=example.get("hidden", False),
    )


def draw(templates: Templates, example: Example) -> str:
    """The example's HTML, in the element that it can only stand in."""
    name = example.component
    called = f"{name}(view, **keywords)"
    body = (
        f"{{% call {called} %}}{example.inside}{{% endcall %}}"
        if example.inside
        else f"{{{{ {called} }}}}"
    )
    html = templates.piece(
        f'{{% from "{name}/{name}.html" import {name} %}}{body}',
        view=_as(example.kind, example.view),
        keywords=_keywords(example.keywords),
    )
    return f"<{example.wrap}>{example.before}{html}</{example.wrap}>" if example.wrap else html


def _as(kind: str, value: Any) -> Any:
    """A value as the views hold it. `[Link]` is a tuple of links; other words stay text."""
    if kind.startswith("["):
        return tuple(_as(kind[1:-1], each) for each in value)
    if kind == "date":
        return TypeAdapter(Moment).validate_python(value)
    if kind in _views():
        return TypeAdapter(_views()[kind]).validate_python(_with_bodies(value))
    return value


def _keywords(keywords: dict[str, Any]) -> dict[str, Any]:
    if "chrome" in keywords:
        return {**keywords, "chrome": _as("Chrome", {**FRAME, **keywords["chrome"]})}
    return keywords


@cache
def _views() -> dict[str, type]:
    return {
        name: kind
        for module in MODULES
        for name, kind in vars(module).items()
        if isinstance(kind, type)
    }


def _with_bodies(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_with_bodies(each) for each in value)
    if not isinstance(value, dict):
        return value
    if set(value) == {"parts"}:
        return Body(parts=tuple(value["parts"]))
    return {key: _with_bodies(each) for key, each in value.items()}
