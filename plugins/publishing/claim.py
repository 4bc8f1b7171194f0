"""A claim to a bucket: one object that says which machine may change it now, so that two that
publish at once never mix their editions.

It is put on condition that there is none (`If-None-Match`, HTTP Semantics, RFC 9110, 13.1.2; known
to Amazon S3, MinIO, Ceph and their like). A store that does not know the condition lets the later
machine take it; the earlier one sees that before it says that its edition is live.
"""

from __future__ import annotations

import platform
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import md5, sha256
from pathlib import Path
from threading import Lock
from time import monotonic

from publishing.bucket import Bucket
from publishing.hosts import Failed
from publishing.shelf import CLAIM, is_md5

PATIENCE, RENEWED = 300, 60
"""Seconds: how old a claim must be before another machine takes it from one that was killed, and
how often one at work renews it."""


class Claim:
    """This machine's claim. `folder` is the cache of this target: a machine is known by it, so
    that one that was killed need not wait for itself."""

    def __init__(self, bucket: Bucket, folder: Path) -> None:
        self.bucket, self.folder = bucket, folder
        self.text, self.tag, self.since = b"", "", 0.0
        self.lock = Lock()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold it. Failed where another machine does."""
        self.text = self._name()
        self._take()
        try:
            yield
        finally:
            with suppress(Failed):
                if self.bucket.look(CLAIM).tag == self.tag:
                    self.bucket.remove([CLAIM])

    def _take(self) -> None:
        tag = self._put(new=True)
        if tag is None:
            there = self.bucket.look(CLAIM)
            mine = there.tag == md5(self.text, usedforsecurity=False).hexdigest()
            if not mine and is_md5(there.tag) and there.age < PATIENCE:
                raise Failed("s3.claimed", seconds=PATIENCE)
            self.bucket.remove([CLAIM])
            tag = self._put(new=True)
        if tag is None:
            raise Failed("s3.claimed", seconds=PATIENCE)
        self.tag, self.since = tag, monotonic()

    def _put(self, *, new: bool) -> str | None:
        headers = {"ContentType": "text/plain; charset=utf-8", "CacheControl": "no-store"}
        return self.bucket.put(CLAIM, self.text, headers, new=new)

    def renew(self) -> None:
        """While at work, now and then. Failed where it was taken."""
        with self.lock:
            if monotonic() - self.since > RENEWED:
                self.see()
                self._put(new=False)
                self.since = monotonic()

    def see(self) -> None:
        """Failed where it is another machine's by now."""
        if self.bucket.look(CLAIM).tag != self.tag:
            raise Failed("s3.overtaken")

    def _name(self) -> bytes:
        """What only this cache on this machine says; nothing that names either."""
        file = self.folder / "machine"
        if not file.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            file.write_text(secrets.token_hex(16), "ascii")
        parts = file.read_bytes(), str(self.folder.resolve()).encode(), platform.node().encode()
        return sha256(b"\0".join(parts)).hexdigest().encode()
