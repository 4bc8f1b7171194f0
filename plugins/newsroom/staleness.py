"""The plan, the last build's marks and the files on disk in; the outputs to make, and why, out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from newsroom.planning.digests import Digests
from newsroom.planning.output import Output
from newsroom.state import OutputMark

Why = Literal["whole", "new", "data", "template", "missing", "touched"]
"""The state knows nothing, a new path, another view, another template or other words, the file is
gone, or it is no longer as it was left."""


class Look(Protocol):
    """A file on disk, looked at."""

    @property
    def size(self) -> int:
        """In bytes."""

    @property
    def mtime(self) -> int:
        """In nanoseconds."""


@dataclass(frozen=True, slots=True)
class Made:
    """What an output is made from, as digests: of its view, and of what draws it."""

    view: str
    maker: str


@dataclass(frozen=True, slots=True)
class Stale:
    """An output to make, and why."""

    output: Output
    why: tuple[Why, ...]


def made_from(outputs: Sequence[Output], maker_of: Callable[[Output], str]) -> dict[str, Made]:
    """What each output is made from, by its path."""
    digests = Digests()
    return {output.path: Made(digests.of(output.view), maker_of(output)) for output in outputs}


def find_stale(
    outputs: Sequence[Output],
    made: Mapping[str, Made],
    marks: Mapping[str, OutputMark],
    look: Callable[[str], Look | None],
    whole: bool = False,
) -> list[Stale]:
    """Those that are not on disk as a clean build would leave them, in their order."""
    if whole:
        return [Stale(output, ("whole",)) for output in outputs]
    found = ((output, _why(output.path, made, marks, look)) for output in outputs)
    return [Stale(output, why) for output, why in found if why]


def _why(
    path: str,
    made: Mapping[str, Made],
    marks: Mapping[str, OutputMark],
    look: Callable[[str], Look | None],
) -> tuple[Why, ...]:
    mark = marks.get(path)
    if mark is None:
        return ("new",)
    why: list[Why] = []
    now = made[path]
    if mark.view != now.view:
        why.append("data")
    if mark.maker != now.maker:
        why.append("template")
    file = look(path)
    if file is None:
        why.append("missing")
    elif (file.size, file.mtime) != (mark.size, mark.mtime):
        why.append("touched")
    return tuple(why)
