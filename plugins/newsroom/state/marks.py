"""What the state remembers of a file: by what it is known, and what was learned of it."""

from __future__ import annotations

from typing import NamedTuple


class Stamp(NamedTuple):
    """By what a file on disk is known unchanged without being read: size, mtime and ctime (ns),
    inode."""

    size: int
    mtime: int
    ctime: int
    inode: int


class SourceMark(NamedTuple):
    """A content file: its stamp, the digest of its bytes, and what reading made of it."""

    stamp: Stamp
    digest: str
    packed: bytes


class AssetMark(NamedTuple):
    """A photo or attachment that some record refers to: its stamp, and what was learned of it."""

    stamp: Stamp
    packed: bytes


class OutputMark(NamedTuple):
    """An output: what it was made from, and the size and mtime (ns) that it then had."""

    view: str
    """The digest of its view."""
    maker: str
    """The digest of what drew it: the template with all it includes, and the words."""
    size: int
    mtime: int
