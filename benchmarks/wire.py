"""A line on loopback that counts what goes over it, whatever is spoken: a port in, a port out."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from types import TracebackType
from typing import Self


class Wire:
    """Listens on `port`, and hands every connection on to `to`. `up` and `down` are bytes."""

    def __init__(self, to: int) -> None:
        self.to = to
        self.up = self.down = 0
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._listener.close()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                caller = self._listener.accept()[0]
                other = socket.create_connection(("127.0.0.1", self.to))
                for source, target, is_up in ((caller, other, True), (other, caller, False)):
                    way = threading.Thread(
                        target=self._carry, args=(source, target, is_up), daemon=True
                    )
                    way.start()

    def _carry(self, source: socket.socket, target: socket.socket, is_up: bool) -> None:
        with suppress(OSError):
            while data := source.recv(1 << 16):
                with self._lock:
                    if is_up:
                        self.up += len(data)
                    else:
                        self.down += len(data)
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)
