"""What is found wrong in one file, while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsroom.problems import Problem

Place = tuple[int, int]
"""Line and column in the file, both from 1; (0, 0) is the file as a whole."""


@dataclass(frozen=True, slots=True)
class Findings:
    """Collects the problems of one file."""

    file: str
    problems: list[Problem] = field(default_factory=list)

    def add(self, code: str, place: Place = (0, 0), **params: str | int) -> None:
        """Note a problem at a place in the file."""
        line, column = place
        named = {name: str(value) for name, value in params.items()}
        found = Problem(
            file=self.file,
            line=line,
            column=column,
            code=code,
            params=tuple(sorted(named.items())),
        )
        self.problems.append(found)

    @property
    def broken(self) -> bool:
        """Whether any of them is an error."""
        return any(found.severity == "error" for found in self.problems)
