"""A real S3 server on loopback for tests (moto), and a line to it that can be cut, slowed, filled
or spoilt half-way."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import boto3
from moto.server import ThreadedMotoServer

from publishing.s3 import S3Target
from publishing.shelf import OWN

BUCKET, KEY, SECRET = "thi-dua", "AKIDCANARYCANARYCANA", "canary/secret/that/nobody/may/see"
Spoil = Callable[[str, str], bytes | None]
"""Given a request's method and path: the answer to give in the store's place; b"" cuts the line;
None lets it through."""
Alter = Callable[[str, str, bytes], bytes]
"""Given a request's method, path and body: the body that the store gets."""


@dataclass
class Line:
    """A proxy in front of the store: an HTTP request a connection, bytes counted."""

    store: int
    spoil: Spoil = field(default=lambda _method, _path: None)
    alter: Alter = field(default=lambda _method, _path, body: body)
    sent: int = 0
    requests: list[tuple[str, str]] = field(default_factory=list)
    slowly: float = 0

    def __post_init__(self) -> None:
        self.over = threading.Event()
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.listener.settimeout(0.2)
        self.port = self.listener.getsockname()[1]
        self.lock = threading.Lock()
        self.thread = threading.Thread(target=self._listen, daemon=True)
        self.thread.start()

    def close(self) -> None:
        self.over.set()
        self.thread.join()
        self.listener.close()

    def _listen(self) -> None:
        while not self.over.is_set():
            with suppress(OSError):
                caller, _ = self.listener.accept()
                threading.Thread(target=self._serve, args=(caller,), daemon=True).start()

    def _serve(self, caller: socket.socket) -> None:
        with suppress(OSError), caller:
            caller.settimeout(20)
            head, body = self._request(caller)
            method, path = head.split(" ", 2)[:2]
            with self.lock:
                self.sent += len(head) + len(body)
                self.requests.append((method, path))
            if self.slowly:
                self.over.wait(self.slowly)
            answer = self.spoil(method, path)
            if answer is None:
                answer = self._ask(head, self.alter(method, path, body))
            caller.sendall(answer)

    def _request(self, caller: socket.socket) -> tuple[str, bytes]:
        data = b""
        while b"\r\n\r\n" not in data:
            more = caller.recv(65536)
            if not more:
                raise OSError
            data += more
        head, _, body = data.partition(b"\r\n\r\n")
        fields = dict(
            line.lower().split(": ", 1) for line in head.decode().split("\r\n")[1:] if ": " in line
        )
        if fields.get("expect") == "100-continue":
            caller.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        while len(body) < int(fields.get("content-length", 0)):
            body += caller.recv(65536)
        return head.decode(), body

    def _ask(self, head: str, body: bytes) -> bytes:
        lines = [
            line
            for line in head.split("\r\n")
            if not line.lower().startswith(("connection", "expect"))
        ]
        whole = "\r\n".join([*lines, "Connection: close", "", ""]).encode() + body
        with socket.create_connection(("127.0.0.1", self.store), timeout=20) as store:
            store.sendall(whole)
            answer = b""
            while more := store.recv(65536):
                answer += more
        head_end = answer.index(b"\r\n\r\n")
        return answer[:head_end] + b"\r\nConnection: close" + answer[head_end:]


def refusal(status: str, code: str) -> bytes:
    """An answer as a store words it, with something in it that must not be repeated."""
    body = f"<Error><Code>{code}</Code><Message>key {KEY} said {SECRET}</Message></Error>"
    head = f"HTTP/1.1 {status}\r\nContent-Type: application/xml\r\nContent-Length: {len(body)}"
    return f"{head}\r\nConnection: close\r\n\r\n{body}".encode()


@dataclass
class Store:
    """A bucket of a running server, looked at without the line."""

    line: Line
    client: Any

    def target(self, cache: Path, **more: object) -> S3Target:
        endpoint = f"http://127.0.0.1:{self.line.port}"
        options = {"kind": "s3", "bucket": BUCKET, "endpoint": endpoint, "attempts": 1, **more}
        return S3Target(options, cache)

    def public(self) -> dict[str, bytes]:
        """What readers get."""
        return {key: data for key, data in self.all().items() if not key.startswith(OWN)}

    def all(self) -> dict[str, bytes]:
        pages = self.client.get_paginator("list_objects_v2").paginate(Bucket=BUCKET)
        keys = [each["Key"] for page in pages for each in page.get("Contents", ())]
        return {k: self.client.get_object(Bucket=BUCKET, Key=k)["Body"].read() for k in keys}

    def head(self, key: str) -> Any:
        return self.client.head_object(Bucket=BUCKET, Key=key)

    def new(self) -> None:
        """Empty the bucket and mend the line."""
        for key in self.all():
            self.client.delete_object(Bucket=BUCKET, Key=key)
        self.line.spoil = lambda _method, _path: None
        self.line.alter = lambda _method, _path, body: body
        self.line.slowly, self.line.sent = 0, 0
        self.line.requests.clear()


@contextmanager
def storing() -> Iterator[Store]:
    """Start the server and the line; stop both at the end."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    port = server.get_host_and_port()[1]
    client = boto3.client(
        "s3",
        endpoint_url=f"http://127.0.0.1:{port}",
        aws_access_key_id="x",
        aws_secret_access_key="x",  # noqa: S106 - any will do here
        region_name="us-east-1",
    )
    client.create_bucket(Bucket=BUCKET)
    line = Line(port)
    try:
        yield Store(line, client)
    finally:
        line.close()
        client.close()
        server.stop()
