"""Rendering: planned outputs in, their bytes out, in the same order. Jinja, Pillow and calendars
are loaded only where an output needs them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

from newsroom.catalogue import Words
from newsroom.planning.output import Output
from newsroom.rendering.press import Press
from newsroom.settings import Settings

__all__ = ["Press", "render"]


def render(
    outputs: Sequence[Output], settings: Settings, words: Mapping[str, Words]
) -> Iterator[tuple[Output, bytes]]:
    """Every output with its bytes, one after another; photos are made ahead by `workers` threads.

    The bytes do not depend on how many workers there are. OSError where a photo or a file cannot
    be read, jinja2.TemplateError where a template is wrong.
    """
    press = Press(settings, words)
    if settings.workers > 1:
        yield from _with_threads(press.render_one, outputs, settings.workers)
    else:
        for output in outputs:
            yield output, press.render_one(output)


def _with_threads(
    render_one: Callable[[Output], bytes], outputs: Sequence[Output], workers: int
) -> Iterator[tuple[Output, bytes]]:
    """Pillow lets go of the interpreter while it decodes and encodes, so threads are enough.

    They leave each photo in the cache, not in memory: an archive has thousands.
    """

    def leave_in_cache(output: Output) -> None:
        render_one(output)

    pool = ThreadPoolExecutor(workers, thread_name_prefix="photo")
    try:
        ahead = {
            output.path: pool.submit(leave_in_cache, output)
            for output in outputs
            if output.renderer == "photo"
        }
        for output in outputs:
            if output.path in ahead:
                ahead.pop(output.path).result()
            yield output, render_one(output)
    finally:
        pool.shutdown(cancel_futures=True)
