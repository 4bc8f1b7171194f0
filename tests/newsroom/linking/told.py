"""What linking found, in few words, for tests to compare."""

from __future__ import annotations

from typing import Any

from newsroom.problems import Problem
from tests.newsroom.builders import linked


def problems(*things: Any, **options: Any) -> list[Problem]:
    """The problems between these records."""
    return list(linked(*things, **options).problems)


def told(*things: Any, **options: Any) -> list[tuple[str, str, tuple[str | int, ...]]]:
    """File, code and keys of each problem."""
    return [(one.file, one.code, one.keys) for one in problems(*things, **options)]


def params(problem: Problem) -> dict[str, str]:
    """What a problem's sentence may name."""
    return dict(problem.params)
