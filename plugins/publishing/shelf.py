"""What stands beside the site in a bucket: the names of it, and which release is live."""

from __future__ import annotations

import msgspec

from publishing.manifest import Entry

OWN = ".newsroom/"
POINTER, CLAIM = f"{OWN}live.json", f"{OWN}claim"
MANIFESTS, LISTS, BYTES = f"{OWN}releases/", f"{OWN}lists/", f"{OWN}bytes/"


class Pointer(msgspec.Struct):
    """Which release is live, and those before it, the newest first."""

    live: str
    before: list[str] = []


def aside(entry: Entry) -> str:
    """The key under which the bytes of a file are kept for going back."""
    return f"{BYTES}{entry.digest}"


def is_md5(etag: str) -> bool:
    """Whether a store's tag of an object is the MD5 of its bytes: not so for one sent in parts."""
    return len(etag) == 32 and "-" not in etag
