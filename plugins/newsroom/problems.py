"""A problem: what is wrong in content, where, and the way out. Stages collect them; none is
raised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """One thing wrong in content. Its sentence comes from the catalogue, by its code."""

    file: str
    """The path under content/ (articles/2020/07/x.md)."""
    line: int = 0
    """From 1; 0 until reading has looked up where `keys` stands."""
    column: int = 0
    code: str
    """E…: an error, nothing is written; W…: a warning."""
    keys: tuple[str | int, ...] = ()
    """Where in the front matter: ("targets", 0, "value")."""
    params: tuple[tuple[str, str], ...] = ()
    """What the sentence names, by name."""

    @property
    def severity(self) -> Severity:
        """A code that begins with W is a warning."""
        return "warning" if self.code.startswith("W") else "error"


def problem(
    file: str,
    code: str,
    *,
    line: int = 0,
    column: int = 0,
    keys: tuple[str | int, ...] = (),
    **params: object,
) -> Problem:
    """A problem with its parameters as text, in a fixed order."""
    named = tuple(sorted((name, str(value)) for name, value in params.items()))
    return Problem(file=file, line=line, column=column, code=code, keys=keys, params=named)
