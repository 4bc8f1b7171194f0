"""A component's examples file in; its examples, drawn, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml
from jinja2 import Environment
from pydantic import TypeAdapter

from newsroom.planning.views import campaigns, documents, news, page, register, shared, standing
from newsroom.records.body import Body
from newsroom.records.values import Moment
from tests.newsroom.rendering.theme_under_test import THEME, templates

MODULES: tuple[ModuleType, ...] = (
    campaigns,
    documents,
    news,
    page,
    register,
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
    wrap: str
    kind: str

    def __str__(self) -> str:
        return f"{self.component}: {self.name}"


def examples() -> Iterator[Example]:
    """Every example of every component, the hidden ones too."""
    for path in sorted((THEME / "components").glob("*/*.yaml")):
        told = yaml.safe_load(path.read_text("utf-8"))
        for each in told["examples"]:
            yield Example(
                component=path.stem,
                name=each["name"],
                view=each["view"],
                keywords=each.get("with", {}),
                inside=each.get("inside", ""),
                wrap=told.get("wrap", ""),
                kind=told["params"]["view"],
            )


def draw(example: Example) -> str:
    """The example's HTML, in the element that it can only stand in."""
    environment: Environment = templates()._environments["vi"]
    name = example.component
    called = f"{name}(view, **keywords)"
    body = (
        f"{{% call {called} %}}{example.inside}{{% endcall %}}"
        if example.inside
        else f"{{{{ {called} }}}}"
    )
    source = f'{{% from "{name}/{name}.html" import {name} %}}{body}'
    html = environment.from_string(source).render(
        view=_as(example.kind, example.view), keywords=_keywords(example.keywords)
    )
    return f"<{example.wrap}>{html}</{example.wrap}>" if example.wrap else html


def components() -> list[Path]:
    """The folder of every component that has a macro."""
    return sorted(path.parent for path in (THEME / "components").glob("*/*.html"))


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
