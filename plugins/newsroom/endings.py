"""How a build ends."""

from __future__ import annotations

from newsroom.problems import Problem

BUILT, FAILED, PROBLEMS, LEFT_OUT, INTERRUPTED = 0, 1, 2, 3, 130
"""Exit: built; lock, disk, usage or not as a clean build; problems, nothing written; built without
broken records; stopped by Ctrl-C."""


class Stopped(Exception):
    """The build ended early and said why; `status` is how the process shall end, `problems` what
    was told of content."""

    def __init__(self, status: int, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(status)
        self.status = status
        self.problems = problems
