"""`invoke serve`, started and stopped as an editor does, and looks at what it shows."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from tests.building import ROOT

T = TypeVar("T")
ABSENT = ("Không tìm thấy trang", "Trang này chưa có")
PATIENCE = 90
"""Seconds that a slow machine may take."""


@contextmanager
def serving(content: Path, cache: Path, now: str = "", cwd: Path = ROOT) -> Iterator[str]:
    """`invoke serve` on a free port, stopped as an editor stops it."""
    port = free_port()
    arguments = ["--content", str(content), "--cache", str(cache), "--port", str(port)]
    arguments += ["--now", now] if now else []
    process = subprocess.Popen(
        [sys.executable, "-m", "invoke", "-r", str(ROOT), "serve", *arguments],
        cwd=cwd,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://localhost:{port}"
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=PATIENCE) in (0, 1)
    finally:
        process.kill()
        process.wait()


def page(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode())
    except urllib.error.HTTPError as error:
        with error:
            return error.read().decode()


def eventually(look: Callable[[], T]) -> T:
    """What `look` sees once it is true."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            if (seen := look()) and not any(word in str(seen) for word in ABSENT):
                return seen
        except urllib.error.URLError:
            pass
        time.sleep(0.2)
    raise AssertionError("not seen in time")


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
