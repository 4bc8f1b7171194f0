"""Commands typed at a terminal, as an editor types them, and what the window then shows."""

from __future__ import annotations

import os
import pty
import select
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.building import ROOT

QUIET = 0.4
"""Seconds without a word after which the command is taken to wait for an answer."""
PATIENCE = 90.0


def typed(folder: Path, *arguments: str, answers: Sequence[str] = ()) -> str:
    """What a window open in `folder` shows once `invoke` with these arguments has ended."""
    pid, window = pty.fork()
    if pid == 0:
        os.chdir(folder)
        python = [sys.executable, "-m", "invoke", "-r", str(ROOT), *arguments]
        os.execve(python[0], python, os.environ)  # noqa: S606 - ourselves
    left, shown = list(answers), b""
    try:
        while (said := _heard(window, QUIET if left else PATIENCE)) != b"":
            shown += said or b""
            asks = shown.rstrip(b" ").endswith(b":")
            if said is None and left and asks:
                os.write(window, f"{left.pop(0)}\n".encode())
    finally:
        os.close(window)
        os.waitpid(pid, 0)
    return shown.decode().replace("\r\n", "\n")


def _heard(window: int, patience: float) -> bytes | None:
    """What was said; None where nothing was for so long, nothing where the command ended."""
    ready, _, _ = select.select([window], [], [], patience)
    if not ready:
        return None
    try:
        return os.read(window, 1 << 16)
    except OSError:
        return b""
