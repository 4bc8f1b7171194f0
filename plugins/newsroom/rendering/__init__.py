"""Rendering: planned outputs in, their bytes handed to whoever lays them down. Jinja, Pillow and
calendars are loaded only where an output needs them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from newsroom.planning.output import Output
from newsroom.rendering.press import COMPILED, Press
from newsroom.rendering.static import static_outputs
from newsroom.rendering.versions import Versions, language_of
from newsroom.rendering.workers import Answer, Put, can_share, share

__all__ = [
    "COMPILED",
    "Answer",
    "Press",
    "Put",
    "Versions",
    "language_of",
    "render",
    "static_outputs",
]


def render(
    outputs: Sequence[Output],
    press: Press,
    put: Put,
    before_fork: Callable[[], None] = lambda: None,
) -> Iterator[tuple[int, Answer]]:
    """The place of each output with what `put` answered to it and its bytes, in any order.

    With `settings.workers` above one and enough to do, this happens in forked processes: `put`
    must then lay the bytes where this process finds them, and `before_fork` close what may not
    cross a fork. Bytes do not depend on who draws them.
    OSError where a photo or a file cannot be read, jinja2.TemplateError where a template is wrong.
    """
    if can_share(outputs, press.settings.workers):
        yield from share(outputs, press, put, before_fork)
    else:
        for number, output in enumerate(outputs):
            yield number, put(output, press.render_one(output))
