"""Manifests: what a release holds, file by file; written beside the site, never inside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

import msgspec

FORMAT = 1


class Damaged(Exception):
    """A manifest that cannot be read as one: an empty or cut file, or somebody else's."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a release."""

    digest: str
    """SHA-256 of its bytes, in hex."""
    size: int
    """Bytes."""
    kind: str
    """What the plan calls it: page:article, feed, photo, copy; "redirect" and "withdrawn" are
    the two stubs."""
    source: str = ""
    """The content file that it exists for; empty for what belongs to all."""
    md5: str = ""
    """As object stores list it (ETag)."""
    age: int = 0
    """For how many releases no page has used it: it waits for readers who hold an older page."""


@dataclass(frozen=True, slots=True)
class About:
    """A release in one glance. It names no host, no key and no person."""

    release: str
    """Its name, which sorts by time: 20261122T010203Z-1a2b3c4d."""
    made: str
    """ISO 8601, with zone: when it was published."""
    url: str
    """Where the site stands."""
    folder: str = "site"
    """What the folder of public files is called at hosts that keep whole releases."""
    next_change: str = ""
    """ISO 8601: when the clock alone will change the site; empty where it never will."""
    forced: str = ""
    """Why somebody sent it out against the guard; empty where the guard had nothing to say."""
    withdrawn: str = ""
    """Why a text was withdrawn by this release; empty where none was."""
    content: str = ""
    """Digest of what the release shows, by which two equal ones are known."""
    files: int = 0
    size: int = 0
    """Bytes of all files."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """A release whole: what it is, and its files by path under the site, with "/"."""

    about: About
    files: Mapping[str, Entry] = field(default_factory=dict)
    format: int = FORMAT

    @property
    def used(self) -> dict[str, Entry]:
        """The files that the release itself shows, without what waits for older pages."""
        return {path: entry for path, entry in self.files.items() if not entry.age}


@dataclass(frozen=True, slots=True)
class Difference:
    """What one release changes in another: paths, sorted."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)


def compare(before: Manifest | None, after: Manifest) -> Difference:
    """What `after` changes in `before`; without one, everything is new."""
    old = before.files if before else {}
    return Difference(
        new=tuple(sorted(after.files.keys() - old.keys())),
        changed=tuple(
            sorted(
                path
                for path, entry in after.files.items()
                if path in old and old[path].digest != entry.digest
            )
        ),
        gone=tuple(sorted(old.keys() - after.files.keys())),
    )


def encode(manifest: Manifest) -> bytes:
    """The manifest as JSON, its paths sorted, so that equal ones are equal bytes."""
    files = dict(sorted(manifest.files.items()))
    return msgspec.json.encode(replace(manifest, files=files))


def decode(text: bytes) -> Manifest:
    """Read what `encode` wrote. Damaged where it is not a manifest, is of another format, or
    names a path that would leave the site's folder."""
    try:
        manifest = msgspec.json.decode(text, type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Damaged(str(error)) from None
    if manifest.format != FORMAT:
        raise Damaged(f"format {manifest.format}")
    for path in manifest.files:
        if not is_path(path):
            raise Damaged(path)
    return manifest


def decode_about(text: bytes) -> About:
    """Read the glance alone. Damaged as above."""
    try:
        return msgspec.json.decode(text, type=About)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Damaged(str(error)) from None


def encode_about(about: About) -> bytes:
    """The glance alone, as JSON."""
    return msgspec.json.format(msgspec.json.encode(about), indent=1)


def is_path(path: str) -> bool:
    """Whether this is a plain path below a folder: a manifest comes from a host, and what it
    names may be written on this machine."""
    parts = PurePosixPath(path).parts
    plain = path == "/".join(parts) and not path.startswith("/")
    return plain and bool(parts) and ".." not in parts and "\\" not in path and "\0" not in path
