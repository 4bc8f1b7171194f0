"""A few lines that Ctrl-C may not cut in two."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(slots=True)
class Asked:
    """Whether someone pressed Ctrl-C meanwhile: for who would go on afterwards."""

    to_stop: bool = False


@contextmanager
def undisturbed(asked: Asked) -> Iterator[None]:
    """Let no Ctrl-C come between the first file that is moved and the state that knows of all:
    it takes no second, and stopped half-way the output would be neither old nor new. It is noted
    in `asked`."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def note(_number: int, _frame: object) -> None:
        asked.to_stop = True

    before = signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
