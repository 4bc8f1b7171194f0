"""What a store holds beside what was built: its tags in; the paths whose bytes differ out."""

from __future__ import annotations

from collections.abc import Mapping

from publishing.bucket import Bucket, Stored
from publishing.hosts import Failed
from publishing.manifest import Entry, Manifest
from publishing.shelf import is_md5


def differing(
    bucket: Bucket,
    wanted: Mapping[str, Entry],
    there: Mapping[str, Stored],
    live: Manifest | None,
) -> list[str]:
    """The paths whose bytes in the bucket are not those wanted. Where the store's ETag is not an
    MD5, the digest that the object was put with is asked, of those alone that should be the
    same."""
    same: set[str] = set()
    unsure: list[str] = []
    for path, entry in wanted.items():
        stored, old = there.get(path), live.files.get(path) if live else None
        if stored and stored.etag == entry.md5:
            same.add(path)
        elif stored and old and old.digest == entry.digest and not is_md5(stored.etag):
            unsure.append(path)
    for path, looked in zip(unsure, bucket.all(bucket.look, unsure), strict=True):
        if looked.digest == wanted[path].digest:
            same.add(path)
    return [path for path in wanted if path not in same]


def see_whole(bucket: Bucket, path: str, entry: Entry, tag: str) -> None:
    """Failed unless the store has of this file what was built: by the tag that it answered with,
    or, where that is no MD5, by what it tells of the object."""
    if is_md5(tag):
        whole = tag == entry.md5
    else:
        looked = bucket.look(path)
        whole = (looked.size, looked.digest) == (entry.size, entry.digest)
    if not whole:
        raise Failed("s3.not_whole", path=path)
