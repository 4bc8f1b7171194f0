"""Builds of a desk's site within this process, and what they touched."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import pytest
from jinja2 import Environment

from newsroom.build import run
from newsroom.report import Report
from newsroom.settings import Settings
from tests.building import tree
from tests.newsroom.desk_of_edits import Desk


@contextmanager
def compiled_once() -> Iterator[None]:
    """Compile the same template only once, however many builds ask for it: most of a small build
    is that."""
    compiled: dict[tuple[Any, ...], Any] = {}
    compile = Environment.compile

    def once(self: Environment, source: Any, name: Any = None, *how: Any, **named: Any) -> Any:
        key = source, name, self.globals["language"]
        if key not in compiled:
            compiled[key] = compile(self, source, name, *how, **named)
        return compiled[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Environment, "compile", once)
        yield


@dataclass(frozen=True)
class Rebuilt:
    """How a build ended, what it said, the files it wrote and those it removed."""

    status: int
    told: str
    touched: set[str]
    gone: set[str]


def rebuild(desk: Desk, output: str = "one", **settings: Any) -> Rebuilt:
    """Build again over what stands there."""
    before = mtimes(desk, output)
    status, told = rebuilt(replace(desk.settings(output), **settings))
    after = mtimes(desk, output)
    touched = {path for path, mtime in after.items() if before.get(path) != mtime}
    return Rebuilt(status, told, touched, before.keys() - after.keys())


def rebuilt(settings: Settings) -> tuple[int, str]:
    """Build; the exit status and all that was said."""
    told = io.StringIO()
    return run(settings, Report(settings, told)), told.getvalue()


def clean(desk: Desk, **settings: Any) -> dict[str, bytes]:
    """What a build from nothing gives."""
    rebuild(desk, output="clean", **settings)
    found = files(desk, "clean")
    shutil.rmtree(desk.folder / "clean")
    return found


def files(desk: Desk, output: str = "one") -> dict[str, bytes]:
    """Every file of the site."""
    return tree(desk.folder / output)


def mtimes(desk: Desk, output: str) -> dict[str, int]:
    """When each file was last written (ns)."""
    folder = desk.folder / output
    return {path: (folder / path).stat().st_mtime_ns for path in files(desk, output)}
